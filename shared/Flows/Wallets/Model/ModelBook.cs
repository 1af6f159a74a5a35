using System.Text.Json;
using LiquidityRisk.Flows.Audit;
using LiquidityRisk.Flows.Json;
using LiquidityRisk.Flows.Ports;

namespace LiquidityRisk.Flows.Wallets.Model;

/// <summary>Loads and saves versions of the liquidation model, and which of them is in force.</summary>
public sealed class ModelBook(IDocumentStore store, AuditTrail audit, TimeProvider time)
{
    /// <summary>Subject of the model's audit records.</summary>
    public const string Subject = "liquidation-model";

    /// <summary>How many versions are listed.</summary>
    public const int MaxListed = 60;

    private const int MaxAttempts = 20;
    private static readonly TimeSpan KeepRejected = TimeSpan.FromDays(60);
    private static readonly DocumentKey StandingKey = new(Collections.LiquidationModels, "standing", "current");

    /// <summary>How things stand; null before the first training.</summary>
    /// <param name="known">What the reader has of it, or null.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public ValueTask<StoredDocument<ModelStanding>?> ReadAsync(StoredDocument<ModelStanding>? known, CancellationToken cancellationToken) => known is null
        ? store.ReadAsync<ModelStanding>(StandingKey, cancellationToken)
        : store.RefreshAsync(StandingKey, known, cancellationToken);

    /// <summary>Changes how things stand: decides again whenever somebody else was first. A change to record is stored with its audit record.</summary>
    /// <param name="decide">Given how things stand, the change; null leaves them.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>How things stand after the change; null when they were left.</returns>
    /// <exception cref="StoreUnavailableException">The store did not answer, or others were first every time.</exception>
    public async Task<ModelStanding?> ChangeAsync(Func<ModelStanding, ModelChange?> decide, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var stored = await store.ReadAsync<ModelStanding>(StandingKey, cancellationToken);
            var before = stored?.Body ?? ModelStanding.None;
            if (decide(before) is not { } change) return null;
            await FileAsync(before, cancellationToken);
            var now = time.GetUtcNow();
            var record = change.Act is { } act
                ? AuditRecord.After(before.Tail, Subject, now, change.Kind, change.Actor, JsonSerializer.Serialize(act, FlowsJson.Default.ModelAct))
                : null;
            var after = change.After with { Tail = record?.Tail ?? before.Tail, Unfiled = record };
            if (!(await store.WriteAsync(StandingKey, after, stored?.ETag, new DocumentTags(now), cancellationToken)).Written) continue;
            await FileAsync(after, cancellationToken);
            return after;
        }

        throw new StoreUnavailableException($"The liquidation model was changed by others at every one of {MaxAttempts} attempts.");
    }

    /// <summary>Keeps a version; one that is there already stays as it is.</summary>
    public async Task KeepAsync(ModelVersionDocument version, CancellationToken cancellationToken) => await store.WriteAsync(
        Key(version.Head.Card.Version),
        version,
        ifMatch: null,
        new DocumentTags(version.Head.Card.TrainedAt, version.Head, version.Head.IsBetter ? null : KeepRejected),
        cancellationToken);

    /// <summary>A version; null when there is none, or no more.</summary>
    public async Task<ModelVersionDocument?> FindAsync(string version, CancellationToken cancellationToken) =>
        (await store.ReadAsync<ModelVersionDocument>(Key(version), cancellationToken))?.Body;

    /// <summary>The newest versions without their trees, newest first.</summary>
    public async Task<IReadOnlyList<ModelVersionHead>> ListAsync(CancellationToken cancellationToken)
    {
        var query = new ListQuery(Collections.LiquidationModels, "versions", NewestFirst: true, Limit: MaxListed);
        return [.. (await store.ListHeadsAsync<ModelVersionHead>(query, cancellationToken)).Items.Select(i => i.Body)];
    }

    private async Task FileAsync(ModelStanding standing, CancellationToken cancellationToken)
    {
        if (standing.Unfiled is { } record) await audit.FileAsync([(record, null)], cancellationToken);
    }

    private static DocumentKey Key(string version) => new(Collections.LiquidationModels, "versions", version);
}

/// <summary>A change of how things stand.</summary>
/// <param name="After">How they stand after it.</param>
/// <param name="Act">What to record; null for nothing.</param>
/// <param name="Kind">What happened, for the record.</param>
/// <param name="Actor">Who caused it.</param>
public sealed record ModelChange(ModelStanding After, ModelAct? Act = null, string Kind = "", string Actor = "");
