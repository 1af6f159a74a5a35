using LiquidityRisk.Domain.Wallets.Alerts;

namespace LiquidityRisk.Narrative.Wallets;

/// <summary>What an alert says.</summary>
public static class WalletAlertSentences
{
    /// <summary>What is the matter.</summary>
    public static string Message(WalletAlert alert) => alert.Kind switch
    {
        WalletAlertKind.LiquidationRisk when alert.Value < 1 =>
            $"Health is {Health(alert.Value)}, below 1: the debt is no longer covered as it should be, and positions can be liquidated.",
        WalletAlertKind.LiquidationRisk =>
            $"Health is {Health(alert.Value)}, below {Health(alert.Limit)}: {(alert.Severity == WalletAlertSeverity.Critical ? "liquidation is very near" : "liquidation is getting near")}.",
        WalletAlertKind.HighVolatility =>
            $"What this wallet holds moves by about {Figures.Percent(alert.Value)} a day, more than {Figures.Percent(alert.Limit)}.",
        WalletAlertKind.Concentration =>
            $"{Figures.Percent(alert.Value)} of what this wallet owns is {alert.Subject}, more than {Figures.Percent(alert.Limit)}.",
        WalletAlertKind.LowLiquidity =>
            $"Only {Figures.Dollars(new((decimal)alert.Value))} of {alert.Subject} is traded a day, less than {Figures.Dollars(new((decimal)alert.Limit))}: it may be hard to sell.",
        WalletAlertKind.ValueAtRisk =>
            $"A bad day may cost {Figures.Percent(alert.Value)} of this wallet's net worth, more than {Figures.Percent(alert.Limit)}.",
        _ => $"What we know from {alert.Subject} is {alert.Value:0} minutes old: the figures may have changed since.",
    };

    /// <summary>What to do about it when no plan was computed, the best first.</summary>
    public static IReadOnlyList<string> Advice(WalletAlert alert) => alert.Kind switch
    {
        WalletAlertKind.LiquidationRisk => ["Repay a part of the debt, or supply more collateral."],
        WalletAlertKind.HighVolatility => ["Borrow less against what moves much, or swap a part into a calmer token."],
        WalletAlertKind.Concentration => [$"Swap a part of {alert.Subject} into other tokens; below {Figures.Percent(alert.Limit)} the alert ends."],
        WalletAlertKind.LowLiquidity => [$"Do not count on selling {alert.Subject} at once; sell in parts, or hold less of it."],
        WalletAlertKind.ValueAtRisk => ["Hold less of what moves most, or repay debt so that a bad day takes less of your own money."],
        _ => ["Look at the protocol itself before you act on these figures."],
    };

    private static string Health(double value) => Figures.Health((decimal)Math.Min(value, 1_000));
}
