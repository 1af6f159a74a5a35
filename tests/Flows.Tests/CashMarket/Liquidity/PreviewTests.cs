using LiquidityRisk.Contracts.CashMarket;
using static LiquidityRisk.Flows.CashMarket.Tests.CashMarketFixture;

namespace LiquidityRisk.Flows.CashMarket.Liquidity.Tests;

public sealed class PreviewTests : IAsyncLifetime
{
    private readonly Flows.CashMarket.Tests.CashMarketFixture _app = new();

    public async ValueTask InitializeAsync()
    {
        await _app.ProviderAsync("Rhine", 100_000);
        await _app.HolderAsync("Elbe", 1_000);
    }

    public ValueTask DisposeAsync()
    {
        _app.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_plan_that_was_shown_is_the_plan_that_is_carried_out()
    {
        var preview = await PreviewAsync();

        var created = await _app.Create.CreateAsync(Redeem(preview), _app.NextId(), "ana", CancellationToken.None);

        Assert.Equal("completed", (await _app.DriveAsync(created.Operation.Id)).Status);
        var placed = (await _app.Operations.FindAsync(created.Operation.Id, CancellationToken.None)).Placed[0].Orders;
        Assert.Equal(
            preview.BidPlan!.Orders.Concat(preview.AskPlan!.Orders).Select(o => (o.Price, o.Quantity)), placed.Select(o => (o.Price.Euros, o.Quantity.Value)));
    }

    [Theory]
    [InlineData(299, null)]
    [InlineData(300, "preview_expired")]
    [InlineData(86_399, "preview_expired")]
    [InlineData(86_401, "preview_unknown")]
    public async Task It_expires(int seconds, string? code)
    {
        var preview = await PreviewAsync();
        _app.Time.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal(code, await CodeAsync(Redeem(preview)));
    }

    [Fact]
    public async Task An_altered_unknown_or_contradicted_one_is_refused()
    {
        var preview = await PreviewAsync();

        Assert.Equal("preview_altered", await CodeAsync(Redeem(preview) with { PreviewHash = new string('0', 32) }));
        Assert.Equal("preview_unknown", await CodeAsync(Redeem(preview) with { PreviewId = new string('0', 32) }));
        Assert.Equal("preview_unknown", await CodeAsync(Redeem(preview) with { PreviewId = "../etc/passwd" }));
        Assert.Equal("invalid_request", await CodeAsync(Redeem(preview) with { CertificateType = "EUA" }));
        Assert.Empty((await _app.Operations.ListAsync(null, null, 10, null, CancellationToken.None)).Items);
    }

    [Fact]
    public async Task One_that_cannot_be_carried_out_is_not_kept()
    {
        var preview = await _app.Previews.PreviewAsync(new("EUA", 900_000, 0, null, null, true), _app.NextId(), "ana", CancellationToken.None);

        Assert.False(preview.CanExecute);
        Assert.Equal("preview_unknown", await CodeAsync(Redeem(preview)));
    }

    [Fact]
    public async Task Assets_that_are_gone_when_it_is_carried_out_stop_it_before_anything_is_reserved()
    {
        var preview = await PreviewAsync();
        await _app.Fund.FundMakerAsync(DerivedIds.MakerAccount("Rhine"), new("EUR", -95_000, null), new(_app.NextId()), "ana", CancellationToken.None);

        var created = await _app.Create.CreateAsync(Redeem(preview), _app.NextId(), "ana", CancellationToken.None);

        Assert.Equal("stopped", (await _app.DriveAsync(created.Operation.Id)).Status);
        var stopped = await _app.Operations.FindAsync(created.Operation.Id, CancellationToken.None);
        Assert.NotEmpty(stopped.Differences);
        Assert.All(await _app.Makers.AllAsync(null, CancellationToken.None), m => Assert.Equal(0, m.Account.Holdings.Eur.Locked.Value));
    }

    private Task<LiquidityPreviewAnswer> PreviewAsync() =>
        _app.Previews.PreviewAsync(new("EUA", 30_000, 30_000, null, null, true), _app.NextId(), "ana", CancellationToken.None);

    private static LiquidityCreateRequest Redeem(LiquidityPreviewAnswer p) => new(p.PreviewId, p.PreviewHash, null, null, null, null, null, null, null);

    private async Task<string?> CodeAsync(LiquidityCreateRequest request)
    {
        try
        {
            await _app.Create.CreateAsync(request, _app.NextId(), "ana", CancellationToken.None);
            return null;
        }
        catch (CashMarketRefusedException e)
        {
            return e.Code;
        }
    }
}
