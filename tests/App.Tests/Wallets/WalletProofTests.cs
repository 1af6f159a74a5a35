using LiquidityRisk.Functions.Hosting;
using LiquidityRisk.Local.Runtime.Testing;
using LiquidityRisk.TestKit;

namespace LiquidityRisk.App.Tests.Wallets;

/// <summary>Proving a wallet over HTTP, with real signatures.</summary>
public sealed class WalletProofTests : IAsyncLifetime
{
    private static readonly WalletKey Mine = new(11);
    private static readonly WalletKey Other = new(12);

    private readonly ManualTime _time = new();
    private RuntimeTestHost _host = null!;
    private WalletClient _ana = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await RuntimeTestHost.StartAsync(new RuntimeTestOptions
        {
            FunctionAssembly = typeof(LiquidityRiskApp).Assembly,
            Time = _time,
            Options = o => o.Settings["Simulator:Enabled"] = "false",
            Configure = builder => builder.AddLiquidityRisk(),
        });
        _ana = new WalletClient(_host.Client, "ana");
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Who_signs_the_challenge_may_read_the_wallet_and_nobody_else_may()
    {
        var ben = new WalletClient(_host.Client, "ben");
        var before = await _ana.AccessAsync(Mine.Address.ToString());
        var message = await _ana.ChallengeAsync(Mine.Address);
        var bound = await _ana.BindAsync(message, Mine.Sign(message));
        var after = await _ana.AccessAsync(Mine.Address.Value);

        Assert.Equal((403, "wallet_not_proven"), (before.Status, WalletClient.Code(before.Body)));
        Assert.StartsWith("http://localhost:7071 wants you to sign in with your Ethereum account:\n" + Mine.Address + "\n", message, StringComparison.Ordinal);
        Assert.Equal((200, Mine.Address.ToString()), (bound.Status, bound.Body.GetProperty("wallet_address").GetString()));
        Assert.Equal((200, "proof"), (after.Status, after.Body.GetProperty("authority").GetString()));
        Assert.Equal(bound.Body.GetProperty("expires_at").GetDateTimeOffset(), after.Body.GetProperty("expires_at").GetDateTimeOffset());
        Assert.Equal(403, (await ben.AccessAsync(Mine.Address.ToString())).Status);
        Assert.Equal(403, (await _ana.AccessAsync(Other.Address.ToString())).Status);

        var (_, list, _) = await _ana.SendAsync(HttpMethod.Get, "/api/risk/wallets/bound");
        Assert.Equal(Mine.Address.ToString(), Assert.Single(list.GetProperty("items").EnumerateArray()).GetProperty("wallet_address").GetString());
        var (given, none, _) = await _ana.SendAsync(HttpMethod.Delete, "/api/risk/wallets/bind?wallet=" + Mine.Address);
        Assert.Equal((200, 0), (given, none.GetProperty("items").GetArrayLength()));
        Assert.Equal(403, (await _ana.AccessAsync(Mine.Address.ToString())).Status);
    }

    [Fact]
    public async Task A_challenge_serves_once()
    {
        var message = await _ana.ChallengeAsync(Mine.Address);
        var signature = Mine.Sign(message);
        var first = await _ana.BindAsync(message, signature);
        var repeated = await _ana.BindAsync(message, signature);
        await _ana.SendAsync(HttpMethod.Delete, "/api/risk/wallets/bind?wallet=" + Mine.Address);
        var replayed = await _ana.BindAsync(message, signature);

        Assert.Equal((200, 200), (first.Status, repeated.Status));
        Assert.Equal(first.Body.GetProperty("expires_at").GetRawText(), repeated.Body.GetProperty("expires_at").GetRawText());
        Assert.Equal((422, "proof_already_used"), (replayed.Status, WalletClient.Code(replayed.Body)));
        Assert.True(replayed.Body.GetProperty("errors").TryGetProperty("message", out _));
    }

    [Fact]
    public async Task A_proof_that_proves_nothing_is_refused_by_its_reason()
    {
        var ben = new WalletClient(_host.Client, "ben");
        var message = await _ana.ChallengeAsync(Mine.Address);
        var elsewhere = message.Replace("http://localhost:7071 ", "http://localhost.example ", StringComparison.Ordinal);
        var other = message.Replace(Mine.Address.ToString(), Other.Address.ToString(), StringComparison.Ordinal);
        var chain = message.Replace("Chain ID: 1\n", "Chain ID: 10\n", StringComparison.Ordinal);

        Assert.Equal("proof_wrong_nonce", await CodeAsync(ben, message, Mine.Sign(message)));
        Assert.Equal("proof_other_signer", await CodeAsync(_ana, message, Other.Sign(message)));
        Assert.Equal("proof_wrong_domain", await CodeAsync(_ana, elsewhere, Mine.Sign(elsewhere)));
        Assert.Equal("proof_other_wallet", await CodeAsync(_ana, other, Other.Sign(other)));
        Assert.Equal("proof_other_chain", await CodeAsync(_ana, chain, Mine.Sign(chain)));
        Assert.Equal("invalid_request", await CodeAsync(_ana, "Let me in.", Mine.Sign("Let me in."), status: 400));
        Assert.Equal("invalid_request", await CodeAsync(_ana, message, "0x1234", status: 400));
        Assert.Equal("invalid_request", await CodeAsync(_ana, message, "0x" + new string('g', 130), status: 400));
        Assert.Equal(200, (await _ana.BindAsync(message, Mine.Sign(message))).Status);
    }

    [Fact]
    public async Task A_challenge_that_was_signed_too_late_is_refused()
    {
        var message = await _ana.ChallengeAsync(Mine.Address);
        _time.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromMilliseconds(500));
        var late = await _ana.ChallengeAsync(Mine.Address);
        _time.Advance(TimeSpan.FromMilliseconds(500));

        Assert.Contains(await CodeAsync(_ana, message, Mine.Sign(message)), new[] { "proof_expired", "proof_wrong_nonce" });
        Assert.Equal(200, (await _ana.BindAsync(late, Mine.Sign(late))).Status);
        _time.Advance(TimeSpan.FromHours(7));
        Assert.Equal(200, (await _ana.AccessAsync(Mine.Address.ToString())).Status);
    }

    [Fact]
    public async Task A_missing_or_mistyped_header_is_named()
    {
        var mistyped = Mine.Address.ToString()[..^1] + (Mine.Address.ToString()[^1] == '0' ? '1' : '0');
        foreach (var (headers, words) in new (string[], string)[]
            { ([], "40 hexadecimal digits"), (["0x1234"], "40 hexadecimal digits"), ([mistyped], "EIP-55"), ([Mine.Address.ToString(), Other.Address.ToString()], "40 hexadecimal") })
        {
            var (status, problem) = await _ana.AccessAsync(headers);

            Assert.Equal((400, "invalid_request"), (status, WalletClient.Code(problem)));
            Assert.Contains(words, problem.GetProperty("errors").GetProperty("x-wallet-address")[0].GetString(), StringComparison.Ordinal);
        }

        var (refused, named, _) = await _ana.SendAsync(HttpMethod.Post, "/api/risk/wallets/challenge", new { wallet_address = mistyped });
        Assert.Equal(400, refused);
        Assert.Contains("EIP-55", named.GetProperty("errors").GetProperty("wallet_address")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_header_and_the_wallet_asked_for_must_be_the_same()
    {
        await _ana.ProveAsync(Mine);

        var (status, problem, _) = await _ana.SendAsync(HttpMethod.Get, $"{WalletClient.Access}?wallet={Other.Address}", null, Mine.Address.ToString());
        var (malformed, named, _) = await _ana.SendAsync(HttpMethod.Get, WalletClient.Access + "?wallet=0x12", null, Mine.Address.ToString());
        var (same, _, _) = await _ana.SendAsync(HttpMethod.Get, $"{WalletClient.Access}?wallet={Mine.Address.Value}", null, Mine.Address.ToString());

        Assert.Equal((403, "wallet_mismatch"), (status, WalletClient.Code(problem)));
        Assert.Equal(400, malformed);
        Assert.True(named.GetProperty("errors").TryGetProperty("wallet", out _));
        Assert.Equal(200, same);
    }

    [Fact]
    public async Task In_development_the_sign_in_may_name_the_wallet()
    {
        var owner = new WalletClient(_host.Client, "owen", signedInWith: Mine.Address);

        Assert.Equal("development_sign_in", (await owner.AccessAsync(Mine.Address.ToString())).Body.GetProperty("authority").GetString());
        Assert.Equal(403, (await owner.AccessAsync(Other.Address.ToString())).Status);
    }

    [Theory]
    [InlineData("risk_manager", 200)]
    [InlineData("compliance", 200)]
    [InlineData("admin", 403)]
    [InlineData("professional", 403)]
    public async Task Those_who_watch_over_risk_read_every_wallet_and_that_is_on_record(string role, int expected)
    {
        var user = new WalletClient(_host.Client, "rita", role);
        var compliance = new WalletClient(_host.Client, "carl", "compliance");

        Assert.Equal(expected, (await user.AccessAsync(Mine.Address.ToString())).Status);
        Assert.Equal(400, (await user.AccessAsync()).Status);
        var (_, records, _) = await compliance.SendAsync(HttpMethod.Get, "/api/v1/audit?subject=access.rita");
        var subjects = records.GetProperty("items").EnumerateArray().Select(r => r.GetProperty("content").GetProperty("subject").GetString());
        Assert.Equal(expected == 200 ? ["wallet." + Mine.Address.Value] : [], subjects);
    }

    private static async Task<string> CodeAsync(WalletClient user, string message, string signature, int status = 422)
    {
        var refused = await user.BindAsync(message, signature);
        Assert.Equal(status, refused.Status);
        return WalletClient.Code(refused.Body);
    }
}
