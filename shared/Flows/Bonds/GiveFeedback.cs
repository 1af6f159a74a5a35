using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Domain.Bonds.Exits;
using LiquidityRisk.Domain.Bonds.Quality;
using LiquidityRisk.Flows.Bonds.Answers;
using LiquidityRisk.Flows.Json;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Bonds;

/// <summary>Takes in what became of a recommendation: the only way to learn whether it was any good.</summary>
public sealed class GiveFeedback(
    BondBook book, BondRecords records, PolicyArchive policies, ReadTranslation read, ExitQualityBook quality, AnnounceBonds announce, TimeProvider time)
{
    /// <summary>Keeps feedback with what had been predicted, and records it in the bond's chain.</summary>
    /// <returns>What was kept; null for an unknown bond, or a null answer when the path was not recommended then.</returns>
    public async Task<(bool Known, FeedbackAnswer? Answer)> GiveAsync(Isin isin, Feedback feedback, string by, CancellationToken cancellationToken)
    {
        if (await RecommendedAsync(isin, feedback, cancellationToken) is not { } exits) return (false, null);
        var exit = exits[feedback.Path];
        if (!exit.IsFeasible) return (true, null);

        var outcome = new ExitOutcome(
            feedback.Path,
            exits.AsOf,
            exit.FillProbability!.Value,
            ExitBands.Of(exit, exits.AsOf),
            exit.Quote?.Price,
            feedback.Verdict,
            feedback.Waited,
            feedback.Price);
        var kept = new StoredOutcome(IdOf(isin, outcome, by), isin, by, feedback.TradeSize, outcome);
        await quality.KeepAsync(kept, cancellationToken);
        await RecordAsync(kept, cancellationToken);
        var shown = quality.Gates[feedback.Path] == GateVerdict.Withheld ? null : Rounded.Probability(exit.FillProbability);
        return (true, new(kept.Id, isin, SnakeCase.Of(feedback.Path), SnakeCase.Of(feedback.Verdict), shown, Rounded.Minutes(exit.ExpectedTime)));
    }

    private async Task<ExitRecommendations?> RecommendedAsync(Isin isin, Feedback feedback, CancellationToken cancellationToken)
    {
        if (feedback.RecommendedAt is { } at
            && await records.FindAsync(isin, at, cancellationToken) is { } record
            && JsonSerializer.Deserialize(record.Content, FlowsJson.Default.RecordedTranslation) is { } then
            && await policies.FindAsync(then.Outputs.Exits.PolicyVersion, cancellationToken) is { } policy)
            return ExitRecommender.Recommend(then.Inputs, then.Outputs.Liquidity?.Index, feedback.TradeSize, policy, then.Outputs.AsOf);
        var reading = await read.ReadAsync(isin, new ReadRequest(TradeSize: feedback.TradeSize), cancellationToken);
        return reading?.Translation.Exits;
    }

    private async Task RecordAsync(StoredOutcome kept, CancellationToken cancellationToken)
    {
        var content = JsonSerializer.Serialize(kept, FlowsJson.Default.StoredOutcome);
        var changed = await book.ChangeAsync(
            kept.Isin,
            fromMemory: false,
            known => known is null ? null : BondAudit.Record(known, "feedback", kept.By, content, time.GetUtcNow()),
            cancellationToken);
        if (changed is not null) await announce.PublishAsync([changed], cancellationToken);
    }

    // One per reader and recommendation: accepted first, filled or expired later.
    private static string IdOf(Isin isin, ExitOutcome outcome, string by)
    {
        var reader = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(by)).AsSpan(0, 6));
        return string.Create(CultureInfo.InvariantCulture, $"{isin}-{outcome.Path}-{outcome.RecommendedAt.UtcTicks:x}-{reader}");
    }
}

/// <summary>Feedback as read from a request.</summary>
/// <param name="Path">The way out that was recommended.</param>
/// <param name="Verdict">What became of it.</param>
/// <param name="TradeSize">Face amount.</param>
/// <param name="Waited">Until sold, or until given up; null when not known.</param>
/// <param name="Price">What it fetched; null when not known.</param>
/// <param name="RecommendedAt">When it was recommended; null means now.</param>
public sealed record Feedback(
    ExitPath Path, ExitVerdict Verdict, FaceAmount TradeSize, TimeSpan? Waited, BondPrice? Price, DateTimeOffset? RecommendedAt);
