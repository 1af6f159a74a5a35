using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using LiquidityRisk.Flows.Ports;

namespace LiquidityRisk.Architecture.Tests;

/// <summary>The Bicep files compile without a warning and make what the code expects.</summary>
public sealed class InfrastructureTests
{
    private static readonly string? Bicep = typeof(InfrastructureTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(m => m.Key == "Bicep")?.Value;

    private static readonly Lazy<(JsonElement Template, string Messages)> Compiled = new(Compile);

    [Fact]
    public void Bicep_finds_nothing_to_say()
    {
        Assert.SkipWhen(Bicep is null, "The Bicep compiler is fetched on Linux on x64 only.");

        Assert.Equal("", Compiled.Value.Messages);
    }

    [Fact]
    public void The_database_has_the_collections_of_the_code_with_their_lifetimes()
    {
        Assert.SkipWhen(Bicep is null, "The Bicep compiler is fetched on Linux on x64 only.");

        var made = Objects(Compiled.Value.Template, "containers").SelectMany(list => list.EnumerateArray())
            .ToDictionary(c => c.GetProperty("name").GetString()!, c => c.GetProperty("lifetime").GetInt32(), StringComparer.Ordinal);
        Assert.Equal(
            Collections.All.ToDictionary(c => c.Key, c => c.Value is { } span ? (int)span.TotalSeconds : -1).OrderBy(c => c.Key, StringComparer.Ordinal),
            made.OrderBy(c => c.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void Every_setting_that_the_function_app_gets_is_documented_or_the_platforms_own()
    {
        Assert.SkipWhen(Bicep is null, "The Bicep compiler is fetched on Linux on x64 only.");

        string[] platform = ["AZURE_", "AzureWebJobsStorage__", "APPLICATIONINSIGHTS_", "MarketData__credential", "MarketData__clientId"];
        var sample = JsonDocument.Parse(Repository.Read("local.settings.sample.json")).RootElement.GetProperty("Values")
            .EnumerateObject().Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        var settings = Objects(Compiled.Value.Template, "properties").Where(p => p.ValueKind == JsonValueKind.Object && p.TryGetProperty("Store__Provider", out _))
            .SelectMany(p => p.EnumerateObject().Select(s => s.Name)).ToList();
        Assert.NotEmpty(settings);
        Assert.DoesNotContain(settings, s => !sample.Contains(s) && !platform.Any(p => s.StartsWith(p, StringComparison.Ordinal)));
    }

    [Fact]
    public void No_resource_takes_keys()
    {
        Assert.SkipWhen(Bicep is null, "The Bicep compiler is fetched on Linux on x64 only.");

        var text = Compiled.Value.Template.GetRawText();
        Assert.DoesNotContain("listKeys", text, StringComparison.OrdinalIgnoreCase);
        Assert.All(Objects(Compiled.Value.Template, "disableLocalAuth"), value => Assert.True(value.GetBoolean()));
        Assert.Equal(4, Objects(Compiled.Value.Template, "disableLocalAuth").Count()); // hubs, database, topics, logs
        Assert.All(Objects(Compiled.Value.Template, "allowSharedKeyAccess"), value => Assert.False(value.GetBoolean()));
    }

    // Every value of a member of that name, however deep; modules are nested templates.
    private static IEnumerable<JsonElement> Objects(JsonElement element, string name) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => (p.NameEquals(name) ? [p.Value] : Array.Empty<JsonElement>()).Concat(Objects(p.Value, name))),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(e => Objects(e, name)),
        _ => [],
    };

    private static (JsonElement Template, string Messages) Compile()
    {
        var start = new ProcessStartInfo(Bicep!, ["build", Path.Combine(Repository.Root, "infra", "azure", "main.bicep"), "--stdout"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var messages = process.StandardError.ReadToEndAsync();
        var template = JsonDocument.Parse(process.StandardOutput.ReadToEnd()).RootElement;
        process.WaitForExit();
        return (template, messages.Result);
    }
}
