using System.Text.Json;
using LiquidityRisk.Adapters.Cosmos;
using LiquidityRisk.Adapters.Sqlite;
using LiquidityRisk.Adapters.Tests.Sqlite;
using LiquidityRisk.Flows.Ports;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LiquidityRisk.Adapters.Tests;

public sealed class DocumentStoreRegistrationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Sqlite_is_used_with_the_apps_serializer()
    {
        var services = new ServiceCollection().AddSingleton(new StoreJson(new JsonSerializerOptions()));
        var path = _folder.File("new/documents.db");
        await using (var provider = Add(services, ("Store:Provider", "sqlite"), ("Store:Path", path)).BuildServiceProvider())
        {
            var store = Assert.IsType<SqliteDocumentStore>(provider.GetRequiredService<IDocumentStore>());
            await store.WriteAsync(
                new(Collections.Bonds, "p", "a"), new { SomeName = 1 }, ifMatch: null, new(DateTimeOffset.UnixEpoch), default);
        }

        await using var database = new SqliteDatabase(path, SqliteDocumentStore.Schema);
        Assert.Equal(
            """{"SomeName":1}""",
            database.Read(s => s.First("SELECT CAST(body AS TEXT) FROM documents", row => row.GetString(0))));
    }

    [Theory]
    [InlineData("AccountEndpoint", "https://name.documents.azure.com/")]
    [InlineData("ConnectionString", "AccountEndpoint=https://localhost:8081/;AccountKey=ZW11bGF0b3I=")]
    public async Task Cosmos_is_used_without_connecting_at_start(string setting, string value)
    {
        await using var provider = Add(new ServiceCollection(), ("Store:Provider", "Cosmos"), ($"Store:Cosmos:{setting}", value))
            .BuildServiceProvider();
        Assert.IsType<CosmosDocumentStore>(provider.GetRequiredService<IDocumentStore>());
    }

    [Theory]
    [InlineData("Provider", "Oracle", "Store:Provider")]
    [InlineData("Path", " ", "Store:Path")]
    public void A_wrong_setting_is_refused_by_name(string setting, string value, string named) =>
        Assert.Contains(named, Refused(($"Store:{setting}", value)), StringComparison.Ordinal);

    [Theory]
    [InlineData("Database", "x", "Store:Cosmos:AccountEndpoint")] // neither address
    [InlineData("AccountEndpoint", "http://name.documents.azure.com/", "Store:Cosmos:AccountEndpoint")]
    [InlineData("AccountEndpoint", "name", "Store:Cosmos:AccountEndpoint")]
    [InlineData("ConnectionString", "AccountEndpoint=https://name.documents.azure.com/;AccountKey=a2V5", "Store:Cosmos:ConnectionString")]
    [InlineData("ConnectionString", "AccountEndpoint=https://localhost:8081/", "Store:Cosmos:ConnectionString")]
    [InlineData("ConnectionString", "nonsense", "Store:Cosmos:ConnectionString")]
    public void A_wrong_Cosmos_address_is_refused_by_name(string setting, string value, string named) =>
        Assert.Contains(named, Refused(("Store:Provider", "Cosmos"), ($"Store:Cosmos:{setting}", value)), StringComparison.Ordinal);

    [Theory]
    [InlineData("Database", " ")]
    [InlineData("AttemptTimeout", "00:00:00")]
    [InlineData("AttemptTimeout", "00:02:00")]
    [InlineData("GiveUpAfter", "01:00:00")]
    public void A_wrong_Cosmos_knob_is_refused_by_name(string setting, string value) => Assert.Contains(
        $"Store:Cosmos:{setting}",
        Refused(
            ("Store:Provider", "Cosmos"),
            ("Store:Cosmos:AccountEndpoint", "https://name.documents.azure.com/"),
            ($"Store:Cosmos:{setting}", value)),
        StringComparison.Ordinal);

    [Fact]
    public void Two_Cosmos_addresses_are_one_too_many() => Assert.Contains(
        "exactly one of",
        Refused(
            ("Store:Provider", "Cosmos"),
            ("Store:Cosmos:AccountEndpoint", "https://name.documents.azure.com/"),
            ("Store:Cosmos:ConnectionString", "AccountEndpoint=https://localhost:8081/;AccountKey=ZW11bGF0b3I=")),
        StringComparison.Ordinal);

    private static string Refused(params (string Key, string Value)[] settings) =>
        Assert.Throws<OptionsValidationException>(() => Add(new ServiceCollection(), settings)).Message;

    private static IServiceCollection Add(IServiceCollection services, params (string Key, string Value)[] settings) =>
        services.AddDocumentStore(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)))
            .Build());
}
