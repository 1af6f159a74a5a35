namespace LiquidityRisk.Contracts;

/// <summary>Where a published figure comes from: a tree from the figure down to the events that it rests on.</summary>
/// <param name="Id">Names the figure, for example <c>lr.CH0012345678.liquidity_index</c>; an event by type and feed.</param>
/// <param name="Label">What it is, in words.</param>
/// <param name="Value">The figure; null when not assessed, and for events.</param>
/// <param name="Unit">Its unit; null for events.</param>
/// <param name="Direction">high_is_good, high_is_bad or neither.</param>
/// <param name="Formula">How it is made of its inputs; null for what was observed.</param>
/// <param name="AsOf">When it was computed or observed.</param>
/// <param name="Note">What else must be said, for example why there is no figure.</param>
/// <param name="Inputs">What it is made of.</param>
public sealed record ExplanationAnswer(
    string Id,
    string Label,
    double? Value,
    string? Unit,
    string Direction,
    string? Formula,
    DateTimeOffset? AsOf,
    string? Note,
    IReadOnlyList<ExplanationAnswer> Inputs);
