using System.Buffers;
using System.Net.WebSockets;
using Microsoft.Extensions.Logging;

namespace LiquidityRisk.Local.Runtime.WebPubSub;

/// <summary>Runs one WebSocket of a connection: a loop that sends, a loop that receives, and an orderly end.</summary>
internal sealed partial class PubSubSocket(
    PubSubConnection connection, WebSocket socket, PubSubHub hub, PubSubUpstream upstream, TimeProvider time, ILogger logger)
{
    private const int MaxMessageBytes = 1024 * 1024;
    private static readonly TimeSpan CloseDeadline = TimeSpan.FromSeconds(5);

    /// <summary>Serves the socket to its end; true when it broke and was not closed, so that a reliable client may come back.</summary>
    public async Task<bool> RunAsync(CancellationToken service)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(service);
        var sending = SendAsync(end.Token);
        var receiving = ReceiveAsync(end.Token);
        var first = await Task.WhenAny(sending, receiving, connection.Closing);
        var broken = first.IsFaulted || first.IsCanceled;
        if (!broken) await ShakeHandsAsync(sending, receiving);
        await end.CancelAsync();
        socket.Abort();
        await Task.WhenAll(sending, receiving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return broken && !connection.Outbox.IsClosed;
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        var buffer = new ArrayBufferWriter<byte>();
        Queue<OutgoingFrame> spare = new();
        while (true)
        {
            var frames = await connection.Outbox.TakeAsync(spare, cancellationToken);
            while (frames.TryDequeue(out var frame))
                await socket.SendAsync(frame.Encode(buffer), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
            if (connection.Outbox is { IsClosed: true, IsEmpty: true })
            {
                await socket.CloseOutputAsync(connection.CloseStatus, connection.CloseReason, cancellationToken);
                return;
            }

            spare = frames;
        }
    }

    /// <summary>Handles messages until the client closes or the connection is closed by a fault of the client.</summary>
    private async Task ReceiveAsync(CancellationToken cancellationToken)
    {
        var buffer = new ArrayBufferWriter<byte>();
        while (await ReceiveMessageAsync(buffer, cancellationToken))
        {
            try
            {
                await HandleAsync(ClientFrame.Parse(buffer.WrittenMemory), cancellationToken);
            }
            catch (BadFrameException e)
            {
                connection.Close(WebSocketCloseStatus.InvalidPayloadData, e.Message.Length > 100 ? e.Message[..100] : e.Message);
            }
        }
    }

    private async Task<bool> ReceiveMessageAsync(ArrayBufferWriter<byte> buffer, CancellationToken cancellationToken)
    {
        buffer.ResetWrittenCount();
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.GetMemory(4096), cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close) return false;
            buffer.Advance(part.Count);
            if (connection.Outbox.IsClosed || part.MessageType == WebSocketMessageType.Binary || buffer.WrittenCount > MaxMessageBytes)
            {
                // What still comes in is read to find the client's own close, and not kept.
                if (part.MessageType == WebSocketMessageType.Binary)
                    connection.Close(WebSocketCloseStatus.InvalidMessageType, "The subprotocol has text messages only.");
                else
                    connection.Close(WebSocketCloseStatus.MessageTooBig, $"Messages may have {MaxMessageBytes} bytes.");
                buffer.ResetWrittenCount();
                continue;
            }

            if (part.EndOfMessage) return true;
        }
    }

    private async Task HandleAsync(ClientFrame frame, CancellationToken cancellationToken)
    {
        if (frame.AckId is { } known && connection.HasAcknowledged(known))
        {
            connection.Send(ServerFrame.Ack(known, "Duplicate", $"Message with ack-id: {known} has been processed"));
            return;
        }

        switch (frame.Type)
        {
            case "joinGroup": Guarded(frame, connection.MayJoin, group => hub.Join(connection, group)); break;
            case "leaveGroup": Guarded(frame, connection.MayJoin, group => hub.Leave(connection, group)); break;
            case "sendToGroup":
                Guarded(frame, connection.MaySend, group => hub.SendToGroup(group, frame.Data, connection.UserId, frame.NoEcho ? connection : null));
                break;
            case "event": await SendUpstreamAsync(frame, cancellationToken); break;
            case "sequenceAck": connection.Outbox.Acknowledge(frame.SequenceId); break;
            case "ping": connection.Send(ServerFrame.Pong); break;
            default: throw new BadFrameException($"Frames of type '{frame.Type}' are not known.");
        }
    }

    private void Guarded(ClientFrame frame, Func<string, bool> isAllowed, Action<string> action)
    {
        var group = frame.NeededGroup;
        if (!isAllowed(group))
        {
            Acknowledge(frame, "Forbidden", $"The client does not have permission for {frame.Type} on group '{group}'.");
            return;
        }

        action(group);
        Acknowledge(frame);
    }

    private async Task SendUpstreamAsync(ClientFrame frame, CancellationToken cancellationToken)
    {
        var name = frame.Event is { Length: > 0 } ? frame.Event : throw new BadFrameException("An event frame needs an event.");
        try
        {
            var reply = await upstream.SendAsync(connection, name, frame.Data, cancellationToken);
            Acknowledge(frame);
            if (reply is { } payload) connection.Send(ServerFrame.FromServer(payload), sequenced: true);
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            LogRefused(e, name);
            Acknowledge(frame, "InternalServerError", "The event could not be handled.");
            // As in Azure, a client whose event the app refuses is dropped.
            if (e is HttpRequestException { StatusCode: not null })
                connection.Close(WebSocketCloseStatus.InternalServerError, $"The app refused the event {name}.");
        }
    }

    private void Acknowledge(ClientFrame frame, string? error = null, string? message = null)
    {
        if (frame.AckId is not { } ackId) return;
        if (error is null) connection.RememberAcknowledged(ackId);
        connection.Send(ServerFrame.Ack(ackId, error, message));
    }

    private async Task ShakeHandsAsync(Task sending, Task receiving)
    {
        connection.Close(WebSocketCloseStatus.NormalClosure, "");
        await Task.WhenAll(sending, receiving).WaitAsync(CloseDeadline, time)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The event {Name} of a realtime client was not handled.")]
    private partial void LogRefused(Exception e, string name);
}
