using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LiquidityRisk.Local.Runtime.Tests.WebPubSub;

/// <summary>A WebSocket client that shows every frame.</summary>
internal sealed class RawClient : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly ClientWebSocket _socket = new();

    public string ConnectionId { get; private set; } = "";

    public string ReconnectionToken { get; private set; } = "";

    public WebSocketCloseStatus? CloseStatus => _socket.CloseStatus;

    public static async Task<RawClient> ConnectAsync(Uri address, bool reliable = false, bool expectWelcome = true)
    {
        var client = new RawClient();
        client._socket.Options.AddSubProtocol(reliable ? "json.reliable.webpubsub.azure.v1" : "json.webpubsub.azure.v1");
        using var patience = new CancellationTokenSource(Patience);
        await client._socket.ConnectAsync(address, patience.Token);
        if (!expectWelcome) return client;
        var welcome = await client.ReadAsync();
        Assert.Equal("connected", (string?)welcome["event"]);
        client.ConnectionId = (string)welcome["connectionId"]!;
        client.ReconnectionToken = (string?)welcome["reconnectionToken"] ?? "";
        return client;
    }

    public Task SendAsync(string frame) => SendAsync(Encoding.UTF8.GetBytes(frame), WebSocketMessageType.Text);

    public async Task SendAsync(byte[] bytes, WebSocketMessageType type)
    {
        using var patience = new CancellationTokenSource(Patience);
        await _socket.SendAsync(bytes, type, endOfMessage: true, patience.Token);
    }

    /// <summary>Sends and reads the next frame.</summary>
    public async Task<JsonNode> AskAsync(string frame)
    {
        await SendAsync(frame);
        return await ReadAsync();
    }

    public async Task<JsonNode> ReadAsync() => await TryReadAsync() ?? throw new InvalidOperationException($"The socket was closed with {CloseStatus}.");

    /// <summary>The next frame; null when the server has closed.</summary>
    public async Task<JsonNode?> TryReadAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        using var message = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer, patience.Token);
            if (part.MessageType == WebSocketMessageType.Close) return null;
            message.Write(buffer, 0, part.Count);
            if (part.EndOfMessage) return JsonSerializer.Deserialize<JsonNode>(message.ToArray());
        }
    }

    /// <summary>Reads to the server's close frame and answers it.</summary>
    public async Task<List<JsonNode>> ReadToCloseAsync()
    {
        var frames = new List<JsonNode>();
        while (await TryReadAsync() is { } frame) frames.Add(frame);
        await CloseAsync();
        return frames;
    }

    public async Task CloseAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", patience.Token);
    }

    /// <summary>Drops the connection without a word.</summary>
    public void Abort() => _socket.Abort();

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }
}
