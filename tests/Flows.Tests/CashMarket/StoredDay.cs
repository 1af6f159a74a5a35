using LiquidityRisk.Units;
using static LiquidityRisk.Flows.CashMarket.Tests.CashMarketFixture;

namespace LiquidityRisk.Flows.CashMarket.Tests;

/// <summary>A day with something of everything: orders, trades, transactions, previews, operations that end in every way, schedules.</summary>
internal static class StoredDay
{
    /// <summary>The preview of the day.</summary>
    public static Guid Preview { get; } = DerivedIds.Derive("preview of the day");

    public static async Task PlayAsync(CashMarketFixture app)
    {
        await app.ProviderAsync("Rhine", 500_000);
        await app.ProviderAsync("Elbe", 20_000);
        await app.HolderAsync("Oder", 5_000);
        await app.HolderAsync("Main", 5_000);
        await app.Previews.PreviewAsync(new("EUA", 30_000, 20_000, null, "volatility", true), Preview, "ana", CancellationToken.None);
        var created = (await app.Create.CreateAsync(Asked(50_000, 40_000), app.NextId(), "ana", CancellationToken.None)).Operation.Id;
        Assert.Equal("completed", (await app.DriveAsync(created)).Status);
        for (var i = 0; i < 20; i++)
        {
            await app.PlaceAsync("ann", Limit("BUY", 70.14m, 1 + i));
            await app.PlaceAsync("bob", new("SELL", "market", null, 1 + (i / 2), null, null));
        }

        var withdrawn = await app.Withdraw.WithdrawAsync(created, app.NextId(), "Enough.", "ben", CancellationToken.None);
        Assert.Equal("completed", (await app.DriveAsync(withdrawn.Operation.Id)).Status);
        var rejected = (await app.Create.CreateAsync(Asked(90_000, 90_000), app.NextId(), "ana", CancellationToken.None)).Operation.Id;
        await app.Decide.DecideAsync(rejected, isApproved: false, "Too much.", "ben", CancellationToken.None);
        var stopped = (await app.Create.CreateAsync(Asked(90_000, 90_000), app.NextId(), "ana", CancellationToken.None)).Operation.Id;
        await app.Decide.DecideAsync(stopped, isApproved: true, null, "ben", CancellationToken.None);
        await app.Makers.DeactivateAsync(DerivedIds.MakerAccount("Oder"), app.NextId(), "ana", CancellationToken.None);
        Assert.Equal("stopped", (await app.DriveAsync(stopped)).Status);
        await app.Schedules.CreateAsync(new("Mornings", "0 7 * * 1-5", "EUA", 1_000, 1_000, null, null), app.NextId(), "ana", CancellationToken.None);
        Assert.True((await app.Reconcile.SweepAsync(CancellationToken.None)).Agrees);
    }
}
