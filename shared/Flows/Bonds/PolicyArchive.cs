using LiquidityRisk.Domain.Bonds.Exits;
using LiquidityRisk.Flows.Ports;

namespace LiquidityRisk.Flows.Bonds;

/// <summary>Keeps every exit policy that was ever in force, so that old recommendations can be made again.</summary>
public sealed class PolicyArchive(IDocumentStore store, IExitPolicies policies, TimeProvider time)
{
    private const string Partition = "exit";

    private string? _kept;

    /// <summary>Keeps the policy in force; one that is there already stays as it is.</summary>
    public async ValueTask KeepAsync(CancellationToken cancellationToken)
    {
        var version = policies.Current.Version;
        if (string.Equals(_kept, version, StringComparison.Ordinal)) return;
        var text = policies.CurrentText;
        var read = policies.Parse(text).Version; // the text may be newer than the policy by now
        await store.WriteAsync(Key(read), new PolicyDocument(text), ifMatch: null, new DocumentTags(time.GetUtcNow()), cancellationToken);
        if (string.Equals(read, version, StringComparison.Ordinal)) _kept = version;
    }

    /// <summary>A policy of the past; null when it was never kept.</summary>
    public async ValueTask<ExitPolicy?> FindAsync(string version, CancellationToken cancellationToken) =>
        await store.ReadAsync<PolicyDocument>(Key(version), cancellationToken) is { } kept ? policies.Parse(kept.Body.Text) : null;

    private static DocumentKey Key(string version) => new(Collections.Policies, Partition, version);
}

/// <summary>A policy as kept.</summary>
/// <param name="Text">The file's text.</param>
public sealed record PolicyDocument(string Text);
