using System.Globalization;
using LiquidityRisk.Domain.Wallets.Model;
using LiquidityRisk.Flows.Ports;

namespace LiquidityRisk.Flows.Wallets.Model;

/// <summary>Some samples whose outcome became known at once.</summary>
/// <param name="Samples">In the order of their time.</param>
public sealed record SamplePage(IReadOnlyList<LabelledSample> Samples);

/// <summary>Keeps observed samples for the liquidation model, by the UTC month in which their outcome became known.</summary>
public sealed class SampleStore(IDocumentStore store, TimeProvider time)
{
    private const int MaxMonths = 24;

    /// <summary>Files samples; an id that is there already is not written again.</summary>
    public async Task FileAsync(string id, IReadOnlyList<LabelledSample> samples, CancellationToken cancellationToken)
    {
        if (samples.Count == 0) return;
        var now = time.GetUtcNow();
        var page = new SamplePage([.. samples.OrderBy(s => s.At)]);
        await store.WriteAsync(
            new DocumentKey(Collections.LiquidationSamples, Month(now), id), page, ifMatch: null, new DocumentTags(now), cancellationToken);
    }

    /// <summary>All samples that are kept, at most so many: the newest.</summary>
    public async Task<List<LabelledSample>> ReadAsync(int most, CancellationToken cancellationToken)
    {
        var samples = new List<LabelledSample>();
        var now = time.GetUtcNow();
        for (var back = 0; back < MaxMonths && samples.Count < most; back++)
        {
            string? cursor = null;
            do
            {
                var page = await store.ListAsync<SamplePage>(
                    new ListQuery(Collections.LiquidationSamples, Month(now.AddMonths(-back)), NewestFirst: true, Limit: 50, Cursor: cursor), cancellationToken);
                foreach (var item in page.Items) samples.AddRange(item.Body.Samples);
                cursor = page.Cursor;
            }
            while (cursor is not null && samples.Count < most);
        }

        return [.. samples.OrderByDescending(s => s.At).Take(most).OrderBy(s => s.At)];
    }

    private static string Month(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
