using static LiquidityRisk.Flows.CashMarket.Tests.CashMarketFixture;

namespace LiquidityRisk.Flows.CashMarket.Liquidity.Tests;

public sealed class DecideLiquidityTests : IAsyncLifetime
{
    private readonly Flows.CashMarket.Tests.CashMarketFixture _app = new();

    public async ValueTask InitializeAsync()
    {
        await _app.ProviderAsync("Rhine", 1_000_000);
        await _app.HolderAsync("Elbe", 10_000);
    }

    public ValueTask DisposeAsync()
    {
        _app.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Earlier decision (a approve, r reject, - none), who decides, what, hours later; the refusal or the status.</summary>
    [Theory]
    [InlineData('-', "ben", true, 1, null, "completed")]
    [InlineData('-', "ben", false, 1, null, "rejected")]
    [InlineData('-', "ana", true, 1, "own_request", "awaiting_approval")]
    [InlineData('-', "ana", false, 1, "own_request", "awaiting_approval")]
    [InlineData('-', "ben", true, 24, "too_late", "expired")]
    [InlineData('-', "ben", false, 30, "too_late", "expired")]
    [InlineData('a', "ben", true, 1, null, "completed")]
    [InlineData('a', "ben", false, 1, "already_decided", "completed")]
    [InlineData('a', "kim", true, 1, "already_decided", "completed")]
    [InlineData('r', "ben", false, 1, null, "rejected")]
    [InlineData('r', "ben", true, 1, "already_decided", "rejected")]
    [InlineData('r', "kim", true, 1, "already_decided", "rejected")]
    public async Task Who_may_decide_what_and_when(char earlier, string by, bool isApproved, int hours, string? code, string status)
    {
        var id = (await _app.Create.CreateAsync(Asked(90_000, 90_000), _app.NextId(), "ana", CancellationToken.None)).Operation.Id;
        if (earlier != '-') await _app.Decide.DecideAsync(id, earlier == 'a', null, "ben", CancellationToken.None);
        _app.Time.Advance(TimeSpan.FromHours(hours));

        Assert.Equal(code, await CodeAsync(id, isApproved, by));
        Assert.Equal(status, (await _app.DriveAsync(id)).Status);
    }

    [Fact]
    public async Task What_needs_no_approval_takes_no_decision()
    {
        var id = (await _app.Create.CreateAsync(Asked(50_000, 50_000), _app.NextId(), "ana", CancellationToken.None)).Operation.Id;

        Assert.Equal("no_decision_needed", await CodeAsync(id, true, "ben"));
        Assert.Equal("not_found", await CodeAsync(_app.NextId(), true, "ben"));
    }

    [Fact]
    public async Task The_same_decision_again_is_logged_once()
    {
        var id = (await _app.Create.CreateAsync(Asked(90_000, 90_000), _app.NextId(), "ana", CancellationToken.None)).Operation.Id;
        for (var i = 0; i < 3; i++) await _app.Decide.DecideAsync(id, true, "Fine.", "ben", CancellationToken.None);

        Assert.Equal(["requested", "approved"], (await _app.Operations.FindAsync(id, CancellationToken.None)).Log.Select(l => l.Step));
    }

    [Fact]
    public async Task Of_two_who_decide_at_once_on_two_instances_one_counts()
    {
        var id = (await _app.Create.CreateAsync(Asked(90_000, 90_000), _app.NextId(), "ana", CancellationToken.None)).Operation.Id;
        using var other = new Flows.CashMarket.Tests.CashMarketFixture(_app);

        var outcomes = await Task.WhenAll(
            Task.Run(() => CodeAsync(id, true, "ben")), Task.Run(() => CodeAsync(id, false, "kim", other)));

        Assert.Equal("already_decided", Assert.Single(outcomes, o => o is not null));
        Assert.Equal(2, (await _app.Operations.FindAsync(id, CancellationToken.None)).Log.Length);
    }

    [Fact]
    public async Task It_reminds_once_and_expires_at_its_deadline()
    {
        var id = (await _app.Create.CreateAsync(Asked(90_000, 90_000), _app.NextId(), "ana", CancellationToken.None)).Operation.Id;
        for (var minutes = 0; minutes <= 25 * 60; minutes += 30)
        {
            await _app.Drive.LookAsync(id, CancellationToken.None);
            _app.Time.Advance(TimeSpan.FromMinutes(30));
        }

        var log = (await _app.Operations.FindAsync(id, CancellationToken.None)).Log;
        Assert.Equal(["requested", "reminded", "expired"], log.Select(l => l.Step));
        Assert.Equal([TimeSpan.FromHours(4), TimeSpan.FromHours(24)], log.Skip(1).Select(l => l.At - log[0].At));
    }

    private async Task<string?> CodeAsync(Guid id, bool isApproved, string by, Flows.CashMarket.Tests.CashMarketFixture? app = null)
    {
        try
        {
            await (app ?? _app).Decide.DecideAsync(id, isApproved, null, by, CancellationToken.None);
            return null;
        }
        catch (CashMarketRefusedException e)
        {
            return e.Code;
        }
    }
}
