using Azure.Identity;
using Microsoft.Azure.Cosmos;

namespace LiquidityRisk.Adapters.Cosmos;

/// <summary>Opens Cosmos DB clients.</summary>
public static class CosmosConnection
{
    /// <summary>A client for the account, to be shared by the whole process; it connects on first use.</summary>
    /// <param name="options">Validated options.</param>
    /// <param name="adjust">A last word on the client's options, for tests that listen in.</param>
    public static CosmosClient Open(CosmosOptions options, Action<CosmosClientOptions>? adjust = null)
    {
        var client = new CosmosClientOptions
        {
            ApplicationName = "LiquidityRisk",
            EnableContentResponseOnWrite = false,
            // The adapter retries by itself, so that one budget and one message hold for every kind of fault.
            MaxRetryAttemptsOnRateLimitedRequests = 0,
            RequestTimeout = options.AttemptTimeout,
        };
        if (options.IsEmulator)
        {
            client.ConnectionMode = ConnectionMode.Gateway;
            client.LimitToEndpoint = true;
            // Emulators sign their certificates themselves; options accept them on this machine only.
            client.ServerCertificateCustomValidationCallback = (_, _, _) => options.Endpoint.IsLoopback;
        }

        adjust?.Invoke(client);
        return options.IsEmulator
            ? new CosmosClient(options.ConnectionString, client)
            : new CosmosClient(options.AccountEndpoint!.ToString(), new DefaultAzureCredential(), client);
    }
}
