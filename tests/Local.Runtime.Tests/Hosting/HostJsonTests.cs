using System.Net;
using LiquidityRisk.Local.Runtime.Hosting;
using LiquidityRisk.Local.Runtime.Testing;
using LiquidityRisk.Local.Runtime.Tests.EventHubs;
using LiquidityRisk.Local.Runtime.Tests.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LiquidityRisk.Local.Runtime.Tests.Hosting;

public sealed class HostJsonTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task Route_prefix_is_taken_from_the_file()
    {
        await using var host = await StartAsync("""{ "version": "2.0", "extensions": { "http": { "routePrefix": "" } } }""");

        Assert.Equal(HttpStatusCode.NoContent, (await host.Client.GetAsync("/Named")).StatusCode);
    }

    [Fact]
    public async Task Malformed_file_is_named_in_the_error()
    {
        var fault = await Assert.ThrowsAsync<StartupException>(() => StartAsync("""{ "version": "2.0", """));

        Assert.Contains(_file, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
    }

    [Fact]
    public async Task Other_version_is_refused()
    {
        var fault = await Assert.ThrowsAsync<StartupException>(() => StartAsync("""{ "version": "1.0" }"""));

        Assert.Contains("'1.0'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Value_that_makes_no_sense_is_refused_by_its_path()
    {
        var fault = await Assert.ThrowsAsync<StartupException>(() =>
            StartAsync("""{ "version": "2.0", "extensions": { "eventHubs": { "maxEventBatchSize": -1 } } }"""));

        Assert.Contains("extensions.eventHubs.maxEventBatchSize", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Local_settings_become_settings()
    {
        await File.WriteAllTextAsync(_file, """{ "IsEncrypted": false, "Values": { "Market__Hub": "prices", "Feed:Rate": 5 } }""");
        await using var host = await RuntimeUnderTest.StartAsync(
            [typeof(EchoFunctions)], options: options => options.LocalSettingsPath = _file, configure: Greet);

        var settings = host.Services.GetRequiredService<IConfiguration>();
        Assert.Equal(("prices", "5"), (settings["Market:Hub"], settings["Feed:Rate"]));
    }

    [Fact]
    public async Task Data_folder_in_use_refuses_a_second_start()
    {
        await using var host = await StartAsync("{}");
        var fault = await Assert.ThrowsAsync<StartupException>(() =>
            RuntimeUnderTest.StartAsync([typeof(SingleConsumer)], Greet, dataDirectory: host.DataDirectory));

        Assert.Contains("in use", fault.Message, StringComparison.Ordinal);
    }

    private async Task<RuntimeTestHost> StartAsync(string hostJson)
    {
        await File.WriteAllTextAsync(_file, hostJson);
        return await RuntimeUnderTest.StartAsync(
            [typeof(EchoFunctions), typeof(SingleConsumer)], Greet, options => options.HostJsonPath = _file);
    }

    private static void Greet(Microsoft.Azure.Functions.Worker.Builder.FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton(new EchoFunctions.Greeting("hello"));
        builder.Services.AddSingleton(new EventRecorder());
    }
}
