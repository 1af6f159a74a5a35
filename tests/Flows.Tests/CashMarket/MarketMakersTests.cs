using LiquidityRisk.Contracts.CashMarket;
using LiquidityRisk.Domain.CashMarket.Accounts;
using LiquidityRisk.Units;
using static LiquidityRisk.Flows.CashMarket.Tests.CashMarketFixture;

namespace LiquidityRisk.Flows.CashMarket.Tests;

public sealed class MarketMakersTests : IDisposable
{
    private readonly CashMarketFixture _app = new();

    public void Dispose() => _app.Dispose();

    private static Dictionary<string, decimal> Balances(params (string Asset, decimal Amount)[] all) =>
        all.ToDictionary(b => b.Asset, b => b.Amount, StringComparer.Ordinal);

    public static TheoryData<MarketMakerRequest, string, string> Refused => new()
    {
        { new("A", null, null, null, null), "invalid_request", "mm_type" },
        { new("A", "CLIENT", null, null, null), "invalid_request", "mm_type" },
        { new(null, "ASSET_HOLDER", null, null, null), "invalid_request", "name" },
        { new("  ", "ASSET_HOLDER", null, null, null), "invalid_request", "name" },
        { new(new string('x', 101), "ASSET_HOLDER", null, null, null), "invalid_request", "name" },
        { new("A\u0007", "ASSET_HOLDER", null, null, null), "invalid_request", "name" },
        { new("A", "ASSET_HOLDER", 100, null, null), "asset_not_allowed", "initial_eur_balance" },
        { new("A", "LIQUIDITY_PROVIDER", null, Balances(("EUA", 5)), null), "asset_not_allowed", "initial_balances.EUA" },
        { new("A", "LIQUIDITY_PROVIDER", -1, null, null), "invalid_request", "initial_eur_balance" },
        { new("A", "LIQUIDITY_PROVIDER", 0.001m, null, null), "invalid_request", "initial_eur_balance" },
        { new("A", "LIQUIDITY_PROVIDER", 1_000_000_000_001, null, null), "invalid_request", "initial_eur_balance" },
        { new("A", "ASSET_HOLDER", null, Balances(("EUR", 5)), null), "invalid_request", "initial_balances.EUR" },
        { new("A", "ASSET_HOLDER", null, Balances(("CER", 5)), null), "invalid_request", "initial_balances.CER" },
        { new("A", "ASSET_HOLDER", null, Balances(("EUA", 1.5m)), null), "invalid_request", "initial_balances.EUA" },
        { new("A", "ASSET_HOLDER", null, Balances(("EUA", -5)), null), "invalid_request", "initial_balances.EUA" },
        { new("rhine", "ASSET_HOLDER", null, null, null), "name_taken", "name" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_maker_that_does_not_fit_is_refused_by_name_and_not_made(MarketMakerRequest request, string code, string field)
    {
        await _app.ProviderAsync("Rhine", 100);

        var refused = await RefusedAsync(() => _app.Makers.CreateAsync(request, _app.NextId(), "ana", CancellationToken.None));

        Assert.Equal((code, field), (refused.Code, refused.Field));
        Assert.Single((await _app.Makers.ListAsync(null, CancellationToken.None)).Items);
    }

    [Fact]
    public async Task Each_type_is_funded_with_its_own_assets_only()
    {
        var (lp, ah) = (Id(await _app.ProviderAsync("Rhine", 100)), Id(await _app.HolderAsync("Elbe", 10)));

        Assert.Equal("asset_not_allowed", (await RefusedAsync(() => FundAsync(lp, "EUA", 1))).Code);
        Assert.Equal("asset_not_allowed", (await RefusedAsync(() => FundAsync(ah, "EUR", 1))).Code);
        Assert.Equal("insufficient_assets", (await RefusedAsync(() => FundAsync(lp, "EUR", -100.01m))).Code);
        Assert.Equal("not_found", (await RefusedAsync(async () => await FundAsync((await _app.AccountAsync("ann")).Account.Id, "EUR", 1))).Code);
        Assert.Equal(0, (await FundAsync(lp, "EUR", -100)).Account.Holdings.Eur.Available.Value);
        Assert.Equal(7, (await FundAsync(ah, "CEA", 7)).Account.Holdings.Cea.Available.Value);
        Assert.True((await _app.Reconcile.ProveAsync(CancellationToken.None)).Agrees);
    }

    [Fact]
    public async Task The_same_funding_again_is_done_once()
    {
        var (id, operation) = (Id(await _app.ProviderAsync("Rhine", 100)), new CommandId(_app.NextId()));
        for (var i = 0; i < 3; i++) await _app.Fund.FundMakerAsync(id, new("EUR", 50, null), operation, "ana", CancellationToken.None);

        Assert.Equal(150, (await _app.Makers.FindAsync(id, CancellationToken.None)).Account.Holdings.Eur.Available.Value);
    }

    [Fact]
    public async Task Lists_are_by_name_and_by_type()
    {
        await _app.ProviderAsync("Rhine", 1);
        await _app.HolderAsync("Elbe", 1);
        await _app.ProviderAsync("danube", 1);
        await _app.AccountAsync("ann");

        Assert.Equal(["danube", "Elbe", "Rhine"], (await _app.Makers.ListAsync(null, CancellationToken.None)).Items.Select(m => m.Name));
        Assert.Equal(["Elbe"], (await _app.Makers.ListAsync(AccountKind.AssetHolder, CancellationToken.None)).Items.Select(m => m.Name));
    }

    [Fact]
    public async Task A_deactivated_maker_has_no_orders_and_all_its_assets_and_places_no_more()
    {
        var maker = await _app.HolderAsync("Elbe", 1_000);
        await _app.ProviderAsync("Rhine", 100_000);
        var id = (await _app.Create.CreateAsync(Asked(20_000, 20_000), _app.NextId(), "ana", CancellationToken.None)).Operation.Id;
        await _app.DriveAsync(id);
        await _app.PlaceAsync("ann", Limit("BUY", 70.14m, 10));
        Assert.Equal(3, (await _app.Makers.AnswerAsync(await _app.Makers.FindAsync(Id(maker), CancellationToken.None), CancellationToken.None)).OpenOrders["EUA"]);

        var answer = await _app.Makers.DeactivateAsync(Id(maker), _app.NextId(), "ana", CancellationToken.None);

        Assert.False(answer.IsActive);
        Assert.Equal((0, 990m), (answer.OpenOrders["EUA"], answer.EuaBalance));
        Assert.All(answer.Balances, b => Assert.Equal(0, b.Locked));
        var refused = await RefusedAsync(() => _app.Create.CreateAsync(Asked(null, 10_000), _app.NextId(), "ana", CancellationToken.None));
        Assert.Equal("insufficient_assets", refused.Code);
        Assert.True((await _app.Reconcile.SweepAsync(CancellationToken.None)).Agrees);
    }

    private static AccountId Id(MarketMakerAnswer maker) => new(Guid.ParseExact(maker.Id, "N"));

    private Task<AccountDocument> FundAsync(AccountId id, string asset, decimal amount) =>
        _app.Fund.FundMakerAsync(id, new(asset, amount, null), new(_app.NextId()), "ana", CancellationToken.None);
}
