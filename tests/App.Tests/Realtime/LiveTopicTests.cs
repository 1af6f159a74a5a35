namespace LiquidityRisk.App.Tests.Realtime;

public sealed class LiveTopicTests(AppUnderTest app) : IClassFixture<AppUnderTest>
{
    [Fact]
    public async Task A_subscriber_gets_a_snapshot_and_then_every_change_in_order()
    {
        await app.SubmitAsync(AppUnderTest.Quote("US0378331005", 1));
        await app.Host.WaitForIdleAsync();
        await using var client = await TopicClient.ConnectAsync(app, "retail");

        await client.SubscribeAsync("lr.US0378331005");
        var snapshot = await client.NextAsync();
        for (var i = 2; i <= 5; i++)
        {
            await app.SubmitAsync(AppUnderTest.Quote("US0378331005", i, 90m + i, 91m + i));
            await app.Host.WaitForIdleAsync();
        }

        Assert.Equal("snapshot", snapshot.GetProperty("type").GetString());
        var payload = snapshot.GetProperty("payload");
        Assert.Equal(8, payload.GetProperty("risk_summary").GetProperty("categories").GetArrayLength());
        Assert.Equal(4, payload.GetProperty("exit_recommendations").GetArrayLength());
        var seq = snapshot.GetProperty("seq").GetInt32();
        var bids = new List<decimal>();
        while (bids.Count < 4)
        {
            var update = await client.NextAsync();
            Assert.Equal(++seq, update.GetProperty("seq").GetInt32());
            if (update.GetProperty("type").GetString() == "liquidity_update")
                bids.Add(update.GetProperty("payload").GetProperty("liquidity_profile").GetProperty("bid").GetDecimal());
        }

        Assert.Equal([92m, 93m, 94m, 95m], bids);
    }

    [Fact]
    public async Task A_trace_that_comes_with_a_request_goes_through_the_hub_to_the_topic()
    {
        await app.SubmitAsync(AppUnderTest.Quote("NL0000009082", 1));
        await app.Host.WaitForIdleAsync();
        await using var client = await TopicClient.ConnectAsync(app, "retail");
        await client.SubscribeAsync("lr.NL0000009082");
        await client.NextAsync();

        using var body = AppUnderTest.Json($$"""{"events":[{{AppUnderTest.Quote("NL0000009082", 2, 90m, 91m)}}]}""");
        body.Headers.Add("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        await app.SendAsync(HttpMethod.Post, "/api/v1/market-data/events", body, "feed");
        var update = await client.NextAsync();

        Assert.StartsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-", update.GetProperty("traceparent").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_topic_is_answered_with_an_error_and_the_connection_goes_on()
    {
        await app.SubmitAsync(AppUnderTest.Quote("GB0002634946", 1));
        await app.Host.WaitForIdleAsync();
        await using var client = await TopicClient.ConnectAsync(app, "professional");

        await client.SendAsync("""{"type":"event","event":"subscribe","dataType":"text","data":"lr.GB0002634946"}""");
        var malformed = await client.NextAsync();
        await client.SubscribeAsync("weather.today");
        var error = await client.NextAsync();
        await client.SubscribeAsync("lr.GB0002634946.liquidity");
        var snapshot = await client.NextAsync();

        Assert.Equal("malformed_request", malformed.GetProperty("payload").GetProperty("code").GetString());
        Assert.Equal("unknown_topic", error.GetProperty("payload").GetProperty("code").GetString());
        Assert.Equal("lr.GB0002634946.liquidity", snapshot.GetProperty("topic").GetString());
    }

    [Fact]
    public async Task A_client_cannot_join_a_group_or_publish_by_itself()
    {
        await app.SubmitAsync(AppUnderTest.Quote("AU0000XVGZA3", 1));
        await app.Host.WaitForIdleAsync();
        await using var reader = await TopicClient.ConnectAsync(app, "retail");
        await using var forger = await TopicClient.ConnectAsync(app, "retail");
        await reader.SubscribeAsync("lr.AU0000XVGZA3");
        var seq = (await reader.NextAsync()).GetProperty("seq").GetInt32();

        await forger.SendAsync("""{"type":"sendToGroup","group":"lr.AU0000XVGZA3","dataType":"json","data":{"type":"liquidity_update","seq":99}}""");
        await app.SubmitAsync(AppUnderTest.Quote("AU0000XVGZA3", 2, 95m, 96m));

        Assert.Equal(seq + 1, (await reader.NextAsync()).GetProperty("seq").GetInt32());
    }
}
