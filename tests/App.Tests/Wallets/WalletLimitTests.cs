using System.Globalization;
using LiquidityRisk.Functions.Hosting;
using LiquidityRisk.Local.Runtime.Testing;
using LiquidityRisk.TestKit;

namespace LiquidityRisk.App.Tests.Wallets;

/// <summary>How often a wallet may be asked for, and what is noticed when somebody does it too often.</summary>
public sealed class WalletLimitTests : IAsyncLifetime
{
    private static readonly WalletKey Mine = new(11);
    private static readonly WalletKey Other = new(12);

    private readonly ManualTime _time = new();
    private RuntimeTestHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await RuntimeTestHost.StartAsync(new RuntimeTestOptions
    {
        FunctionAssembly = typeof(LiquidityRiskApp).Assembly,
        Time = _time,
        Options = o =>
        {
            o.Settings["Simulator:Enabled"] = "false";
            o.Settings["RateLimits:WalletAddressPerMinute"] = "200";
        },
        Configure = builder => builder.AddLiquidityRisk(),
    });

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task The_sixty_first_request_of_a_minute_for_a_wallet_is_refused_whoever_of_its_owners_sends_it()
    {
        var (ana, ben) = (Owner("ana"), Owner("ben"));
        for (var i = 0; i < 60; i++) Assert.Equal(200, (await (i % 2 == 0 ? ana : ben).AccessAsync(Mine.Address.ToString())).Status);

        var (status, problem, response) = await ana.SendAsync(HttpMethod.Get, WalletClient.Access, null, Mine.Address.ToString());

        Assert.Equal((429, "too_many_requests"), (status, WalletClient.Code(problem)));
        Assert.Equal(("60", "0", "60"), (Header("RateLimit-Limit"), Header("RateLimit-Remaining"), Header("RateLimit-Reset")));
        Assert.Equal(TimeSpan.FromSeconds(1), response.Headers.RetryAfter!.Delta);
        Assert.Equal(200, (await Reader("rita").AccessAsync(Mine.Address.ToString())).Status); // not at the owners' cost
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await ben.AccessAsync(Mine.Address.ToString())).Status);

        string Header(string name) => response.Headers.GetValues(name).Single();
    }

    [Fact]
    public async Task A_stranger_who_names_a_wallet_does_not_use_up_what_its_owner_has()
    {
        var stranger = new WalletClient(_host.Client, "sid");
        for (var i = 0; i < 70; i++) Assert.Equal(403, (await stranger.AccessAsync(Mine.Address.ToString())).Status);

        Assert.Equal(200, (await Owner("ana").AccessAsync(Mine.Address.ToString())).Status);
    }

    [Fact]
    public async Task An_address_has_an_allowance_over_all_wallets()
    {
        var stranger = new WalletClient(_host.Client, "sid");
        for (var i = 0; i < 200; i++) Assert.Equal(403, (await stranger.AccessAsync(i % 2 == 0 ? Mine.Address.Value : Other.Address.Value)).Status);

        var (status, _, response) = await stranger.SendAsync(HttpMethod.Get, WalletClient.Access, null, Mine.Address.Value);

        Assert.Equal((429, "200"), (status, response.Headers.GetValues("RateLimit-Limit").Single()));
    }

    [Fact]
    public async Task Who_tries_wallets_that_are_not_his_is_noticed_and_compliance_can_read_it()
    {
        var (stranger, carl) = (new WalletClient(_host.Client, "sid"), new WalletClient(_host.Client, "carl", "compliance"));
        for (var i = 0; i < 9; i++) await stranger.AccessAsync(Mine.Address.Value);
        var message = await stranger.ChallengeAsync(Mine.Address);
        Assert.Equal(422, (await stranger.BindAsync(message, Other.Sign(message))).Status);

        var (status, events, _) = await carl.SendAsync(HttpMethod.Get, "/api/risk/security-events?wallet=" + Mine.Address);
        var found = Assert.Single(events.GetProperty("items").EnumerateArray());

        Assert.Equal((200, "many_failed_checks", 10), (status, found.GetProperty("kind").GetString(), found.GetProperty("count").GetInt32()));
        Assert.Equal("127.0.0.0/24", found.GetProperty("networks")[0].GetString());
        Assert.Equal(403, (await stranger.SendAsync(HttpMethod.Get, "/api/risk/security-events")).Status);
        Assert.Equal(403, (await Reader("rita").SendAsync(HttpMethod.Get, "/api/risk/security-events")).Status);
        var (_, other, _) = await carl.SendAsync(HttpMethod.Get, "/api/risk/security-events?wallet=" + Other.Address);
        Assert.Equal(0, other.GetProperty("items").GetArrayLength());
        var (_, records, _) = await carl.SendAsync(HttpMethod.Get, "/api/v1/audit?subject=access.carl");
        Assert.Equal(2, records.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_wallet_that_is_asked_for_without_end_is_noticed()
    {
        var ana = Owner("ana");
        for (var i = 0; i < 180; i++) await ana.AccessAsync(Mine.Address.Value);

        var (_, events, _) = await new WalletClient(_host.Client, "ada", "admin").SendAsync(HttpMethod.Get, "/api/risk/security-events");

        Assert.Equal("high_frequency", Assert.Single(events.GetProperty("items").EnumerateArray()).GetProperty("kind").GetString());
    }

    [Fact]
    public async Task A_list_of_events_refuses_what_it_cannot_read()
    {
        var carl = new WalletClient(_host.Client, "carl", "compliance");
        foreach (var (query, field) in new[] { ("wallet=0x12", "wallet"), ("cursor=x", "cursor"), ("limit=0", "limit"), ("from=2026-01-02&to=2026-01-01", "to") })
        {
            var (status, problem, _) = await carl.SendAsync(HttpMethod.Get, "/api/risk/security-events?" + query);

            Assert.Equal(400, status);
            Assert.True(problem.GetProperty("errors").TryGetProperty(field, out _), string.Create(CultureInfo.InvariantCulture, $"{query}: {problem}"));
        }
    }

    private WalletClient Owner(string user) => new(_host.Client, user, signedInWith: Mine.Address);

    private WalletClient Reader(string user) => new(_host.Client, user, "risk_manager");
}
