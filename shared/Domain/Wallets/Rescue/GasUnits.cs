using LiquidityRisk.Domain.Wallets.Positions;

namespace LiquidityRisk.Domain.Wallets.Rescue;

/// <summary>How much gas the parts of a rescue use, in units of gas, each not negative.</summary>
/// <param name="Repay">Paying back a debt.</param>
/// <param name="Deposit">Supplying collateral.</param>
/// <param name="Withdraw">Taking collateral back.</param>
/// <param name="Swap">Selling one token for another.</param>
/// <param name="FlashLoan">What it takes besides to do withdrawal, sale and repayment in one transaction.</param>
public readonly record struct GasUnits(int Repay, int Deposit, int Withdraw, int Swap, int FlashLoan)
{
    /// <summary>The order of what such transactions use on Ethereum with Aave v3 and one pool of Uniswap v3.</summary>
    public static GasUnits Standard { get; } = new(200_000, 220_000, 250_000, 180_000, 120_000);

    /// <summary>To close all of a wallet's positions: each debt is repaid with what a swap brings, each supply is taken back.</summary>
    public int ToUnwind(WalletHoldings holdings)
    {
        var (debts, supplies) = (0, 0);
        foreach (var position in holdings.Positions)
        {
            debts += position.Borrowed.Count;
            supplies += position.Supplied.Count;
        }

        return (debts * (Repay + Swap)) + (supplies * Withdraw);
    }
}
