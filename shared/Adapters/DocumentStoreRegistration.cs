using LiquidityRisk.Adapters.Cosmos;
using LiquidityRisk.Adapters.Sqlite;
using LiquidityRisk.Flows.Ports;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace LiquidityRisk.Adapters;

/// <summary>Which document store the app uses. Settings under <c>Store</c>.</summary>
public sealed record StoreOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Store";

    /// <summary><c>Sqlite</c> (default, needs nothing) or <c>Cosmos</c>.</summary>
    public string Provider { get; init; } = "Sqlite";

    /// <summary>The SQLite file; its folder is created. Default <c>.data/documents.db</c>.</summary>
    public string Path { get; init; } = System.IO.Path.Combine(".data", "documents.db");

    /// <summary>The Cosmos DB account, when that is the provider.</summary>
    public CosmosOptions Cosmos { get; init; } = new();

    internal bool IsCosmos => string.Equals(Provider, "Cosmos", StringComparison.OrdinalIgnoreCase);

    /// <summary>What is wrong with the settings, each fault naming its setting; empty when nothing is.</summary>
    public IEnumerable<string> Faults()
    {
        if (IsCosmos) return Cosmos.Faults($"{Section}:{nameof(Cosmos)}");
        if (!string.Equals(Provider, "Sqlite", StringComparison.OrdinalIgnoreCase))
            return [$"{Section}:{nameof(Provider)} must be Sqlite or Cosmos, not '{Provider}'."];
        return string.IsNullOrWhiteSpace(Path) ? [$"{Section}:{nameof(Path)} must name the SQLite file."] : [];
    }
}

/// <summary>Adds the document store to the app.</summary>
public static class DocumentStoreRegistration
{
    /// <summary>
    /// Adds <see cref="IDocumentStore"/> as configured under <c>Store</c>. Register a <see cref="StoreJson"/> to say how
    /// documents are serialized (default: <see cref="StoreJson.Default"/>) and a <see cref="TimeProvider"/> to turn the clock.
    /// </summary>
    /// <exception cref="OptionsValidationException">A setting is wrong; the message names it.</exception>
    public static IServiceCollection AddDocumentStore(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection(StoreOptions.Section).Get<StoreOptions>() ?? new StoreOptions();
        var faults = options.Faults().ToList();
        if (faults.Count > 0) throw new OptionsValidationException(StoreOptions.Section, typeof(StoreOptions), faults);

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(StoreJson.Default);
        if (!options.IsCosmos)
        {
            return services.AddSingleton<IDocumentStore>(provider => new SqliteDocumentStore(
                options.Path,
                provider.GetRequiredService<StoreJson>().Options,
                provider.GetRequiredService<TimeProvider>()));
        }

        services.AddSingleton(_ => CosmosConnection.Open(options.Cosmos));
        return services.AddSingleton<IDocumentStore>(provider => new CosmosDocumentStore(
            provider.GetRequiredService<Microsoft.Azure.Cosmos.CosmosClient>(),
            options.Cosmos,
            provider.GetRequiredService<StoreJson>().Options,
            provider.GetRequiredService<TimeProvider>()));
    }
}
