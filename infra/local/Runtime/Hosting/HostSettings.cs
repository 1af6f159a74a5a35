using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace LiquidityRisk.Local.Runtime.Hosting;

/// <summary>
/// Settings as the Functions host knows them: host.json under <c>AzureFunctionsJobHost</c> (so that an environment variable
/// such as <c>AzureFunctionsJobHost__extensions__http__routePrefix</c> overrides it), and <c>%Name%</c> in attributes.
/// </summary>
internal sealed partial class HostSettings(IConfiguration configuration)
{
    private const string Section = "AzureFunctionsJobHost:";

    public string RoutePrefix => configuration[Section + "extensions:http:routePrefix"] ?? "api";

    public int MaxEventBatchSize => Positive("extensions:eventHubs:maxEventBatchSize", 100);

    /// <summary>A value of host.json by its path, for example <c>extensions:durableTask:hubName</c>.</summary>
    public string? this[string path] => configuration[Section + path];

    /// <summary>Replaces every <c>%Name%</c> by the setting of that name.</summary>
    /// <exception cref="StartupException">There is no such setting.</exception>
    public string Expand(string text, string usedBy) => Placeholder().Replace(text, match =>
        configuration[match.Groups["name"].Value]
        ?? throw new StartupException($"{usedBy} refers to %{match.Groups["name"].Value}%, and there is no such setting."));

    /// <summary>Reads a host.json into the settings it stands for.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Load(string path)
    {
        if (!File.Exists(path)) return [];
        var settings = Parse(path);
        if (settings["version"] is { } version && version != "2.0")
            throw new StartupException($"{path}: version is '{version}'; only 2.0 is known.");
        return [.. settings.AsEnumerable().Select(s => KeyValuePair.Create(Section + s.Key, s.Value))];
    }

    /// <summary>Reads the <c>Values</c> of a local.settings.json.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> LoadLocal(string path) => !File.Exists(path)
        ? []
        : [.. Parse(path).GetSection("Values").AsEnumerable(makePathsRelative: true)
            .Select(s => KeyValuePair.Create(s.Key.Replace("__", ":", StringComparison.Ordinal), s.Value))];

    private static IConfigurationRoot Parse(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return new ConfigurationBuilder().AddJsonStream(stream).Build();
        }
        catch (Exception e) when (e is FormatException or InvalidDataException or System.Text.Json.JsonException or IOException)
        {
            throw new StartupException($"{path} cannot be read: {(e.InnerException ?? e).Message}", e);
        }
    }

    private int Positive(string path, int otherwise) => this[path] is not { } text
        ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0
            ? value
            : throw new StartupException($"host.json: {path.Replace(':', '.')} is '{text}'; a positive whole number is expected.");

    [GeneratedRegex("%(?<name>[^%]+)%", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Placeholder();
}
