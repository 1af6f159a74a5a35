using LiquidityRisk.Functions.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace LiquidityRisk.Azure.Tests.Hosting;

public class AzureSettingsTests
{
    [Fact]
    public void The_settings_of_a_deployment_are_read()
    {
        var settings = Read();

        Assert.Equal("feeds.servicebus.windows.net", settings.EventHubsNamespace);
        Assert.Equal(new Uri("https://live.webpubsub.azure.com"), settings.WebPubSubEndpoint);
        Assert.Equal("liquidityrisk", settings.WebPubSubHub);
    }

    [Theory]
    [InlineData("MarketData:fullyQualifiedNamespace", null)]
    [InlineData("MarketData:fullyQualifiedNamespace", "<namespace>.servicebus.windows.net")]
    [InlineData("MarketData:fullyQualifiedNamespace", "https://feeds.servicebus.windows.net")]
    [InlineData("MarketData:fullyQualifiedNamespace", "Endpoint=sb://feeds.servicebus.windows.net/;SharedAccessKey=k")]
    [InlineData("WebPubSub:Endpoint", "")]
    [InlineData("WebPubSub:Endpoint", "live.webpubsub.azure.com")]
    [InlineData("WebPubSub:Endpoint", "http://live.webpubsub.azure.com")]
    [InlineData("WebPubSub:Hub", "1st hub")]
    [InlineData("Store:Provider", null)]
    [InlineData("Store:Provider", "Sqlite")]
    public void A_missing_or_malformed_setting_is_named(string key, string? value)
    {
        var fault = Assert.Throws<OptionsValidationException>(() => Read((key, value)));

        Assert.Contains($"Setting {key} ", fault.Message, StringComparison.Ordinal);
    }

    private static AzureSettings Read(params (string Key, string? Value)[] changes)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["MarketData:fullyQualifiedNamespace"] = "feeds.servicebus.windows.net",
            ["Store:Provider"] = "Cosmos",
            ["WebPubSub:Endpoint"] = "https://live.webpubsub.azure.com",
        };
        foreach (var (key, value) in changes) values[key] = value;
        return AzureSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
    }
}
