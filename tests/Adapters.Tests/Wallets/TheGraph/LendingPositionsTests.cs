using System.Text.Json.Nodes;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Flows.Wallets.Sources;
using LiquidityRisk.TestKit;
using LiquidityRisk.Units;

namespace LiquidityRisk.Adapters.Tests.Wallets.TheGraph;

public sealed class LendingPositionsTests : IAsyncLifetime
{
    private const string Comet = "0xc3d688b66703497daa19211eedff47f25384cdc3";
    private const string OtherComet = "0xa17581a9e3356d9a858b789d68b4d866e593ae94";
    private const string Weth = "0xc02aaa39b223fe8d0a0e5c4f27ead9083c756cc2";

    private static readonly WalletAddress Alice = StubbedSources.Alice;
    private static readonly WalletAddress Bob = StubbedSources.Bob;

    private readonly ManualTime _time = new();
    private StubbedSources _sources = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _sources = await StubbedSources.StartAsync(_time, s => s with { Retries = 0 });

    public ValueTask DisposeAsync() => _sources.DisposeAsync();

    [Fact]
    public async Task The_gateway_is_asked_for_all_wallets_at_once_with_the_key_in_the_header()
    {
        await Read(LendingProtocol.AaveV3, [GraphPages.Page()], Bob, Alice);
        var sent = Assert.Single(_sources.Server.Sent);
        Assert.Equal(("POST", $"/api/subgraphs/id/{_sources.Options.Subgraphs[LendingProtocol.AaveV3]}", ""), (sent.Method, sent.Path, sent.Query));
        Assert.Equal($"Bearer {StubbedSources.Key}", sent.Headers["Authorization"]);
        Assert.Equal("application/json", sent.Headers["Content-Type"]);
        var body = JsonNode.Parse(sent.Body)!;
        Assert.Equal([Bob.Value, Alice.Value], body["variables"]!["wallets"]!.AsArray().Select(w => (string?)w));
        Assert.Equal("", (string?)body["variables"]!["after"]);
        Assert.Contains("where: { account_in: $wallets, id_gt: $after, balance_gt: \"0\" }", (string?)body["query"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entries_become_positions_with_exact_amounts_and_terms()
    {
        var batch = await Read(LendingProtocol.AaveV3, [GraphPages.Page(GraphPages.Weth(Alice), GraphPages.UsdcDebt(Alice), GraphPages.UsdcDebt(Bob))], Alice, Bob);

        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(GraphPages.Seconds), batch.AsOf);
        Assert.Empty(batch.Faults);
        Assert.Empty(batch.Caveats);
        var alice = batch.Positions[Alice];
        Assert.Equal((LendingProtocol.AaveV3, default(EfficiencyMode)), (alice.Protocol, alice.Mode));
        var terms = new CollateralTerms(new(805_000), new(830_000), new(50_000), new(100_000));
        Assert.Equal([new SuppliedAsset(TokenSymbol.Parse("WETH"), new(2.5m), terms, IsCollateral: true, 0.019)], alice.Supplied);
        Assert.Equal([new BorrowedAsset(TokenSymbol.Parse("USDC"), new(1_500.25m), 0.0275)], alice.Borrowed);
        Assert.Empty(batch.Positions[Bob].Supplied);
        Assert.Equal(
            [new(TokenSymbol.Parse("WETH"), new UsdPrice(2578.461748m)), new(TokenSymbol.Parse("USDC"), new UsdPrice(0.99993m))],
            batch.OraclePrices);
    }

    [Theory]
    [InlineData("balance", "\"-1\"", "a balance is negative")]
    [InlineData("balance", "\"1.5\"", "a balance is no whole number")]
    [InlineData("balance", "\"NaN\"", "a balance is no whole number")]
    [InlineData("balance", "\"115792089237316195423570985008687907853269984665640564039457584007913129639935\"", "a balance is larger than any")]
    [InlineData("side", "\"BOTH\"", "an entry is neither supplied nor borrowed")]
    [InlineData("market.liquidationThreshold", "\"101\"", "a liquidation threshold is not between 0 and 100 %")]
    [InlineData("market.liquidationThreshold", "\"80\"", "a loan-to-value is above its liquidation threshold")]
    [InlineData("market.maximumLTV", "\"-1\"", "a loan-to-value is not between 0 and 100 %")]
    [InlineData("market.liquidationPenalty", "\"Infinity\"", "a liquidation penalty is not between 0 and 100 %")]
    [InlineData("market._liquidationProtocolFee", "\"10\"", "a protocol's fee is not between 0 and 100 %")]
    [InlineData("market.inputToken.decimals", "-1", "a token has an impossible number of decimals")]
    [InlineData("market.inputToken.symbol", "\"\"", "a token has no proper symbol")]
    [InlineData("market.rates", """[{"rate":"x","side":"LENDER","type":"VARIABLE"}]""", "a rate of interest is out of range")]
    public async Task A_lie_about_one_wallet_is_told_and_spoils_no_other(string member, string json, string fault)
    {
        var batch = await Read(LendingProtocol.AaveV3, [GraphPages.Page(GraphPages.Weth(Alice).With(member, json), GraphPages.Weth(Bob))], Alice, Bob);
        Assert.Equal([new(Alice, fault)], batch.Faults);
        Assert.Equal([Bob], batch.Positions.Keys);
    }

    [Fact]
    public async Task An_entry_that_is_told_twice_is_a_fault()
    {
        var batch = await Read(LendingProtocol.AaveV3, [GraphPages.Page(GraphPages.Weth(Alice), GraphPages.Weth(Alice))], Alice);
        Assert.Equal("an entry is told twice", batch.Faults[Alice]);
    }

    [Fact]
    public async Task A_price_of_0_and_two_prices_of_one_token_are_no_price()
    {
        var zero = GraphPages.Weth(Alice).With("market.inputTokenPriceUSD", "\"0\"");
        var batch = await Read(LendingProtocol.AaveV3, [GraphPages.Page(zero, GraphPages.UsdcDebt(Alice), GraphPages.UsdcDebt(Bob).With("market.inputTokenPriceUSD", "\"1\""))], Alice, Bob);
        Assert.Equal(2, batch.Positions.Count);
        Assert.Empty(batch.OraclePrices);
    }

    [Fact]
    public async Task What_the_owner_has_not_made_collateral_is_none()
    {
        var batch = await Read(LendingProtocol.AaveV3, [GraphPages.Page(GraphPages.Weth(Alice).With("isCollateral", "null"))], Alice);
        Assert.False(Assert.Single(batch.Positions[Alice].Supplied).IsCollateral);
    }

    [Fact]
    public async Task Stable_and_variable_debt_of_one_asset_are_one_debt_without_one_rate()
    {
        var batch = await Read(LendingProtocol.AaveV2, [GraphPages.Page(GraphPages.UsdcDebt(Alice), GraphPages.UsdcDebt(Alice).With("id", "\"other\""))], Alice);
        Assert.Equal([new BorrowedAsset(TokenSymbol.Parse("USDC"), new(3_000.5m), Apy: null)], batch.Positions[Alice].Borrowed);
    }

    [Fact]
    public async Task Compound_2_says_lender_and_has_no_fee()
    {
        var entry = GraphPages.Weth(Alice).With("side", "\"LENDER\"");
        entry["market"]!.AsObject().Remove("_liquidationProtocolFee");
        var batch = await Read(LendingProtocol.CompoundV2, [GraphPages.Page(entry)], Alice);
        Assert.Equal(default, Assert.Single(batch.Positions[Alice].Supplied).Terms.ProtocolFee);
        Assert.DoesNotContain("_eMode", _sources.Server.LastSent.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_Comet_collateral_is_collateral_and_its_base_asset_is_not()
    {
        var batch = await Read(LendingProtocol.CompoundV3, [GraphPages.Page(Collateral(Comet), BaseSupply(Comet))], Alice);
        Assert.Equal([true, false], batch.Positions[Alice].Supplied.Select(s => s.IsCollateral));
    }

    [Fact]
    public async Task A_loan_while_in_several_Comets_is_not_taken_for_one_loan()
    {
        var debt = BaseSupply(OtherComet).With("side", "\"BORROWER\"");
        var batch = await Read(LendingProtocol.CompoundV3, [GraphPages.Page(Collateral(Comet), debt)], Alice);
        Assert.Equal("it borrows while it is in several Comets, whose loans are not one", batch.Faults[Alice]);

        batch = await Read(LendingProtocol.CompoundV3, [GraphPages.Page(Collateral(Comet), Collateral(OtherComet))], Alice, Bob);
        Assert.Equal(5, Assert.Single(batch.Positions[Alice].Supplied).Amount.Value);
    }

    [Fact]
    public async Task Further_pages_are_asked_for_as_of_the_same_block()
    {
        var many = Enumerable.Range(0, 1_000).Select(i => GraphPages.UsdcDebt(Alice).With("id", $"\"id-{i:0000}\"")).ToList();
        var batch = await Read(
            LendingProtocol.AaveV3,
            [GraphPages.Page(many, GraphPages.Seconds), GraphPages.Page([GraphPages.Weth(Alice)], GraphPages.Seconds + 12)],
            Alice);
        Assert.Equal(2, _sources.Server.Sent.Count);
        var second = JsonNode.Parse(_sources.Server.LastSent.Body)!;
        Assert.Equal("id-0999", (string?)second["variables"]!["after"]);
        Assert.Equal(2, ((string)second["query"]!).Split($"block: {{ number: {GraphPages.Block} }}").Length - 1);
        Assert.Equal(1_500_250, Assert.Single(batch.Positions[Alice].Borrowed).Amount.Value);
        Assert.Equal(GraphPages.Seconds, batch.AsOf.ToUnixTimeSeconds());
    }

    [Fact]
    public async Task Half_of_the_pages_are_no_answer()
    {
        var many = Enumerable.Range(0, 1_000).Select(i => GraphPages.UsdcDebt(Alice).With("id", $"\"id-{i:0000}\""));
        var e = await Refused(LendingProtocol.AaveV3, GraphPages.Page(many, GraphPages.Seconds), StubReply.Failed(500));
        Assert.Equal(SourceFault.Down, e.Fault);
    }

    private static JsonObject Collateral(string comet) => GraphPages.Weth(Alice)
        .With("market.id", $"\"{comet}{Weth[2..]}\"").With("id", $"\"{comet}\"").With("isCollateral", "null");

    private static JsonObject BaseSupply(string comet) => GraphPages.Entry(
        Alice, "COLLATERAL", "1000000", "USDC", 6, "0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48", "1", "0", "0", "0", isCollateral: null,
        market: $"{comet}a0b86991c6218b36c1d19d4a2e9eb0ce3606eb48");

    private Task<PositionBatch> Read(LendingProtocol protocol, StubReply[] replies, params WalletAddress[] wallets)
    {
        _sources.Server.Next(replies);
        return _sources.Positions.ReadAsync(protocol, wallets, Stop);
    }

    private Task<SourceUnavailableException> Refused(LendingProtocol protocol, params StubReply[] replies) =>
        Assert.ThrowsAsync<SourceUnavailableException>(() => Read(protocol, replies, Alice));
}
