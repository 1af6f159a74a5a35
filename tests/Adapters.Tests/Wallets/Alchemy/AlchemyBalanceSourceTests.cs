using System.Text.Json.Nodes;
using LiquidityRisk.Adapters.Wallets.Alchemy;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Flows.Wallets.Sources;
using LiquidityRisk.TestKit;
using LiquidityRisk.Units;

namespace LiquidityRisk.Adapters.Tests.Wallets.Alchemy;

public sealed class AlchemyBalanceSourceTests : IAsyncLifetime
{
    private const string Usdc = "0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48";
    private const string NoTokens = "0x0000000000000000000000000000000000000000000000000000000000000000";

    private static readonly WalletAddress Alice = StubbedSources.Alice;

    private readonly ManualTime _time = new();
    private StubbedSources _sources = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _sources = await StubbedSources.StartAsync(_time, s => s with { Retries = 0 });

    public ValueTask DisposeAsync() => _sources.DisposeAsync();

    [Fact]
    public async Task Ether_and_known_tokens_are_read_in_one_request()
    {
        _sources.Server.Answer = r => Reply(r);
        Assert.Equal(
            [new TokenBalance(TokenSymbol.Eth, new(1.5m)), new TokenBalance(TokenSymbol.Parse("USDC"), new(12.345678m))],
            await _sources.Balances.ReadAsync(Alice, Stop));

        var sent = Assert.Single(_sources.Server.Sent);
        Assert.Equal(("POST", $"/v2/{StubbedSources.Key}", "application/json"), (sent.Method, sent.Path, sent.Headers["Content-Type"]));
        var calls = JsonNode.Parse(sent.Body)!.AsArray();
        Assert.Equal($$"""{"jsonrpc":"2.0","id":0,"method":"eth_getBalance","params":["{{Alice.Value}}","latest"]}""", calls[0]!.ToJsonString());
        Assert.Equal(("2.0", 1, "alchemy_getTokenBalances"), ((string?)calls[1]!["jsonrpc"], (int)calls[1]!["id"]!, (string?)calls[1]!["method"]));
        Assert.Equal(Alice.Value, (string?)calls[1]!["params"]![0]);
        Assert.Equal(KnownTokens.All.Select(t => t.Address), calls[1]!["params"]![1]!.AsArray().Select(t => (string)t!));

        await _sources.Balances.ReadAsync(Alice, Stop);
        Assert.Single(_sources.Server.Sent);
        await _sources.Balances.ReadAsync(StubbedSources.Bob, Stop);
        Assert.Equal(2, _sources.Server.Sent.Count);
    }

    [Fact]
    public async Task A_token_that_was_not_asked_for_is_ignored()
    {
        _sources.Server.Answer = r => Reply(r, tokens => tokens.Add(Token("0x00000000000000000000000000000000deadbeef", "0x5")));
        Assert.Equal(2, (await _sources.Balances.ReadAsync(Alice, Stop)).Count);
    }

    public static TheoryData<string, Action<JsonArray>> Partial => new()
    {
        { "one is missing", tokens => tokens.RemoveAt(0) },
        { "one could not be read", tokens => tokens[0]!["tokenBalance"] = null },
        { "one is negative", tokens => tokens[0]!["tokenBalance"] = "-0x1" },
        { "one is told twice", tokens => tokens.Add(Token(Usdc, NoTokens)) },
        { "one is too large", tokens => tokens[0]!["tokenBalance"] = "0x" + new string('f', 64) },
        { "one is decimal", tokens => tokens[0]!["tokenBalance"] = "12" },
    };

    [Theory]
    [MemberData(nameof(Partial))]
    public async Task Half_of_the_balances_are_no_answer(string what, Action<JsonArray> change) =>
        Assert.True((await Refused(r => Reply(r, change))).Fault == SourceFault.Unusable, what);

    [Theory]
    [InlineData("""[{"jsonrpc":"2.0","id":0,"result":"0x0"}]""", SourceFault.Unusable)]
    [InlineData("""[{"jsonrpc":"2.0","id":0,"result":"0x0"},{"jsonrpc":"2.0","id":0,"result":"0x0"}]""", SourceFault.Unusable)]
    [InlineData("""[{"jsonrpc":"2.0","id":7,"result":"0x0"}]""", SourceFault.Unusable)]
    [InlineData("""[{"jsonrpc":"2.0","id":0,"error":{"code":-32602,"message":"bad address"}}]""", SourceFault.Unusable)]
    [InlineData("""[{"jsonrpc":"2.0","id":0,"error":{"code":429,"message":"over capacity"}}]""", SourceFault.Throttled)]
    [InlineData("""{"jsonrpc":"2.0","id":null,"error":{"code":-32005,"message":"limit exceeded"}}""", SourceFault.Throttled)]
    [InlineData("""{"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"batch too large"}}""", SourceFault.Unusable)]
    [InlineData("[]", SourceFault.Unusable)]
    [InlineData("[null]", SourceFault.Unusable)]
    public async Task Answers_that_do_not_fit_the_calls_are_told_by_their_kind(string body, SourceFault fault) =>
        Assert.Equal(fault, (await Refused(_ => new StubReply(body))).Fault);

    [Fact]
    public async Task The_balances_of_another_wallet_are_unusable() =>
        Assert.Equal(SourceFault.Unusable, (await Refused(r => new StubReply(Reply(r).Body.Replace(Alice.Value, StubbedSources.Bob.Value, StringComparison.Ordinal)))).Fault);

    [Fact]
    public void Known_tokens_are_those_that_Aave_lists()
    {
        Assert.SkipWhen(RealData.Folder is null, RealData.Missing);
        var listed = File.ReadLines(Path.Combine(RealData.Folder!, "aave_v3_ethereum_reserves.csv")).Skip(1).Select(l => l.Split(','))
            .Select(c => new KnownToken(TokenSymbol.Parse(c[1]), WalletAddress.Parse(c[2]).Value, int.Parse(c[3], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(listed, KnownTokens.All);
    }

    [Fact]
    public void Every_known_token_has_an_address_of_its_own() =>
        Assert.All(KnownTokens.All, t => Assert.Equal(t.Address, WalletAddress.Parse(t.Address).Value));

    private static JsonObject Token(string address, string balance) => new() { ["contractAddress"] = address, ["tokenBalance"] = balance };

    // Some of a wallet's tokens, its answers in the other order than the calls.
    private static StubReply Reply(SentRequest request, Action<JsonArray>? change = null)
    {
        var calls = JsonNode.Parse(request.Body)!.AsArray();
        var tokens = new JsonArray([.. calls[1]!["params"]![1]!.AsArray().Select(t => (JsonNode)Token((string)t!, (string?)t == Usdc ? "0xbc614e" : NoTokens))]);
        change?.Invoke(tokens);
        return new StubReply(new JsonArray(
            new JsonObject
            {
                ["jsonrpc"] = "2.0",
                ["id"] = (int)calls[1]!["id"]!,
                ["result"] = new JsonObject { ["address"] = (string)calls[1]!["params"]![0]!, ["tokenBalances"] = tokens },
            },
            new JsonObject { ["jsonrpc"] = "2.0", ["id"] = (int)calls[0]!["id"]!, ["result"] = "0x14d1120d7b160000" }).ToJsonString());
    }

    private Task<SourceUnavailableException> Refused(Func<SentRequest, StubReply> answer)
    {
        _sources.Server.Answer = answer;
        return Assert.ThrowsAsync<SourceUnavailableException>(() => _sources.Balances.ReadAsync(Alice, Stop));
    }
}
