using LiquidityRisk.Flows.Telemetry;
using LiquidityRisk.Functions.Hosting.Access;
using LiquidityRisk.Functions.Hosting.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LiquidityRisk.Functions.Api;

/// <summary>Metrics for a scraper.</summary>
public sealed class MetricsApi(PrometheusText metrics)
{
    /// <summary>What this instance has done since it started, in the Prometheus text format.</summary>
    [Function(nameof(GetMetrics))]
    [Access]
    [Unmetered]
    [Undocumented("Scrapers read it; it is not JSON.")]
    public IActionResult GetMetrics(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "metrics")] HttpRequest request) => new ContentResult
    {
        Content = metrics.Write(),
        ContentType = "text/plain; version=0.0.4; charset=utf-8",
    };
}
