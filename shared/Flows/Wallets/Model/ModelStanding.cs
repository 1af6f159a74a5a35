using LiquidityRisk.Domain.Wallets.Model;
using LiquidityRisk.Flows.Audit;

namespace LiquidityRisk.Flows.Wallets.Model;

/// <summary>Which version of the liquidation model is in force, as stored.</summary>
/// <param name="InForce">The version; null before the first promotion.</param>
/// <param name="Earlier">Versions that were in force before and could be again, oldest first.</param>
/// <param name="RolledBack">Versions that somebody took out of force.</param>
/// <param name="Lost">What the version in force lost to a baseline when it was judged last; while there is anything, it is withheld.</param>
/// <param name="Lease">The training that runs; null when none does.</param>
/// <param name="Last">The training that ended last with a version; null before the first.</param>
/// <param name="Tail">Where the audit ends.</param>
/// <param name="Unfiled">The newest audit record, which may not have been filed yet; null when the last change was none to record.</param>
public sealed record ModelStanding(
    string? InForce,
    IReadOnlyList<string> Earlier,
    IReadOnlyList<string> RolledBack,
    IReadOnlyList<LostComparison> Lost,
    TrainingLease? Lease,
    LastTraining? Last,
    AuditTail Tail,
    AuditRecord? Unfiled)
{
    /// <summary>Before the first training.</summary>
    public static ModelStanding None { get; } = new(null, [], [], [], null, null, AuditTail.Empty, null);

    /// <summary>With another version in force.</summary>
    public ModelStanding Promote(string version) => this with
    {
        InForce = version,
        Earlier = InForce is null ? Earlier : [.. Earlier, InForce],
        Lost = [],
    };

    /// <summary>With an earlier version in force again, and the one that was in force marked.</summary>
    public ModelStanding RollBack(string version) => this with
    {
        InForce = version,
        Earlier = [.. Earlier.Where(v => v != version)],
        RolledBack = [.. RolledBack.Where(v => v != version), InForce!],
        Lost = [],
    };
}

/// <summary>Keeps trainings from running at the same time.</summary>
/// <param name="Version">What is trained.</param>
/// <param name="Until">When it is taken to be dead.</param>
public sealed record TrainingLease(string Version, DateTimeOffset Until);

/// <summary>A training that ended with a version.</summary>
/// <param name="Version">Which one.</param>
/// <param name="At">When.</param>
/// <param name="NewestSample">When its newest sample was taken.</param>
public sealed record LastTraining(string Version, DateTimeOffset At, DateTimeOffset NewestSample);

/// <summary>What is put on record about the model.</summary>
/// <param name="Version">Which version.</param>
/// <param name="Detail">What was done, in words.</param>
/// <param name="Before">Which version was in force before; null for none.</param>
public sealed record ModelAct(string Version, string Detail, string? Before);
