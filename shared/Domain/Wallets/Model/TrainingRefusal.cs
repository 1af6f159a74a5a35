namespace LiquidityRisk.Domain.Wallets.Model;

/// <summary>Why no model was trained.</summary>
/// <param name="Fault">The reason.</param>
/// <param name="Samples">How many samples there are.</param>
/// <param name="MinSamples">How many are needed.</param>
/// <param name="Part">Where only one outcome occurs; null for another reason.</param>
/// <param name="Horizon">On which horizon; null for another reason.</param>
/// <param name="Outcome">The only outcome that occurs; null for another reason.</param>
public sealed record TrainingRefusal(
    TrainingFault Fault,
    int Samples,
    int MinSamples,
    TrainingPart? Part = null,
    LiquidationHorizon? Horizon = null,
    bool? Outcome = null);

/// <summary>Reasons not to train.</summary>
public enum TrainingFault
{
    /// <summary>There are fewer samples than needed.</summary>
    TooFewSamples,

    /// <summary>The samples cover too few days: once those whose outcome reaches into a later part are left out, a part is empty.</summary>
    PeriodTooShort,

    /// <summary>In one part all wallets ended alike, so nothing can be told apart there.</summary>
    OneOutcome,
}

/// <summary>Parts of a <see cref="TrainingSplit"/>.</summary>
public enum TrainingPart
{
    /// <summary>The oldest: to learn from.</summary>
    Learn,

    /// <summary>The middle: to choose the number of trees by.</summary>
    Tune,

    /// <summary>The newest: to judge by.</summary>
    Judge,
}
