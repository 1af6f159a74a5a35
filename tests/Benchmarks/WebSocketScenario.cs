using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using LiquidityRisk.TestKit;

namespace LiquidityRisk.Benchmarks;

/// <summary>From the sending of a tick over HTTP to its arrival at a WebSocket, at 2,000 ticks a second.</summary>
internal static class WebSocketScenario
{
    private const int Bonds = 200;
    private const int PerSecond = 2_000;
    private const int Seconds = 20;
    private const int WarmUpSeconds = 5;
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);

    public static Task RunAsync() => App.RunAsync(async app =>
    {
        var isins = Ticks.Isins(Bonds);
        await App.OpenAsync(app, isins);
        using var socket = await ConnectAsync(app);
        await SubscribeAsync(socket, isins);
        var sent = new ConcurrentDictionary<(string Isin, decimal Bid), long>();
        var latencies = new Latencies(PerSecond * Seconds);
        var warm = false;
        using var stop = new CancellationTokenSource();
        var receiving = ReceiveAsync(socket, sent, t => { if (Volatile.Read(ref warm)) latencies.Add(t); }, stop.Token);

        var sending = new List<Task>();
        using var timer = new PeriodicTimer(Step);
        var watch = Stopwatch.StartNew();
        for (long sequence = Bonds; watch.Elapsed.TotalSeconds < WarmUpSeconds + Seconds && await timer.WaitForNextTickAsync();)
        {
            Volatile.Write(ref warm, watch.Elapsed.TotalSeconds > WarmUpSeconds);
            var due = Bonds + (long)(watch.Elapsed.TotalSeconds * PerSecond);
            var quotes = new List<string>();
            for (; sequence < due; sequence++)
            {
                var isin = isins[(int)(sequence % Bonds)];
                sent[(isin, Ticks.Bid(sequence))] = Stopwatch.GetTimestamp();
                quotes.Add(Ticks.Quote(isin, sequence, TimeProvider.System.GetUtcNow()));
            }

            if (quotes.Count > 0) sending.Add(App.SubmitAsync(app, quotes));
        }

        await Task.WhenAll(sending);
        await stop.CancelAsync();
        await receiving;
        Console.WriteLine($"websocket: tick to WebSocket at {PerSecond:N0} ticks/s on {Bonds} topics: {latencies}");
    });

    private static async Task<ClientWebSocket> ConnectAsync(AppProcess app)
    {
        var answer = await app.Http.GetFromJsonAsync<JsonElement>("/api/v1/realtime/negotiate");
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("json.webpubsub.azure.v1");
        await socket.ConnectAsync(new Uri(answer.GetProperty("url").GetString()!), CancellationToken.None);
        return socket;
    }

    private static Task SubscribeAsync(ClientWebSocket socket, IReadOnlyList<string> isins) => socket.SendAsync(
        JsonSerializer.SerializeToUtf8Bytes(new
        {
            type = "event",
            @event = "subscribe",
            dataType = "json",
            data = new { topics = isins.Select(i => $"lr.{i}") },
        }),
        WebSocketMessageType.Text,
        endOfMessage: true,
        CancellationToken.None);

    private static async Task ReceiveAsync(
        ClientWebSocket socket, ConcurrentDictionary<(string Isin, decimal Bid), long> sent, Action<TimeSpan> arrived, CancellationToken stop)
    {
        var buffer = new byte[1 << 20];
        try
        {
            while (!stop.IsCancellationRequested)
            {
                var length = 0;
                ValueWebSocketReceiveResult part;
                do
                {
                    part = await socket.ReceiveAsync(buffer.AsMemory(length), stop);
                    length += part.Count;
                }
                while (!part.EndOfMessage);
                var at = Stopwatch.GetTimestamp();
                if (Read(buffer.AsMemory(0, length)) is { } quote && sent.TryRemove(quote, out var start))
                    arrived(Stopwatch.GetElapsedTime(start, at));
            }
        }
        catch (OperationCanceledException)
        {
            // The measurement is over.
        }
    }

    private static (string Isin, decimal Bid)? Read(ReadOnlyMemory<byte> frame)
    {
        using var json = JsonDocument.Parse(frame);
        if (!json.RootElement.TryGetProperty("data", out var data) || !data.TryGetProperty("type", out var type)) return null;
        if (type.GetString() != "liquidity_update") return null;
        var payload = data.GetProperty("payload");
        return (payload.GetProperty("isin").GetString()!, payload.GetProperty("liquidity_profile").GetProperty("bid").GetDecimal());
    }
}
