using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Local.Runtime.WebPubSub;
using LiquidityRisk.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace LiquidityRisk.Local.Runtime.Tests.WebPubSub;

public sealed class PubSubTests : IAsyncLifetime
{
    private const string Key = "a key of the test";
    private readonly ManualTime _time = new();
    private TestHost _host = null!;

    private ITopicPublisher Publisher => _host.Services.GetRequiredService<ITopicPublisher>();

    private IRealtimeConnections Connections => _host.Services.GetRequiredService<IRealtimeConnections>();

    public async ValueTask InitializeAsync() =>
        _host = await TestHost.StartAsync(_time, new() { ["WebPubSub:AccessKey"] = Key, ["WebPubSub:Hub"] = "testhub" });

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Token_that_is_missing_expired_forged_or_of_another_hub_is_refused()
    {
        var good = await UriAsync("ana", "news");
        await RefusedAsync(new Uri(good.GetLeftPart(UriPartial.Path)), 401);
        await RefusedAsync(new Uri(good.AbsoluteUri[..^4] + "AAAA"), 401);
        await RefusedAsync(new Uri(good.AbsoluteUri.Replace("testhub", "otherhub", StringComparison.Ordinal)), 401);
        await RefusedAsync(Token("webpubsub.joinLeaveGroup", "http://localhost/client/hubs/otherhub"), 401);
        await using (await RawClient.ConnectAsync(good))
        {
            // The token is good until the clock is turned.
        }

        _time.Advance(TimeSpan.FromHours(1));

        await RefusedAsync(good, 401);
    }

    [Fact]
    public async Task Client_without_a_known_subprotocol_is_refused()
    {
        using var http = new HttpClient();
        var address = new UriBuilder(await UriAsync("ana")) { Scheme = "http" }.Uri;

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, (await http.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task Members_receive_what_is_published_in_order_and_others_do_not()
    {
        await using var ana = await ConnectAsync("ana", "news");
        await using var ben = await ConnectAsync("ben", "news", "other");
        Assert.True((bool)(await ana.AskAsync("""{"type":"joinGroup","group":"news","ackId":1}"""))["success"]!);
        Assert.True((bool)(await ben.AskAsync("""{"type":"joinGroup","group":"other","ackId":1}"""))["success"]!);

        await Publisher.PublishAsync([.. Enumerable.Range(0, 100).Select(i => new TopicMessage("news", Encoding.UTF8.GetBytes($"{i}")))], default);
        await Publisher.PublishAsync([new TopicMessage("other", "\"only ben\""u8.ToArray())], default);

        for (var i = 0; i < 100; i++)
            Assert.Equal($$"""{"type":"message","from":"group","group":"news","dataType":"json","data":{{i}}}""", (await ana.ReadAsync()).ToJsonString());
        Assert.Equal("only ben", (string?)(await ben.ReadAsync())["data"]);
    }

    [Fact]
    public async Task Left_group_sends_nothing_more()
    {
        await using var ana = await ConnectAsync("ana", "news");
        await ana.AskAsync("""{"type":"joinGroup","group":"news","ackId":1}""");
        await ana.AskAsync("""{"type":"leaveGroup","group":"news","ackId":2}""");

        await Publisher.PublishAsync([new TopicMessage("news", "1"u8.ToArray())], default);

        Assert.Equal("pong", (string?)(await ana.AskAsync("""{"type":"ping"}"""))["type"]);
    }

    [Fact]
    public async Task Roles_decide_which_groups_a_client_may_join_and_send_to()
    {
        await using var ana = await ConnectAsync("ana", "news");
        await using var all = await RawClient.ConnectAsync(Token("webpubsub.joinLeaveGroup", "webpubsub.sendToGroup"));
        await using var one = await RawClient.ConnectAsync(Token("webpubsub.sendToGroup.news"));

        Assert.Equal("Forbidden", Error(await ana.AskAsync("""{"type":"joinGroup","group":"new","ackId":1}""")));
        Assert.Equal("Forbidden", Error(await ana.AskAsync("""{"type":"sendToGroup","group":"news","ackId":1,"data":1}""")));
        Assert.Null(Error(await ana.AskAsync("""{"type":"joinGroup","group":"news","ackId":1}""")));
        Assert.Null(Error(await all.AskAsync("""{"type":"joinGroup","group":"anything","ackId":1}""")));
        Assert.Null(Error(await all.AskAsync("""{"type":"sendToGroup","group":"anywhere","ackId":2,"data":1}""")));
        Assert.Null(Error(await one.AskAsync("""{"type":"sendToGroup","group":"news","ackId":1,"data":1}""")));
        Assert.Equal("Forbidden", Error(await one.AskAsync("""{"type":"joinGroup","group":"news","ackId":2}""")));
    }

    [Fact]
    public async Task Message_of_a_client_names_its_user_spares_the_sender_on_request_and_is_taken_once()
    {
        await using var ana = await RawClient.ConnectAsync(Token("webpubsub.joinLeaveGroup", "webpubsub.sendToGroup"));
        await using var ben = await RawClient.ConnectAsync(Token("webpubsub.joinLeaveGroup"));
        await ana.AskAsync("""{"type":"joinGroup","group":"g","ackId":1}""");
        await ben.AskAsync("""{"type":"joinGroup","group":"g","ackId":1}""");

        Assert.Null(Error(await ana.AskAsync("""{"type":"sendToGroup","group":"g","noEcho":true,"ackId":2,"dataType":"text","data":"hi"}""")));
        Assert.Equal("Duplicate", Error(await ana.AskAsync("""{"type":"sendToGroup","group":"g","noEcho":true,"ackId":2,"dataType":"text","data":"hi"}""")));
        await ana.SendAsync("""{"type":"sendToGroup","group":"g","dataType":"binary","data":"AQID"}""");

        Assert.Equal(
            """{"type":"message","from":"group","fromUserId":"tester","group":"g","dataType":"text","data":"hi"}""", (await ben.ReadAsync()).ToJsonString());
        Assert.Equal("AQID", (string?)(await ben.ReadAsync())["data"]);
        Assert.Equal("binary", (string?)(await ana.ReadAsync())["dataType"]);
    }

    [Fact]
    public async Task Server_steers_a_single_connection()
    {
        await using var ana = await ConnectAsync("ana");
        await Connections.JoinAsync(ana.ConnectionId, "g", default);
        await Connections.SendAsync(ana.ConnectionId, """{"to":"you"}"""u8.ToArray(), default);
        await Publisher.PublishAsync([new TopicMessage("g", "1"u8.ToArray())], default);
        await Connections.LeaveAsync(ana.ConnectionId, "g", default);
        await Publisher.PublishAsync([new TopicMessage("g", "2"u8.ToArray())], default);
        await Connections.JoinAsync("nobody", "g", default);
        await Connections.SendAsync("nobody", "1"u8.ToArray(), default);

        Assert.Equal("""{"type":"message","from":"server","dataType":"json","data":{"to":"you"}}""", (await ana.ReadAsync()).ToJsonString());
        Assert.Equal(1, (int)(await ana.ReadAsync())["data"]!);
        Assert.Equal("pong", (string?)(await ana.AskAsync("""{"type":"ping"}"""))["type"]);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[1,2]")]
    [InlineData("{}")]
    [InlineData("""{"type":7}""")]
    [InlineData("""{"type":"dance"}""")]
    [InlineData("""{"type":"joinGroup"}""")]
    [InlineData("""{"type":"joinGroup","group":"news","ackId":-1}""")]
    [InlineData("""{"type":"sendToGroup","group":"news","dataType":"binary","data":"%%%"}""")]
    [InlineData("""{"type":"event","event":"x","dataType":"soap","data":1}""")]
    [InlineData("""{"type":"event"}""")]
    [InlineData("")]
    public async Task Bad_frame_costs_its_sender_the_connection_and_nobody_else(string frame)
    {
        await using var good = await ConnectAsync("ana", "news");
        await using var bad = await ConnectAsync("ben", "news");
        await bad.SendAsync(frame);

        var goodbye = Assert.Single(await bad.ReadToCloseAsync());

        Assert.Equal("disconnected", (string?)goodbye["event"]);
        Assert.Equal(WebSocketCloseStatus.InvalidPayloadData, bad.CloseStatus);
        Assert.Equal("pong", (string?)(await good.AskAsync("""{"type":"ping"}"""))["type"]);
    }

    [Fact]
    public async Task Binary_and_oversized_messages_are_refused()
    {
        await using var binary = await ConnectAsync("ana");
        await binary.SendAsync([1, 2, 3], WebSocketMessageType.Binary);
        await binary.ReadToCloseAsync();
        Assert.Equal(WebSocketCloseStatus.InvalidMessageType, binary.CloseStatus);

        await using var large = await ConnectAsync("ana");
        await large.SendAsync($$"""{"type":"ping","filler":"{{new string('x', 3 * 1024 * 1024)}}"}""");
        await large.ReadToCloseAsync();
        Assert.Equal(WebSocketCloseStatus.MessageTooBig, large.CloseStatus);
    }

    [Fact]
    public async Task Client_that_does_not_read_is_cut_off_while_others_receive_everything()
    {
        await using var slow = await ConnectAsync("slow", "news");
        await using var quick = await ConnectAsync("quick", "news");
        await slow.AskAsync("""{"type":"joinGroup","group":"news","ackId":1}""");
        await quick.AskAsync("""{"type":"joinGroup","group":"news","ackId":1}""");
        var hub = _host.Services.GetRequiredService<PubSubHub>();
        var message = Encoding.UTF8.GetBytes($"\"{new string('x', 100_000)}\"");

        var sent = 0;
        while (hub.Find(slow.ConnectionId) is { Outbox.IsClosed: false })
        {
            await Publisher.PublishAsync([new TopicMessage("news", message)], default);
            Assert.NotNull(await quick.TryReadAsync());
            Assert.True(++sent < 5_000, "The slow client was never cut off.");
        }

        _time.Advance(TimeSpan.FromSeconds(5));
        await TestHost.WaitAsync(() => hub.Find(slow.ConnectionId) is null);
        await TestHost.WaitAsync(() => Upstream.For(slow.ConnectionId).Any(d => d.Text.Contains("too slow", StringComparison.Ordinal)));
        Assert.Equal("pong", (string?)(await quick.AskAsync("""{"type":"ping"}"""))["type"]);
    }

    [Fact]
    public async Task Reliable_client_gets_again_what_it_has_not_acknowledged()
    {
        var ana = await ConnectReliableAsync();
        await ana.AskAsync("""{"type":"joinGroup","group":"news","ackId":1}""");
        await PublishAsync(1, 2, 3);
        Assert.Equal([1, 2, 3], await SequencesAsync(ana, 3));
        await ana.SendAsync("""{"type":"sequenceAck","sequenceId":1}""");
        Assert.Equal("pong", (string?)(await ana.AskAsync("""{"type":"ping"}"""))["type"]);
        ana.Abort();
        await PublishAsync(4);

        await using var back = await RawClient.ConnectAsync(Recovery(ana.ConnectionId, ana.ReconnectionToken), reliable: true, expectWelcome: false);

        Assert.Equal([2, 3, 4], await SequencesAsync(back, 3));
        Assert.Equal("connected", (string?)(await back.ReadAsync())["event"]);
        await PublishAsync(5);
        Assert.Equal([5], await SequencesAsync(back, 1));
    }

    [Fact]
    public async Task Recovery_with_a_wrong_token_of_an_unknown_or_an_expired_connection_ends_with_1008()
    {
        var ana = await ConnectReliableAsync();
        await NotRecoveredAsync(ana.ConnectionId, "wrong");
        await NotRecoveredAsync("unknown", ana.ReconnectionToken);
        ana.Abort();
        var hub = _host.Services.GetRequiredService<PubSubHub>();
        await TestHost.WaitAsync(() => hub.Find(ana.ConnectionId)!.Expiry is not null);

        _time.Advance(TimeSpan.FromMinutes(1));

        await NotRecoveredAsync(ana.ConnectionId, ana.ReconnectionToken);
        await TestHost.WaitAsync(() => Upstream.For(ana.ConnectionId).Any(d => d.Type == "azure.webpubsub.sys.disconnected"));
    }

    [Fact]
    public async Task App_refuses_a_client_or_gives_it_user_groups_and_roles()
    {
        await RefusedAsync(await UriAsync("blocked"), 403);
        await using var member = await ConnectAsync("member");
        await Publisher.PublishAsync([new TopicMessage("lobby", "1"u8.ToArray())], default);

        Assert.Equal("lobby", (string?)(await member.ReadAsync())["group"]);
        await member.SendAsync("""{"type":"sendToGroup","group":"lobby","data":2}""");
        Assert.Equal("renamed", (string?)(await member.ReadAsync())["fromUserId"]);
    }

    [Fact]
    public async Task Life_of_a_connection_is_delivered_to_the_app_as_signed_cloud_events()
    {
        await using var ana = await ConnectAsync("ana", "news");
        await ana.AskAsync("""{"type":"event","event":"ask","ackId":1,"dataType":"json","data":{"question":1}}""");
        await ana.CloseAsync();
        await TestHost.WaitAsync(() => Upstream.For(ana.ConnectionId).Count() == 4);

        var deliveries = Upstream.For(ana.ConnectionId).OrderBy(d => d.Type, StringComparer.Ordinal).ToList();
        Assert.Equal(
            ["azure.webpubsub.sys.connect", "azure.webpubsub.sys.connected", "azure.webpubsub.sys.disconnected", "azure.webpubsub.user.ask"],
            deliveries.Select(d => d.Type));
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Key), Encoding.UTF8.GetBytes(ana.ConnectionId)));
        foreach (var delivery in deliveries)
        {
            Assert.Equal($"sha256={signature}", delivery.Headers["ce-signature"]);
            Assert.Equal("testhub", delivery.Headers["ce-hub"]);
            Assert.Equal("ana", delivery.Headers["ce-userId"]);
            Assert.Equal("1.0", delivery.Headers["ce-specversion"]);
            Assert.Equal(delivery.Type.Split('.')[^1], delivery.Headers["ce-eventName"]);
            Assert.Equal($"/hubs/testhub/client/{ana.ConnectionId}", delivery.Headers["ce-source"]);
            Assert.Equal("localhost", delivery.Headers["WebHook-Request-Origin"]);
            Assert.Equal("2026-01-05T09:00:00Z", delivery.Headers["ce-time"]);
        }

        var connect = JsonNode.Parse(deliveries[0].Text)!;
        Assert.Equal("ana", (string?)connect["claims"]!["sub"]![0]);
        Assert.Equal("json.webpubsub.azure.v1", (string?)connect["subprotocols"]![0]);
        Assert.Equal("""{"question":1}""", deliveries[3].Text);
        Assert.Equal("application/json", deliveries[3].Headers["Content-Type"]);
        Assert.Equal("json.webpubsub.azure.v1", deliveries[3].Headers["ce-subprotocol"]);
    }

    [Fact]
    public async Task Answer_of_the_app_comes_back_in_the_type_it_was_given()
    {
        await using var ana = await ConnectAsync("ana");

        Assert.Equal("""{"type":"message","from":"server","dataType":"text","data":"h\u00E9llo"}""", (await ana.AskAsync(Event("text"))).ToJsonString());
        Assert.Equal("""{"type":"message","from":"server","dataType":"json","data":{"ok":true}}""", (await ana.AskAsync(Event("json"))).ToJsonString());
        Assert.Equal("""{"type":"message","from":"server","dataType":"binary","data":"AQID"}""", (await ana.AskAsync(Event("binary"))).ToJsonString());
        await ana.SendAsync(Event("state"));
        await ana.SendAsync("""{"type":"event","event":"after","dataType":"binary","data":"AQID"}""");
        Assert.Equal("pong", (string?)(await ana.AskAsync("""{"type":"ping"}"""))["type"]);
        var after = Assert.Single(Upstream.For(ana.ConnectionId), d => d.Type.EndsWith("after", StringComparison.Ordinal));
        Assert.Equal("remember", after.Headers["ce-connectionState"]);
        Assert.Equal([1, 2, 3], after.Body);
    }

    [Fact]
    public async Task Client_whose_event_the_app_refuses_is_told_and_dropped()
    {
        await using var ana = await ConnectAsync("ana");
        await ana.SendAsync("""{"type":"event","event":"bad","ackId":7,"data":1}""");

        var frames = await ana.ReadToCloseAsync();

        Assert.Equal("disconnected", (string?)frames[^1]["event"]);
        Assert.Equal(WebSocketCloseStatus.InternalServerError, ana.CloseStatus);
    }

    private static string Event(string name) => $$"""{"type":"event","event":"{{name}}","dataType":"text","data":"x"}""";

    private static string? Error(JsonNode ack) => (string?)ack["error"]?["name"];

    private static async Task<List<int>> SequencesAsync(RawClient client, int count)
    {
        var found = new List<int>();
        while (found.Count < count) found.Add((int)(await client.ReadAsync())["sequenceId"]!);
        return found;
    }

    private async Task<RawClient> ConnectAsync(string user, params string[] groups) => await RawClient.ConnectAsync(await UriAsync(user, groups));

    private async Task<RawClient> ConnectReliableAsync() => await RawClient.ConnectAsync(await UriAsync("ana", "news"), reliable: true);

    private Task<Uri> UriAsync(string user, params string[] groups) => Connections.GetClientUriAsync(user, groups, TimeSpan.FromHours(1), default);

    private Task PublishAsync(params int[] values) =>
        Publisher.PublishAsync([.. values.Select(v => new TopicMessage("news", Encoding.UTF8.GetBytes($"{v}")))], default);

    private Uri Token(params string[] roles)
    {
        var hub = roles.FirstOrDefault(r => r.StartsWith("http", StringComparison.Ordinal)) ?? "http://localhost/client/hubs/testhub";
        var token = _host.Services.GetRequiredService<PubSubTokens>().Issue(new Uri(hub), "tester", roles, TimeSpan.FromHours(1));
        return new UriBuilder(_host.Address) { Scheme = "ws", Path = "/client/hubs/testhub", Query = $"access_token={token}" }.Uri;
    }

    private Uri Recovery(string id, string token) => new UriBuilder(_host.Address)
    {
        Scheme = "ws", Path = "/client/hubs/testhub", Query = $"awps_connection_id={id}&awps_reconnection_token={token}",
    }.Uri;

    private async Task NotRecoveredAsync(string id, string token)
    {
        await using var client = await RawClient.ConnectAsync(Recovery(id, token), reliable: true, expectWelcome: false);
        await client.ReadToCloseAsync();
        Assert.Equal(WebSocketCloseStatus.PolicyViolation, client.CloseStatus);
    }

    private static async Task RefusedAsync(Uri address, int status)
    {
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("json.webpubsub.azure.v1");
        socket.Options.CollectHttpResponseDetails = true;
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(address, default));
        Assert.Equal(status, (int)socket.HttpStatusCode);
    }
}
