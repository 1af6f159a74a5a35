using LiquidityRisk.Contracts.CashMarket;
using static LiquidityRisk.Flows.CashMarket.Tests.CashMarketFixture;

namespace LiquidityRisk.Flows.CashMarket.Liquidity.Tests;

public sealed class PlanLiquidityTests : IDisposable
{
    private readonly Flows.CashMarket.Tests.CashMarketFixture _app = new();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Two_certificates_share_a_providers_euros()
    {
        await _app.ProviderAsync("Rhine", 100_000);
        var both = new LiquidityPreviewRequest(null, null, null, [new("EUA", 60_000, 0), new("CEA", 60_000, 0)], null, true);
        var fits = both with { Items = [new("EUA", 60_000, 0), new("CEA", 40_000, 0)] };

        var tooMuch = await PreviewAsync(both);
        var enough = await PreviewAsync(fits);

        Assert.False(tooMuch.CanExecute);
        var missing = Assert.Single(tooMuch.MissingAssets!);
        Assert.Equal("CEA", missing.CertificateType);
        Assert.True(missing.Shortfall is > 19_000 and <= 20_000, $"{missing}");
        Assert.True(enough.CanExecute);
        Assert.True(enough.Plans.Sum(p => p.BidPlan!.TotalEur) <= 100_000);
    }

    [Fact]
    public async Task The_example_of_the_mission_takes_what_is_there_and_no_more()
    {
        await _app.ProviderAsync("A", 100_000);
        await _app.ProviderAsync("B", 10_000);
        await _app.ProviderAsync("C", 10_000);

        var preview = await PreviewAsync(new("EUA", 90_000, 0, null, null, true));

        Assert.True(preview.CanExecute);
        Assert.Equal([70_000m, 10_000m, 10_000m], preview.BidPlan!.Mms.OrderByDescending(m => m.Allocation).Select(m => Math.Round(m.Allocation / 1_000) * 1_000));
        Assert.Equal([false, true, true], preview.BidPlan.Mms.OrderByDescending(m => m.Allocation).Select(m => m.IsCapped));
        Assert.All(preview.BidPlan.Mms, m => Assert.True(m.Allocation <= m.Available));
    }

    [Fact]
    public async Task A_plan_changes_nothing()
    {
        await _app.ProviderAsync("Rhine", 100_000);
        await _app.HolderAsync("Elbe", 1_000);
        var before = (await MakersAsync(), await _app.Eua.ReadAsync(r => r.Position, CancellationToken.None));

        Assert.True((await PreviewAsync(new("EUA", 30_000, 30_000, null, null, true))).CanExecute);

        Assert.Equal(before, (await MakersAsync(), await _app.Eua.ReadAsync(r => r.Position, CancellationToken.None)));
    }

    [Fact]
    public async Task What_is_missing_has_four_figures_and_what_could_be_done_now()
    {
        await _app.ProviderAsync("Rhine", 10_000);
        await _app.HolderAsync("Elbe", 100);

        var preview = await PreviewAsync(new("EUA", 30_000, 30_000, null, null, true));
        var refused = await RefusedAsync(() => _app.Create.CreateAsync(Asked(30_000, 30_000), _app.NextId(), "ana", CancellationToken.None));

        Assert.Equal(["EUR", "EUA"], preview.MissingAssets!.Select(m => m.AssetType));
        Assert.All(preview.MissingAssets!, m => Assert.Equal(m.Required - m.Available, m.Shortfall));
        Assert.NotEmpty(preview.SuggestedActions);
        Assert.Equal(("insufficient_assets", "bid_amount_eur"), (refused.Code, refused.Field));
        Assert.Equal(preview.MissingAssets![0].Shortfall, refused.Shortfall!.Shortfall.Value);
        Assert.Empty((await _app.Operations.ListAsync(null, null, 10, null, CancellationToken.None)).Items);
    }

    public static TheoryData<LiquidityPreviewRequest, string> Malformed => new()
    {
        { new("CER", 1, 1, null, null, null), "certificate_type" },
        { new(null, 1, 1, null, null, null), "certificate_type" },
        { new("EUA", -1, 1, null, null, null), "bid_amount_eur" },
        { new("EUA", 1, -1, null, null, null), "ask_amount_eur" },
        { new("EUA", 0.001m, 1, null, null, null), "bid_amount_eur" },
        { new("EUA", 1_000_000_000_001, 1, null, null, null), "bid_amount_eur" },
        { new("EUA", decimal.MaxValue, 1, null, null, null), "bid_amount_eur" },
        { new("EUA", 0, 0, null, null, null), "bid_amount_eur" },
        { new("EUA", null, null, null, null, null), "bid_amount_eur" },
        { new("EUA", 1, 1, null, "wild", null), "distribution" },
        { new("EUA", 1, 1, [new("EUA", 1, 1)], null, null), "items" },
        { new(null, null, null, [], null, null), "items" },
        { new(null, null, null, [new("EUA", 1, 1), new("CEA", 1, 1), new("EUA", 1, 1)], null, null), "items" },
        { new(null, null, null, [new("EUA", 1, 1), new("EUA", 1, 1)], null, null), "items[1].certificate_type" },
        { new(null, null, null, [new("EUA", 1, 1), new("CEA", -1, 1)], null, null), "items[1].bid_amount_eur" },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task A_malformed_request_is_refused_by_the_name_of_its_member(LiquidityPreviewRequest request, string field)
    {
        var refused = await RefusedAsync(() => PreviewAsync(request));

        Assert.Equal((RefusalKind.Malformed, field), (refused.Kind, refused.Field));
    }

    private Task<LiquidityPreviewAnswer> PreviewAsync(LiquidityPreviewRequest request) =>
        _app.Previews.PreviewAsync(request, _app.NextId(), "ana", CancellationToken.None);

    private async Task<string> MakersAsync() => string.Join('\n', (await _app.Makers.AllAsync(null, CancellationToken.None)).Select(Text));
}
