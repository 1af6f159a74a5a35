using LiquidityRisk.Contracts.Wallets;
using LiquidityRisk.Domain.Wallets.Model;
using LiquidityRisk.Quant.Trees;

namespace LiquidityRisk.Flows.Wallets.Model;

/// <summary>A trained version, as stored; it never changes.</summary>
/// <param name="Head">What is told and decided about it.</param>
/// <param name="Columns">What its trees look at.</param>
/// <param name="Day">The trees for 24 hours, in XGBoost's JSON.</param>
/// <param name="Week">Those for 7 days.</param>
public sealed record ModelVersionDocument(ModelVersionHead Head, IReadOnlyList<string> Columns, string Day, string Week)
{
    /// <summary>The model; null when it was made for other columns than those of today.</summary>
    public LiquidationModel? Load() =>
        Columns.SequenceEqual(LiquidationColumns.Names, StringComparer.Ordinal) ? new(XgboostJsonReader.Read(Day), XgboostJsonReader.Read(Week)) : null;
}

/// <summary>A version without its trees.</summary>
/// <param name="Card">What is told about it, except for its state, which follows from <see cref="ModelStanding"/>.</param>
/// <param name="NewestSample">When its newest sample was taken.</param>
/// <param name="JudgedAgainst">Which version was in force when it was judged; null for none.</param>
/// <param name="IsBetter">Whether it won every comparison.</param>
/// <param name="RivalLost">What the version in force lost to a baseline on the same samples.</param>
public sealed record ModelVersionHead(
    ModelVersionAnswer Card, DateTimeOffset NewestSample, string? JudgedAgainst, bool IsBetter, IReadOnlyList<LostComparison> RivalLost)
{
    /// <summary>What is told about it as things stand.</summary>
    public ModelVersionAnswer As(ModelStanding standing) => Card with
    {
        State = Card.Version == standing.InForce ? "in_force"
            : standing.RolledBack.Contains(Card.Version) ? "rolled_back"
            : standing.Earlier.Contains(Card.Version) ? "retired"
            : "rejected",
    };
}
