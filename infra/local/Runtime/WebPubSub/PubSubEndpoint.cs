using System.Net.WebSockets;
using System.Security.Cryptography;
using LiquidityRisk.Local.Runtime.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace LiquidityRisk.Local.Runtime.WebPubSub;

/// <summary>The address that clients connect to: lets them in, serves them, and keeps reliable ones for a while when they drop.</summary>
internal sealed partial class PubSubEndpoint(
    PubSubHub hub, PubSubTokens tokens, PubSubUpstream upstream, TimeProvider time, ILogger<PubSubEndpoint> logger) : IRuntimeEndpoints
{
    public const string PlainSubprotocol = "json.webpubsub.azure.v1";
    public const string ReliableSubprotocol = "json.reliable.webpubsub.azure.v1";

    private static readonly TimeSpan RecoveryPeriod = TimeSpan.FromMinutes(1);

    public void Map(IEndpointRouteBuilder routes) => routes.Map("/client/hubs/{hub}", AcceptAsync);

    private async Task AcceptAsync(HttpContext http)
    {
        var subprotocol = http.WebSockets.WebSocketRequestedProtocols.FirstOrDefault(p => p is PlainSubprotocol or ReliableSubprotocol);
        if (!http.WebSockets.IsWebSocketRequest || subprotocol is null)
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
        else if (http.Request.Query["awps_connection_id"].ToString() is { Length: > 0 } id)
            await RecoverAsync(http, subprotocol, id);
        else if (tokens.Read(http.Request.Query["access_token"], hub.Name) is { } token && IsThisHub(http))
            await ConnectAsync(http, subprotocol, token);
        else
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
    }

    private async Task ConnectAsync(HttpContext http, string subprotocol, ClientToken token)
    {
        var connection = new PubSubConnection(Secret(), Secret(), subprotocol) { UserId = token.UserId };
        var answer = await AskAsync(http, connection, token);
        if (!answer.IsAccepted)
        {
            http.Response.StatusCode = answer.Status;
            return;
        }

        connection.UserId = answer.UserId ?? token.UserId;
        connection.Roles.UnionWith([.. token.Roles, .. answer.Roles ?? []]);
        using var socket = await http.WebSockets.AcceptWebSocketAsync(subprotocol);
        Welcome(connection);
        hub.Add(connection);
        foreach (var group in (string[])[.. token.Groups, .. answer.Groups ?? []]) hub.Join(connection, group);
        connection.Announced = upstream.NotifyAsync(connection, "connected", new { });
        await connection.Turn.WaitAsync();
        await ServeAsync(connection, socket, connection.BeginService());
    }

    /// <summary>A reliable client comes back with the token of its connection; 1008 tells it to begin anew.</summary>
    private async Task RecoverAsync(HttpContext http, string subprotocol, string id)
    {
        using var socket = await http.WebSockets.AcceptWebSocketAsync(subprotocol);
        var known = hub.Find(id) is { IsReliable: true } found && IsEqual(found.ReconnectionToken, http.Request.Query["awps_reconnection_token"]);
        if (known && hub.Find(id) is { } connection)
        {
            var service = connection.BeginService();
            await connection.Turn.WaitAsync();
            if (hub.Find(id) == connection && !service.IsCancellationRequested)
            {
                if (connection.Expiry is { } expiry) await expiry.DisposeAsync();
                connection.Outbox.Rewind();
                Welcome(connection);
                await ServeAsync(connection, socket, service);
                return;
            }

            connection.Turn.Release();
        }

        await socket.CloseOutputAsync(WebSocketCloseStatus.PolicyViolation, "The connection is not known.", CancellationToken.None);
    }

    /// <summary>Serves a socket whose turn it is.</summary>
    private async Task ServeAsync(PubSubConnection connection, WebSocket socket, CancellationToken service)
    {
        var mayComeBack = false;
        try
        {
            mayComeBack = await new PubSubSocket(connection, socket, hub, upstream, time, logger).RunAsync(service);
        }
        finally
        {
            if (!mayComeBack || !connection.IsReliable) End(connection);
            else if (!service.IsCancellationRequested)
                connection.Expiry = time.CreateTimer(_ => Expire(connection), null, RecoveryPeriod, Timeout.InfiniteTimeSpan);
            connection.Turn.Release();
        }
    }

    private void Expire(PubSubConnection connection)
    {
        if (!connection.Turn.Wait(0)) return;
        End(connection);
        connection.Turn.Release();
    }

    private void End(PubSubConnection connection)
    {
        if (!hub.Remove(connection)) return;
        LogEnded(connection.Id, connection.CloseReason);
        _ = AnnounceEndAsync(connection);
    }

    private async Task AnnounceEndAsync(PubSubConnection connection)
    {
        await connection.Announced;
        await upstream.NotifyAsync(connection, "disconnected", new { reason = connection.CloseReason });
    }

    private static void Welcome(PubSubConnection connection) => connection.Send(
        ServerFrame.Connected(connection.Id, connection.UserId, connection.IsReliable ? connection.ReconnectionToken : null));

    private async Task<ConnectAnswer> AskAsync(HttpContext http, PubSubConnection connection, ClientToken token)
    {
        var request = new
        {
            claims = token.Claims,
            query = http.Request.Query.Where(q => q.Key != "access_token").ToDictionary(q => q.Key, q => q.Value.ToArray(), StringComparer.Ordinal),
            headers = http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToArray(), StringComparer.Ordinal),
            subprotocols = http.WebSockets.WebSocketRequestedProtocols,
            clientCertificates = Array.Empty<object>(),
        };
        try
        {
            return await upstream.ConnectAsync(connection, request, http.RequestAborted);
        }
        catch (Exception e) when (e is HttpRequestException or System.Text.Json.JsonException or OperationCanceledException)
        {
            LogConnectFailed(e);
            return new ConnectAnswer(StatusCodes.Status500InternalServerError);
        }
    }

    private bool IsThisHub(HttpContext http) =>
        string.Equals(http.GetRouteValue("hub") as string, hub.Name, StringComparison.OrdinalIgnoreCase);

    private static bool IsEqual(string secret, string? given) => CryptographicOperations.FixedTimeEquals(
        System.Text.Encoding.UTF8.GetBytes(secret), System.Text.Encoding.UTF8.GetBytes(given ?? ""));

    private static string Secret() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Realtime connection {Id} ended. {Reason}")]
    private partial void LogEnded(string id, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The app could not be asked about a realtime client.")]
    private partial void LogConnectFailed(Exception e);
}
