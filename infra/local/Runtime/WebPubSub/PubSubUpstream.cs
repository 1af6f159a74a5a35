using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using LiquidityRisk.Local.Runtime.Auth;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace LiquidityRisk.Local.Runtime.WebPubSub;

/// <summary>What the upstream answered to a connection attempt: 2xx lets the client in, anything else goes back to it.</summary>
internal sealed record ConnectAnswer(int Status, string? UserId = null, string[]? Groups = null, string[]? Roles = null)
{
    public bool IsAccepted => Status is >= 200 and < 300;
}

/// <summary>Delivers a hub's events to the function app as CloudEvents over HTTP, in the binary mode that Azure uses.</summary>
internal sealed partial class PubSubUpstream(
    PubSubHub hub, PubSubKey key, DevelopmentTokens tokens, IConfiguration configuration, TimeProvider time, ILogger<PubSubUpstream> logger)
    : IDisposable
{
    // In Azure the service signs in with its managed identity, to which the app assigns this role.
    private const string Identity = "web-pubsub";
    private const string Role = "realtime_upstream";

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(30) };
    private readonly SemaphoreSlim _validation = new(1);
    private bool? _isThere;
    private long _eventCount;
    private int _underWay;

    public bool IsIdle => Volatile.Read(ref _underWay) == 0;

    public void Dispose()
    {
        _http.Dispose();
        _validation.Dispose();
    }

    /// <summary>Asks whether a client may come in; without an event handler every client with a good token may.</summary>
    public async Task<ConnectAnswer> ConnectAsync(
        PubSubConnection connection, object request, CancellationToken cancellationToken)
    {
        if (!await IsThereAsync("connect", cancellationToken)) return new ConnectAnswer(204);
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(request));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        using var response = await PostAsync(connection, "sys", "connect", content, cancellationToken);
        var status = (int)response.StatusCode;
        if (status != 200) return new ConnectAnswer(status is >= 300 and < 400 or >= 500 ? 500 : status);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        var answer = body.Length == 0 ? new ConnectBody() : JsonSerializer.Deserialize<ConnectBody>(body, JsonSerializerOptions.Web)!;
        return new ConnectAnswer(status, answer.UserId, answer.Groups, answer.Roles);
    }

    /// <summary>Delivers <c>connected</c> or <c>disconnected</c>; a failure is logged only.</summary>
    public async Task NotifyAsync(PubSubConnection connection, string name, object body)
    {
        try
        {
            if (!await IsThereAsync(name, CancellationToken.None)) return;
            var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body));
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
            using var response = await PostAsync(connection, "sys", name, content, CancellationToken.None);
            if (!response.IsSuccessStatusCode) LogRefused(name, (int)response.StatusCode);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            LogUndelivered(e, name);
        }
    }

    /// <summary>Delivers an event of the client.</summary>
    /// <returns>The upstream's message for the client; null for none.</returns>
    /// <exception cref="HttpRequestException">There is no upstream, or it refused.</exception>
    public async Task<Payload?> SendAsync(PubSubConnection connection, string name, Payload payload, CancellationToken cancellationToken)
    {
        if (!await IsThereAsync(name, cancellationToken)) throw new HttpRequestException("The app has no event handler.");
        using var response = await PostAsync(connection, "user", name, Content(payload), cancellationToken);
        response.EnsureSuccessStatusCode();
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        if (response.StatusCode == HttpStatusCode.NoContent || body.Length == 0) return null;
        return response.Content.Headers.ContentType?.MediaType switch
        {
            "application/json" => Payload.OfJson(body),
            "text/plain" => Payload.OfText(System.Text.Encoding.UTF8.GetString(body)),
            _ => Payload.OfBytes(body),
        };
    }

    private static ByteArrayContent Content(Payload payload)
    {
        var (type, bytes) = payload.DataType switch
        {
            "json" => ("application/json", payload.Json.ToArray()),
            "text" => ("text/plain", System.Text.Encoding.UTF8.GetBytes(JsonSerializer.Deserialize<string>(payload.Json.Span)!)),
            _ => ("application/octet-stream", JsonSerializer.Deserialize<byte[]>(payload.Json.Span)!),
        };
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return content;
    }

    private async Task<HttpResponseMessage> PostAsync(
        PubSubConnection connection, string kind, string name, HttpContent content, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Url(name)) { Content = content };
        var headers = request.Headers;
        headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens.Issue(Identity, [Role], wallet: null).Token);
        headers.Add("WebHook-Request-Origin", hub.Address.Host);
        headers.Add("ce-specversion", "1.0");
        headers.Add("ce-type", $"azure.webpubsub.{kind}.{name}");
        headers.Add("ce-source", $"/hubs/{hub.Name}/client/{connection.Id}");
        headers.Add("ce-id", Interlocked.Increment(ref _eventCount).ToString(CultureInfo.InvariantCulture));
        headers.Add("ce-time", time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        headers.Add("ce-signature", $"sha256={key.HexHmac(connection.Id)}");
        headers.Add("ce-connectionId", connection.Id);
        headers.Add("ce-hub", hub.Name);
        headers.Add("ce-eventName", name);
        if (connection.UserId is { } user) headers.TryAddWithoutValidation("ce-userId", user);
        if (name != "connect") headers.Add("ce-subprotocol", connection.Subprotocol);
        if (connection.State is { } state) headers.TryAddWithoutValidation("ce-connectionState", state);
        Interlocked.Increment(ref _underWay);
        try
        {
            var response = await _http.SendAsync(request, cancellationToken);
            if (response.Headers.TryGetValues("ce-connectionState", out var states)) connection.State = states.First();
            return response;
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }

    /// <summary>The webhook validation: asked until the app has answered one way or the other.</summary>
    private async Task<bool> IsThereAsync(string name, CancellationToken cancellationToken)
    {
        if (_isThere is { } known) return known;
        await _validation.WaitAsync(cancellationToken);
        try
        {
            _isThere ??= await ValidateAsync(name, cancellationToken);
            return _isThere.Value;
        }
        finally
        {
            _validation.Release();
        }
    }

    private async Task<bool> ValidateAsync(string name, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, Url(name));
        request.Headers.Add("WebHook-Request-Origin", hub.Address.Host);
        using var response = await _http.SendAsync(request, cancellationToken);
        if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed)
        {
            LogNoUpstream(Url(name));
            return false;
        }

        var allowed = response.Headers.TryGetValues("WebHook-Allowed-Origin", out var origins)
            && origins.SelectMany(o => o.Split(',')).Any(o => o.Trim() == "*" || o.Trim() == hub.Address.Host);
        return response.IsSuccessStatusCode && allowed
            ? true
            : throw new HttpRequestException($"{Url(name)} does not allow deliveries: its answer to OPTIONS lacks WebHook-Allowed-Origin.");
    }

    private Uri Url(string eventName) => new((configuration["WebPubSub:Upstream"] ?? "http://localhost:{port}/api/v1/realtime/upstream")
        .Replace("{port}", hub.Address.Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{hub}", hub.Name, StringComparison.Ordinal)
        .Replace("{event}", eventName, StringComparison.Ordinal));

    [LoggerMessage(Level = LogLevel.Warning, Message = "The app refused the event {Name} with status {Status}.")]
    private partial void LogRefused(string name, int status);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The event {Name} could not be delivered to the app.")]
    private partial void LogUndelivered(Exception e, string name);

    [LoggerMessage(Level = LogLevel.Information, Message = "The app has no event handler at {Url}; realtime events go nowhere.")]
    private partial void LogNoUpstream(Uri url);

    private sealed record ConnectBody(string? UserId = null, string[]? Groups = null, string[]? Roles = null);
}
