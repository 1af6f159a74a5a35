using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Flows.Bonds.Answers;
using LiquidityRisk.Flows.Audit;
using LiquidityRisk.Flows.Json;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Bonds;

/// <summary>A bond's history and its audit records.</summary>
public sealed class BondRecords(IDocumentStore store, AuditTrail trail, PolicyArchive policies, ExitQualityBook quality)
{
    /// <summary>One page of history, oldest first, without the probabilities that are withheld today.</summary>
    /// <exception cref="ArgumentException">The cursor is not one of ours.</exception>
    public async Task<HistoryAnswer> HistoryAsync(
        Isin isin, DateTimeOffset? from, DateTimeOffset? to, int limit, string? cursor, CancellationToken cancellationToken)
    {
        var page = await store.ListHeadsAsync<HistoryPoint>(
            new ListQuery(Collections.Audit, BondTopics.Main(isin), from, to, Limit: limit, Cursor: cursor), cancellationToken);
        var gates = quality.Gates;
        return new(isin, [.. page.Items.Select(i => ExitAnswers.Shown(i.Body, gates))], page.Cursor);
    }

    /// <summary>The newest recorded translation at or before an instant; null when there is none.</summary>
    public Task<AuditRecord?> FindAsync(Isin isin, DateTimeOffset? asOf, CancellationToken cancellationToken) =>
        trail.AsOfAsync(BondTopics.Main(isin), BondAudit.Translation, asOf, cancellationToken);

    /// <summary>Makes a recorded translation again from its own inputs; null when there is no record.</summary>
    public async Task<AuditVerdictAnswer?> VerifyAsync(Isin isin, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        if (await FindAsync(isin, asOf, cancellationToken) is not { } record) return null;
        var recorded = JsonSerializer.Deserialize(record.Content, FlowsJson.Default.RecordedTranslation)!;
        var outputs = Text(recorded.Outputs);
        var intact = string.Equals(record.Hash, record.HashOf(), StringComparison.Ordinal);
        var (again, reason) = await AgainAsync(isin, recorded, cancellationToken);
        bool? identical = again is null ? null : string.Equals(outputs, again, StringComparison.Ordinal);
        return new(
            record.Subject,
            record.Sequence,
            recorded.Outputs.AsOf,
            identical,
            Hash(outputs),
            again is null ? null : Hash(again),
            intact,
            identical == false ? FirstDifference(outputs, again!) : reason);
    }

    private async Task<(string? Outputs, string? Reason)> AgainAsync(Isin isin, RecordedTranslation recorded, CancellationToken cancellationToken)
    {
        var version = recorded.Outputs.Exits.PolicyVersion;
        if (await policies.FindAsync(version, cancellationToken) is not { } policy)
            return (null, $"The exit policy {version} was not kept.");
        var w = recorded.Weights;
        var model = new TranslationModel(new(w.Spread, w.Depth, w.Turnover, w.Volume), policy, recorded.TradeSize);
        var again = TranslationParts.Complete(isin, recorded.Inputs, model, recorded.Outputs.AsOf);
        var content = BondAudit.Content(recorded.Inputs, again, model);
        var outdated = recorded.ModelVersions.FirstOrDefault(v => content.ModelVersions.GetValueOrDefault(v.Key) != v.Value);
        return outdated.Key is null
            ? (Text(content.Outputs), null)
            : (null, $"It was made by {outdated.Value}; this version of the app computes {outdated.Key} by {content.ModelVersions.GetValueOrDefault(outdated.Key)}.");
    }

    private static string FirstDifference(string recorded, string again)
    {
        var at = recorded.Zip(again).TakeWhile(p => p.First == p.Second).Count();
        var from = Math.Max(0, at - 40);
        return $"They differ at character {at}: …{Piece(recorded, from)}… was recorded, …{Piece(again, from)}… came out.";
    }

    private static string Piece(string text, int from) => text.Substring(from, Math.Min(80, text.Length - from));

    private static string Text(RecordedOutputs outputs) => JsonSerializer.Serialize(outputs, FlowsJson.Default.RecordedOutputs);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
