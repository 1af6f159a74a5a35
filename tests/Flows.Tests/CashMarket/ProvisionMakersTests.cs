using LiquidityRisk.Contracts.CashMarket;
using static LiquidityRisk.Flows.CashMarket.Tests.CashMarketFixture;

namespace LiquidityRisk.Flows.CashMarket.Tests;

public sealed class ProvisionMakersTests : IDisposable
{
    private readonly CashMarketFixture _app = new();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task New_makers_share_the_amount_to_the_cent()
    {
        var answer = await ProvisionAsync(new("create_new", "LIQUIDITY_PROVIDER", 100.01m, null, 3, null));

        Assert.Equal([33.34m, 33.34m, 33.33m], answer.MarketMakers.Select(m => m.EurBalance));
        Assert.Equal(3, answer.MarketMakers.Select(m => m.Name).Distinct().Count());
    }

    [Fact]
    public async Task Those_there_are_share_it_or_those_that_are_named()
    {
        var (rhine, elbe) = (await _app.HolderAsync("Rhine", 10), await _app.HolderAsync("Elbe", 10));

        var all = await ProvisionAsync(new("fund_existing", "ASSET_HOLDER", 5, "CEA", null, null));
        Assert.Equal([3m, 2m], all.MarketMakers.Select(m => m.CeaBalance));
        var one = await ProvisionAsync(new("fund_existing", "ASSET_HOLDER", 5, "EUA", null, [rhine.Id]));
        Assert.Equal(15, Assert.Single(one.MarketMakers).EuaBalance);
        Assert.Equal(10, (await _app.Makers.FindAsync(new(Guid.ParseExact(elbe.Id, "N")), CancellationToken.None)).Account.Holdings.Eua.Available.Value);
        Assert.True((await _app.Reconcile.ProveAsync(CancellationToken.None)).Agrees);
    }

    public static TheoryData<ProvisionRequest, string, string> Refused => new()
    {
        { new(null, "LIQUIDITY_PROVIDER", 1, null, null, null), "invalid_request", "action" },
        { new("create_new", "BANK", 1, null, null, null), "invalid_request", "mm_type" },
        { new("create_new", "LIQUIDITY_PROVIDER", null, null, null, null), "invalid_request", "amount" },
        { new("create_new", "LIQUIDITY_PROVIDER", 0, null, null, null), "invalid_request", "amount" },
        { new("create_new", "LIQUIDITY_PROVIDER", -5, null, null, null), "invalid_request", "amount" },
        { new("create_new", "LIQUIDITY_PROVIDER", 1, null, 0, null), "invalid_request", "count" },
        { new("create_new", "LIQUIDITY_PROVIDER", 1, null, 101, null), "invalid_request", "count" },
        { new("create_new", "LIQUIDITY_PROVIDER", 0.02m, null, 3, null), "amount_too_small", "amount" },
        { new("create_new", "ASSET_HOLDER", 1.5m, "EUA", 1, null), "invalid_request", "amount" },
        { new("create_new", "ASSET_HOLDER", 1, "CER", 1, null), "invalid_request", "certificate_type" },
        { new("fund_existing", "LIQUIDITY_PROVIDER", 5, null, null, null), "no_market_makers", "mm_ids" },
        { new("fund_existing", "ASSET_HOLDER", 5, "EUA", null, ["nobody"]), "unknown_market_maker", "mm_ids[0]" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_cannot_be_provisioned_is_refused_by_name_and_changes_nothing(ProvisionRequest request, string code, string field)
    {
        await _app.HolderAsync("Rhine", 10);
        var before = Text((await _app.Makers.AllAsync(null, CancellationToken.None))[0]);

        var refused = await RefusedAsync(() => ProvisionAsync(request));

        Assert.Equal((code, field), (refused.Code, refused.Field));
        Assert.Equal(before, Text(Assert.Single(await _app.Makers.AllAsync(null, CancellationToken.None))));
    }

    [Fact]
    public async Task What_was_interrupted_is_finished_when_it_comes_again_and_nobody_gets_it_twice()
    {
        var request = new ProvisionRequest("fund_existing", "ASSET_HOLDER", 10, "EUA", null, null);
        await _app.HolderAsync("Rhine", 10);
        await _app.HolderAsync("Elbe", 10);
        var operation = _app.NextId();
        _app.Store.Arm(3, TestKit.FaultPoint.Before, isLasting: false);
        await Assert.ThrowsAsync<Ports.StoreUnavailableException>(() => _app.Provision.ProvisionAsync(request, operation, "ana", CancellationToken.None));

        await _app.Provision.ProvisionAsync(request, operation, "ana", CancellationToken.None);

        Assert.Equal([15m, 15m], (await _app.Makers.ListAsync(null, CancellationToken.None)).Items.Select(m => m.EuaBalance));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task New_makers_that_were_interrupted_are_all_there_when_it_comes_again(int write)
    {
        var request = new ProvisionRequest("create_new", "LIQUIDITY_PROVIDER", 300, null, 3, null);
        var operation = _app.NextId();
        _app.Store.Arm(write, TestKit.FaultPoint.After, isLasting: false);
        await Assert.ThrowsAsync<Ports.StoreUnavailableException>(() => _app.Provision.ProvisionAsync(request, operation, "ana", CancellationToken.None));

        var answer = await _app.Provision.ProvisionAsync(request, operation, "ana", CancellationToken.None);

        Assert.Equal([100m, 100m, 100m], answer.MarketMakers.Select(m => m.EurBalance));
        Assert.Equal(3, (await _app.Makers.ListAsync(null, CancellationToken.None)).Items.Count);
    }

    private Task<ProvisionAnswer> ProvisionAsync(ProvisionRequest request) =>
        _app.Provision.ProvisionAsync(request, _app.NextId(), "ana", CancellationToken.None);
}
