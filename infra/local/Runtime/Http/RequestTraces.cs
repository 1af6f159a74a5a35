using System.Diagnostics;

namespace LiquidityRisk.Local.Runtime.Http;

/// <summary>Gives every request a trace, the sender's own where it sends a <c>traceparent</c>, as the Functions host does also without a collector.</summary>
internal sealed class RequestTraces : IDisposable
{
    private readonly ActivityListener _listener = new()
    {
        ShouldListenTo = static source => source.Name == "Microsoft.AspNetCore",
        Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.PropagationData,
    };

    public void Start() => ActivitySource.AddActivityListener(_listener);

    public void Dispose() => _listener.Dispose();
}
