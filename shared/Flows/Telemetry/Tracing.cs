using System.Diagnostics;

namespace LiquidityRisk.Flows.Telemetry;

/// <summary>Carries a trace across hubs and topics: a W3C <c>traceparent</c> goes out beside what is sent and is taken up where it arrives.</summary>
public static class Tracing
{
    /// <summary>Name of the property that carries the trace on events, and of the member that carries it on topics.</summary>
    public const string TraceParent = "traceparent";

    private static readonly ActivitySource Source = new(ServiceMetrics.MeterName);

    /// <summary>The trace that is running, as a <c>traceparent</c>; null when none is.</summary>
    public static string? Current => Activity.Current is { IdFormat: ActivityIdFormat.W3C } running ? running.Id : null;

    /// <summary>Goes on with a trace that came from elsewhere until the result is disposed of.</summary>
    /// <param name="name">What is done, for whoever reads the trace.</param>
    /// <param name="traceParent">Where it came from; what is no <c>traceparent</c>, or null, leaves everything as it is.</param>
    /// <returns>The running step; null when nothing was taken up.</returns>
    public static Activity? Continue(string name, string? traceParent)
    {
        if (traceParent is null || !ActivityContext.TryParse(traceParent, traceState: null, isRemote: true, out var parent)) return null;
        // Without anybody who listens the source makes nothing, but the trace must not end here.
        return Source.StartActivity(name, ActivityKind.Consumer, parent) ?? new Activity(name).SetParentId(traceParent).Start();
    }
}
