using System.Collections.Immutable;

namespace LiquidityRisk.Domain.CashMarket.Operations;

/// <summary>Steps to be done or undone now. They do not depend on each other.</summary>
/// <param name="Name">What they all do.</param>
/// <param name="IsUndo">Whether they are to be undone.</param>
/// <param name="Steps">Which of the operation's steps, by their place; never empty.</param>
public sealed record StepBatch(StepName Name, bool IsUndo, ImmutableArray<int> Steps);
