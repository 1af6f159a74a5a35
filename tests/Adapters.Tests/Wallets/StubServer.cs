using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace LiquidityRisk.Adapters.Tests.Wallets;

/// <summary>A server on this machine that answers as told and remembers what it was asked.</summary>
public sealed class StubServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<SentRequest> _sent = new();
    private readonly ConcurrentQueue<StubReply> _next = new();

    private StubServer(WebApplication app)
    {
        _app = app;
        app.Run(ServeAsync);
    }

    public Uri Address => new(_app.Urls.Single() + "/");

    public IReadOnlyList<SentRequest> Sent => [.. _sent];

    public SentRequest LastSent => Sent[^1];

    /// <summary>Answers what no queued reply is left for.</summary>
    public Func<SentRequest, StubReply> Answer { get; set; } = _ => new StubReply("{}");

    /// <summary>Told of every request that has come, before it is answered.</summary>
    public Action OnRequest { get; set; } = () => { };

    public static async Task<StubServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var server = new StubServer(app);
        await app.StartAsync();
        return server;
    }

    public void Next(params StubReply[] replies)
    {
        foreach (var reply in replies) _next.Enqueue(reply);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task ServeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var request = new SentRequest(
            context.Request.Method,
            context.Request.Path,
            context.Request.QueryString.Value ?? "",
            context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await reader.ReadToEndAsync());
        _sent.Enqueue(request);
        OnRequest();
        var reply = _next.TryDequeue(out var queued) ? queued : Answer(request);
        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = reply.ContentType;
        foreach (var (name, value) in reply.Headers) context.Response.Headers[name] = value;
        switch (reply.Ending)
        {
            case StubEnding.Never:
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                break;
            case StubEnding.Halfway:
                context.Response.ContentLength = reply.Body.Length * 2;
                await context.Response.WriteAsync(reply.Body);
                await context.Response.Body.FlushAsync();
                context.Features.Get<IHttpRequestLifetimeFeature>()!.Abort();
                break;
            default:
                await context.Response.WriteAsync(reply.Body);
                break;
        }
    }
}

/// <summary>A request as it came.</summary>
public sealed record SentRequest(string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>What is answered.</summary>
public sealed record StubReply(string Body, int Status = 200, string ContentType = "application/json")
{
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public StubEnding Ending { get; init; }

    public static StubReply Failed(int status, params (string Name, string Value)[] headers) => new("", status) { Headers = headers };
}

/// <summary>How an answer ends.</summary>
public enum StubEnding
{
    Whole,
    Halfway,
    Never,
}
