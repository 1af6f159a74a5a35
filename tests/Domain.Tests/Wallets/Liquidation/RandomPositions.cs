using FsCheck;
using FsCheck.Fluent;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Units;
using static LiquidityRisk.Domain.Wallets.Tests.Loans;

namespace LiquidityRisk.Domain.Wallets.Tests;

/// <summary>Positions of all sizes, with one token on both sides now and then.</summary>
internal static class RandomPositions
{
    private static readonly TokenSymbol[] Tokens = [Weth, Wsteth, Wbtc, Usdc, Dai];

    /// <summary>One to four collaterals and one to three debts, worth from one to a hundred million dollars each.</summary>
    public static readonly Gen<ProtocolPosition> All =
        from protocol in Gen.Elements(LendingProtocol.AaveV2, LendingProtocol.AaveV3, LendingProtocol.CompoundV2, LendingProtocol.CompoundV3)
        from supplied in Amounts(4)
        from borrowed in Amounts(3)
        from thresholds in Gen.Choose(20, 95).ArrayOf(4)
        from bonus in Gen.Choose(0, 15)
        from fee in Gen.Choose(0, 50)
        from part in Gen.Choose(1, 250)
        let collateral = supplied.Select((s, i) => Collateral(s.Token, s.Value / Prices.Of(s.Token)!.Value.Value, thresholds[i], Math.Min(bonus, 99 - thresholds[i]), fee)).ToArray()
        let safe = supplied.Select((s, i) => s.Value * thresholds[i] / 100).Sum()
        let scale = safe * part / 200 / borrowed.Sum(b => b.Value)
        select new ProtocolPosition(
            protocol, collateral, [.. borrowed.Select(b => Debt(b.Token, b.Value * scale / Prices.Of(b.Token)!.Value.Value))]);

    private static Gen<(TokenSymbol Token, decimal Value)[]> Amounts(int most) =>
        from count in Gen.Choose(1, most)
        from tokens in Gen.Shuffle(Tokens)
        from powers in Gen.Choose(0, 800).ArrayOf(most)
        select tokens.Take(count).Select((t, i) => (t, (decimal)Math.Round(Math.Pow(10, powers[i] / 100d), 2))).ToArray();
}
