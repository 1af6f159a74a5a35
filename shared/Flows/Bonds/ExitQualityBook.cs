using System.Globalization;
using LiquidityRisk.Domain.Bonds.Quality;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Bonds;

/// <summary>What became of recommendations, and how good they were. Measured anew once in a while, not at every reading.</summary>
public sealed class ExitQualityBook(IDocumentStore store, TimeProvider time)
{
    /// <summary>Months that are looked back on, the present one included.</summary>
    public const int Months = 3;

    private const int MaxOutcomes = 20_000;

    private volatile ExitGates _gates = ExitGates.Unknown;

    /// <summary>Which probabilities may be shown, as last measured.</summary>
    public ExitGates Gates => _gates;

    /// <summary>Keeps an outcome; a later one of the same reader and recommendation takes the place of the earlier one.</summary>
    public async Task KeepAsync(StoredOutcome outcome, CancellationToken cancellationToken)
    {
        var key = new DocumentKey(Collections.Feedback, Month(outcome.Outcome.RecommendedAt), outcome.Id);
        while (true)
        {
            var known = await store.ReadAsync<StoredOutcome>(key, cancellationToken);
            var written = await store.WriteAsync(key, outcome, known?.ETag, new DocumentTags(outcome.Outcome.RecommendedAt), cancellationToken);
            if (written.Written) return;
        }
    }

    /// <summary>Measures what is known of the last months, and sets the gates accordingly.</summary>
    public async Task<ExitQuality> MeasureAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var outcomes = new List<ExitOutcome>();
        for (var back = 0; back < Months && outcomes.Count < MaxOutcomes; back++)
        {
            string? cursor = null;
            do
            {
                var query = new ListQuery(
                    Collections.Feedback, Month(now.AddMonths(-back)), NewestFirst: true, Limit: DocumentRules.MaxPageSize, Cursor: cursor);
                var page = await store.ListAsync<StoredOutcome>(query, cancellationToken);
                outcomes.AddRange(page.Items.Select(i => i.Body.Outcome));
                cursor = page.Cursor;
            }
            while (cursor is not null && outcomes.Count < MaxOutcomes);
        }

        var quality = ExitQuality.Of(outcomes, now);
        _gates = ExitGates.Of(quality);
        return quality;
    }

    private static string Month(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}

/// <summary>An outcome as kept.</summary>
/// <param name="Id">Made of bond, path, recommendation and reader.</param>
/// <param name="Isin">Which bond.</param>
/// <param name="By">Who told of it.</param>
/// <param name="TradeSize">Face amount.</param>
/// <param name="Outcome">What became of the recommendation.</param>
public sealed record StoredOutcome(string Id, Isin Isin, string By, FaceAmount TradeSize, ExitOutcome Outcome);
