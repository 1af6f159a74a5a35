using LiquidityRisk.Flows.Ports;
using Microsoft.Azure.Cosmos;

namespace LiquidityRisk.Adapters.Cosmos;

/// <summary>The containers, declared in one place; the Bicep files in <c>infra/azure</c> create the same ones.</summary>
public static class CosmosContainers
{
    /// <summary>The partition key path of every container.</summary>
    public const string PartitionKeyPath = "/partition";

    /// <summary>
    /// One container for each of <see cref="Collections.All"/>. Lifetimes are switched on everywhere (-1: documents live
    /// for ever unless they say otherwise). Only the two properties that listings filter and sort by are indexed, which
    /// keeps a write of a large body as cheap as that of a small one.
    /// </summary>
    public static IReadOnlyList<ContainerProperties> All { get; } = [.. Collections.All.Select(c => Declare(c.Key, c.Value))];

    private static ContainerProperties Declare(string name, TimeSpan? lifetime) => new(name, PartitionKeyPath)
    {
        DefaultTimeToLive = lifetime is { } span ? (int)span.TotalSeconds : -1,
        IndexingPolicy = new IndexingPolicy
        {
            IncludedPaths = { new IncludedPath { Path = "/partition/?" }, new IncludedPath { Path = "/sort/?" } },
            ExcludedPaths = { new ExcludedPath { Path = "/*" } },
        },
    };
}
