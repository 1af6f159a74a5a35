using Azure.Core;
using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using LiquidityRisk.Flows.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace LiquidityRisk.Functions.Hosting;

/// <summary>
/// Sends metrics and traces to an OpenTelemetry collector when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names one (the exporter reads its other
/// settings from the standard <c>OTEL_*</c> variables), and to Application Insights when <c>APPLICATIONINSIGHTS_CONNECTION_STRING</c> names that,
/// signed in to with the app's identity.
/// </summary>
internal sealed class TelemetryExport(IConfiguration configuration) : IHostedService
{
    private MeterProvider? _metrics;
    private TracerProvider? _traces;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var hasCollector = !string.IsNullOrEmpty(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]);
        var insights = configuration["APPLICATIONINSIGHTS_CONNECTION_STRING"];
        if (!hasCollector && string.IsNullOrEmpty(insights)) return Task.CompletedTask;
        var resource = ResourceBuilder.CreateDefault().AddService("liquidity-risk");
        var metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource)
            .AddMeter(ServiceMetrics.MeterName, "Microsoft.AspNetCore.Hosting", "System.Runtime");
        var traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(ServiceMetrics.MeterName, "Microsoft.AspNetCore");
        if (hasCollector)
        {
            metrics.AddOtlpExporter();
            traces.AddOtlpExporter();
        }

        if (!string.IsNullOrEmpty(insights))
        {
            TokenCredential identity = new DefaultAzureCredential();
            metrics.AddAzureMonitorMetricExporter(o => o.ConnectionString = insights, identity);
            traces.AddAzureMonitorTraceExporter(o => o.ConnectionString = insights, identity);
        }

        (_metrics, _traces) = (metrics.Build(), traces.Build());
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _metrics?.Dispose();
        _traces?.Dispose();
        return Task.CompletedTask;
    }
}
