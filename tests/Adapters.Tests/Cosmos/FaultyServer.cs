using System.Net;
using Microsoft.Azure.Cosmos;

namespace LiquidityRisk.Adapters.Tests.Cosmos;

/// <summary>Sits between client and server: lets requests for documents fail, before or after the server has done its work.</summary>
public sealed class FaultyServer : RequestHandler
{
    private readonly Queue<Fault> _faults = new();

    public int Requests { get; private set; }

    /// <summary>Every further request fails like this.</summary>
    public HttpStatusCode? Always { get; set; }

    /// <summary>Told of every fault that has just been served.</summary>
    public Action OnFault { get; set; } = () => { };

    /// <summary>The next requests fail so, before or after the server has done its work.</summary>
    public void FailNext(HttpStatusCode status, int times = 1, bool afterWork = false, int subStatus = 0)
    {
        for (var i = 0; i < times; i++) _faults.Enqueue(new(status, afterWork, subStatus));
    }

    public override async Task<ResponseMessage> SendAsync(RequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.RequestUri.OriginalString.Contains("/docs", StringComparison.Ordinal)
            && !request.RequestUri.OriginalString.EndsWith("/colls/bonds", StringComparison.Ordinal))
        {
            return await base.SendAsync(request, cancellationToken);
        }

        Requests++;
        if (Always is { } status) return Serve(status);
        if (!_faults.TryDequeue(out var fault)) return await base.SendAsync(request, cancellationToken);
        if (fault.AfterWork) (await base.SendAsync(request, cancellationToken)).Dispose();
        return Serve(fault.Status, fault.SubStatus);
    }

    private ResponseMessage Serve(HttpStatusCode status, int subStatus = 0)
    {
        OnFault();
        var response = new ResponseMessage(status, errorMessage: $"Made to fail with {(int)status}.");
        if (subStatus != 0) response.Headers.Add("x-ms-substatus", $"{subStatus}");
        return response;
    }

    private sealed record Fault(HttpStatusCode Status, bool AfterWork, int SubStatus);
}
