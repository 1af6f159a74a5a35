using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace LiquidityRisk.App.Tests.Realtime;

/// <summary>A client of the live topics that speaks the public JSON subprotocol.</summary>
internal sealed class TopicClient : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ClientWebSocket _socket = new();

    private TopicClient() => _socket.Options.AddSubProtocol("json.webpubsub.azure.v1");

    public static async Task<TopicClient> ConnectAsync(AppUnderTest app, params string[] roles)
    {
        var negotiated = await AppUnderTest.ReadAsync(await app.GetAsync("/api/v1/realtime/negotiate", roles));
        var client = new TopicClient();
        await client._socket.ConnectAsync(new Uri(negotiated.GetProperty("url").GetString()!), CancellationToken.None);
        return client;
    }

    public Task SubscribeAsync(params string[] topics) =>
        SendAsync(JsonSerializer.Serialize(new { type = "event", @event = "subscribe", dataType = "json", data = new { topics } }));

    public Task SendAsync(string frame) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(frame), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    /// <summary>The next envelope; system messages and acknowledgements are passed over.</summary>
    public async Task<JsonElement> NextAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            var frame = await ReceiveAsync(limit.Token);
            if (frame.GetProperty("type").GetString() == "message") return frame.GetProperty("data");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_socket.State == WebSocketState.Open)
            await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        _socket.Dispose();
    }

    private async Task<JsonElement> ReceiveAsync(CancellationToken cancellationToken)
    {
        using var whole = new MemoryStream();
        var buffer = new byte[16_384];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
            whole.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return JsonDocument.Parse(whole.ToArray()).RootElement;
    }
}
