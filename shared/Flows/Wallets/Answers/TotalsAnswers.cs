using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Contracts.Wallets;
using LiquidityRisk.Domain.Wallets.Measures;
using LiquidityRisk.Domain.Wallets.Rescue;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Wallets.Answers;

/// <summary>A wallet's totals as they are told.</summary>
internal static class TotalsAnswers
{
    public static WalletTotalsAnswer Of(WalletReading reading)
    {
        var a = reading.Assessment;
        var across = AcrossProtocols.Of(a.Holdings, a.Exposures, reading.View.Prices);
        return new(
            HealthAnswers.Money(new Usd(a.Exposures.Tokens.Sum(t => t.Supplied.Amount))),
            HealthAnswers.Money(new Usd(a.Exposures.Tokens.Sum(t => t.Free.Amount))),
            HealthAnswers.Money(a.Mark.Collateral),
            HealthAnswers.Money(a.Exposures.Owed),
            HealthAnswers.Money(a.Exposures.NetWorth),
            across.NetApy,
            reading.View.Gas is { } gas ? HealthAnswers.Money(gas.CostOf(GasUnits.Standard.ToUnwind(a.Holdings))) : null,
            reading.View.Gas?.Gwei,
            [.. across.Shared.Select(s => new SharedCollateralAnswer(s.Token.Value, [.. s.Protocols.Select(SnakeCase.Of)], HealthAnswers.Money(s.Value)))]);
    }
}
