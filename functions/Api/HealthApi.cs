using System.Diagnostics;
using System.Text.Json.Serialization;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Functions.Hosting.Access;
using LiquidityRisk.Functions.Hosting.Http;
using LiquidityRisk.Functions.Hosting.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LiquidityRisk.Functions.Api;

/// <summary>Whether the service lives and is ready to work.</summary>
public sealed class HealthApi(IDocumentStore store, TimeProvider time)
{
    /// <summary>Whether the process answers at all.</summary>
    [Function(nameof(HealthLive))]
    [Access]
    [Unmetered]
    [Operation("Health", typeof(HealthAnswer))]
    public IActionResult HealthLive(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health/live")] HttpRequest request) =>
        Answer(new HealthAnswer("healthy", time.GetUtcNow(), null));

    /// <summary>Whether everything that the service needs is there.</summary>
    [Function(nameof(HealthReady))]
    [Access]
    [Unmetered]
    [Operation("Health", typeof(HealthAnswer), AlsoStatus = StatusCodes.Status503ServiceUnavailable)]
    public async Task<IActionResult> HealthReady(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health/ready")] HttpRequest request,
        CancellationToken cancellationToken) => Answer(await CheckAsync(cancellationToken));

    /// <summary>How the service is, with each thing that it needs.</summary>
    [Function(nameof(Health))]
    [Access]
    [Unmetered]
    [Operation("Health", typeof(HealthAnswer), AlsoStatus = StatusCodes.Status503ServiceUnavailable)]
    public async Task<IActionResult> Health(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health")] HttpRequest request,
        CancellationToken cancellationToken) => Answer(await CheckAsync(cancellationToken));

    private static JsonAnswer<HealthAnswer> Answer(HealthAnswer health) => new(
        health,
        HealthJson.Default.HealthAnswer,
        health.Status is "healthy" ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);

    private async Task<HealthAnswer> CheckAsync(CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        string? fault = null;
        try
        {
            await store.PingAsync(cancellationToken);
        }
        catch (StoreUnavailableException e)
        {
            fault = e.Message;
        }

        var check = new DependencyHealth("document_store", fault is null, Math.Round(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 2), fault);
        return new HealthAnswer(check.Healthy ? "healthy" : "unhealthy", time.GetUtcNow(), [check]);
    }
}

/// <summary>Health of the service.</summary>
/// <param name="Status">healthy or unhealthy.</param>
/// <param name="Timestamp">When it was checked.</param>
/// <param name="Dependencies">What it needs; null when not checked.</param>
internal sealed record HealthAnswer(string Status, DateTimeOffset Timestamp, IReadOnlyList<DependencyHealth>? Dependencies);

/// <summary>Health of something the service needs.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Healthy">Whether it answered.</param>
/// <param name="LatencyMs">How long it took, in milliseconds.</param>
/// <param name="Fault">What is wrong with it.</param>
internal sealed record DependencyHealth(string Name, bool Healthy, double LatencyMs, string? Fault);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HealthAnswer))]
internal sealed partial class HealthJson : JsonSerializerContext;
