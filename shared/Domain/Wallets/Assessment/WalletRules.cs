using LiquidityRisk.Domain.Wallets.Alerts;
using LiquidityRisk.Domain.Wallets.Health;
using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Assessment;

/// <summary>All that decides how a wallet is judged.</summary>
/// <param name="SafetyThreshold">How many times debts are to be covered in the mission's health ratio, 1 to 10. Default 1.2.</param>
/// <param name="VarConfidence">Confidence of values at risk, above 0.5 and below 1. Default 0.95.</param>
/// <param name="RescueTarget">Health factor that rescues aim at, above 1. Default 1.5: out of the warning band with room.</param>
/// <param name="Market">Windows and futures.</param>
/// <param name="Exit">What selling costs where markets do not tell.</param>
/// <param name="Alerts">Limits of alerts.</param>
public sealed record WalletRules(
    decimal SafetyThreshold,
    Probability VarConfidence,
    HealthFactor RescueTarget,
    MarketRules Market,
    ExitAssumptions Exit,
    WalletAlertRules Alerts)
{
    /// <summary>The mission's parameters.</summary>
    public static WalletRules Standard { get; } = new(
        1.2m, new(0.95), new(1.5m), MarketRules.Standard, ExitAssumptions.Standard, WalletAlertRules.Standard);
}
