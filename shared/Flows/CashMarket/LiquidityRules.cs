using LiquidityRisk.Domain.CashMarket.Liquidity;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.CashMarket;

/// <summary>How liquidity is created.</summary>
/// <param name="Plans">What plans are made by.</param>
/// <param name="ApprovalAbove">An operation above so much (bids and asks together) needs another administrator's approval.</param>
/// <param name="ApprovalTime">How long it waits for that.</param>
/// <param name="ReminderAfter">After how long it reminds.</param>
/// <param name="RereadEvery">How often it looks for a decision whose event was lost.</param>
public sealed record LiquidityRules(
    LiquiditySettings Plans, Money ApprovalAbove, TimeSpan ApprovalTime, TimeSpan ReminderAfter, TimeSpan RereadEvery);
