using System.Data.Common;

namespace LiquidityRisk.Adapters.Cosmos;

/// <summary>Where the Cosmos DB account is, and how long to try. Settings under <c>Store:Cosmos</c>.</summary>
public sealed record CosmosOptions
{
    /// <summary>
    /// The account in Azure, for example <c>https://name.documents.azure.com/</c>; signed in to with the app's managed
    /// identity. Exactly one of this and <see cref="ConnectionString"/> is set.
    /// </summary>
    public Uri? AccountEndpoint { get; init; }

    /// <summary>An emulator on this machine: <c>AccountEndpoint=https://127.0.0.1:8081/;AccountKey=…</c>. Keys are good for nothing else.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>The database; created by the adapter on an emulator, by the infrastructure in Azure.</summary>
    public string Database { get; init; } = "liquidity-risk";

    /// <summary>
    /// How long one attempt may take, 100 ms to 1 min. Default 5 s: a single-partition operation answers in milliseconds,
    /// a whole page of large documents in a second or two.
    /// </summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long one operation is retried before <see cref="Flows.Ports.StoreUnavailableException"/>, 100 ms to 5 min.
    /// Default 30 s: longer than a partition takes to move, shorter than callers wait.
    /// </summary>
    public TimeSpan GiveUpAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The address that is spoken to.</summary>
    internal Uri Endpoint => AccountEndpoint ?? EmulatorEndpoint()!;

    /// <summary>True for an emulator on this machine.</summary>
    internal bool IsEmulator => ConnectionString is not null;

    /// <summary>What is wrong with the settings, each fault naming its setting below <paramref name="section"/>; empty when nothing is.</summary>
    public IEnumerable<string> Faults(string section)
    {
        if (AccountEndpoint is null == string.IsNullOrEmpty(ConnectionString))
            yield return $"Set exactly one of {section}:AccountEndpoint (Azure) and {section}:ConnectionString (emulator).";
        if (AccountEndpoint is { } account && !(account.IsAbsoluteUri && account.Scheme == Uri.UriSchemeHttps))
            yield return $"{section}:AccountEndpoint must be an https address, not '{account}'.";
        if (!string.IsNullOrEmpty(ConnectionString) && EmulatorEndpoint() is not { IsLoopback: true })
            yield return $"{section}:ConnectionString must name AccountEndpoint and AccountKey of an emulator on this machine; in Azure the app signs in with its identity ({section}:AccountEndpoint).";
        if (string.IsNullOrWhiteSpace(Database))
            yield return $"{section}:Database must name a database.";
        if (AttemptTimeout < TimeSpan.FromMilliseconds(100) || AttemptTimeout > TimeSpan.FromMinutes(1))
            yield return $"{section}:AttemptTimeout must be 100 ms to 1 min, not {AttemptTimeout}.";
        if (GiveUpAfter < TimeSpan.FromMilliseconds(100) || GiveUpAfter > TimeSpan.FromMinutes(5))
            yield return $"{section}:GiveUpAfter must be 100 ms to 5 min, not {GiveUpAfter}.";
    }

    private Uri? EmulatorEndpoint()
    {
        try
        {
            var parts = new DbConnectionStringBuilder { ConnectionString = ConnectionString };
            return parts.ContainsKey("AccountKey")
                && parts.TryGetValue("AccountEndpoint", out var endpoint)
                && Uri.TryCreate(endpoint as string, UriKind.Absolute, out var uri) ? uri : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
