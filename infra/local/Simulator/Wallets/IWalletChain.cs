using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Units;

namespace LiquidityRisk.Local.Simulator.Wallets;

/// <summary>A chain with wallets, and the markets of their tokens.</summary>
internal interface IWalletChain
{
    /// <summary>All wallets that have anything.</summary>
    IReadOnlyList<WalletAddress> Wallets { get; }

    /// <summary>What a wallet has and owes; null for one that has nothing.</summary>
    WalletHoldings? Find(WalletAddress address, DateTimeOffset at);

    /// <summary>What a token costs; null for one that nobody trades.</summary>
    UsdPrice? Price(TokenSymbol token, DateTimeOffset at);

    /// <summary>What is traded of it in a day; null when nobody tells.</summary>
    Usd? Volume(TokenSymbol token, DateTimeOffset at);

    /// <summary>Its last daily closes before a time, oldest first; empty when there are none.</summary>
    IReadOnlyList<DayPrice> Closes(TokenSymbol token, int days, DateTimeOffset at);
}
