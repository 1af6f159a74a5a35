using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace LiquidityRisk.Functions.Hosting;

/// <summary>Where the platform's services are, read and checked at start.</summary>
/// <param name="EventHubsNamespace">Host name of the Event Hubs namespace, without scheme.</param>
/// <param name="WebPubSubEndpoint">Address of the Web PubSub service.</param>
/// <param name="WebPubSubHub">Name of the hub that clients connect to.</param>
internal sealed record AzureSettings(string EventHubsNamespace, Uri WebPubSubEndpoint, string WebPubSubHub)
{
    private const string NamespaceKey = "MarketData:fullyQualifiedNamespace";
    private const string EndpointKey = "WebPubSub:Endpoint";
    private const string HubKey = "WebPubSub:Hub";
    private const string StoreKey = "Store:Provider";
    private const string DefaultHub = "liquidityrisk";

    /// <summary>Reads the settings.</summary>
    /// <exception cref="OptionsValidationException">A setting is missing or malformed; the message names it.</exception>
    public static AzureSettings Read(IConfiguration configuration)
    {
        // A file on one instance's disk would be another truth on each instance.
        Read(configuration, StoreKey, provider => string.Equals(provider, "Cosmos", StringComparison.OrdinalIgnoreCase), "Cosmos");
        return new AzureSettings(
            Read(configuration, NamespaceKey, IsHostName, "a host name such as name.servicebus.windows.net, without scheme or path"),
            new Uri(Read(configuration, EndpointKey, IsSecureAddress, "an address such as https://name.webpubsub.azure.com")),
            string.IsNullOrEmpty(configuration[HubKey])
                ? DefaultHub
                : Read(configuration, HubKey, IsHubName, "a letter, then letters, digits or underscores, at most 128 characters"));
    }

    private static string Read(IConfiguration configuration, string key, Predicate<string> isValid, string expected)
    {
        var value = configuration[key];
        if (string.IsNullOrWhiteSpace(value))
            throw Fault($"Setting {key} is missing; it must be {expected}.");
        return isValid(value)
            ? value
            : throw Fault($"Setting {key} is '{value}'; it must be {expected}.");
    }

    private static OptionsValidationException Fault(string message) => new("Azure", typeof(AzureSettings), [message]);

    private static bool IsHostName(string value) =>
        Uri.CheckHostName(value) == UriHostNameType.Dns && value.Contains('.', StringComparison.Ordinal);

    // Plain HTTP is for a service on this machine: tokens must not travel in the clear.
    private static bool IsSecureAddress(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var address)
        && (string.Equals(address.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal)
            || (string.Equals(address.Scheme, Uri.UriSchemeHttp, StringComparison.Ordinal) && address.IsLoopback));

    private static bool IsHubName(string value) =>
        value.Length <= 128 && char.IsAsciiLetter(value[0]) && value.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
