using LiquidityRisk.Contracts.CashMarket;
using LiquidityRisk.Units;
using static LiquidityRisk.Flows.CashMarket.Tests.CashMarketFixture;

namespace LiquidityRisk.Flows.CashMarket.Tests;

public sealed class TradeCertificatesTests : IDisposable
{
    private readonly CashMarketFixture _app = new();

    public void Dispose() => _app.Dispose();

    public static TheoryData<OrderRequest, string, string?, long> Types => new()
    {
        { Limit("BUY", 71, 60), "filled", null, 60 },
        { Limit("BUY", 71, 150), "partially_filled", null, 100 },
        { Limit("BUY", 70.99m, 60), "open", null, 0 },
        { Limit("BUY", 71, 150, "IOC"), "cancelled", "immediate_or_cancel", 100 },
        { Limit("BUY", 70.99m, 10, "IOC"), "cancelled", "immediate_or_cancel", 0 },
        { Limit("BUY", 71, 150, "FOK"), "cancelled", "fill_or_kill", 0 },
        { Limit("BUY", 71, 100, "FOK"), "filled", null, 100 },
        { Limit("BUY", 70.99m, 10, postOnly: true), "open", null, 0 },
        { new("BUY", "market", 71.50m, 60, null, null), "filled", null, 60 },
        { new("BUY", "market", 71.50m, 150, null, null), "cancelled", "immediate_or_cancel", 100 },
        { new("BUY", "market", 71.50m, 150, "FOK", null), "cancelled", "fill_or_kill", 0 },
        { new("SELL", "market", null, 30, null, null), "filled", null, 30 },
        { new("SELL", "market", 69.50m, 30, null, null), "cancelled", "immediate_or_cancel", 0 },
    };

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Every_type_of_order_does_what_it_says(OrderRequest order, string status, string? reason, long filled)
    {
        await _app.PlaceAsync("ann", Limit("SELL", 71, 100));
        await _app.PlaceAsync("ann", Limit("BUY", 69, 100));

        var answer = await _app.PlaceAsync("bob", order);

        Assert.Equal((status, reason, filled), (answer.Status, answer.Reason, answer.Filled));
        Assert.Equal(order.Type, answer.Type);
        var proof = await _app.Reconcile.ProveAsync(CancellationToken.None);
        Assert.True(proof.Agrees, string.Join(' ', proof.Differences));
        Assert.Empty((await _app.AccountAsync("bob")).Account.Reservations);
    }

    public static TheoryData<OrderRequest, string, string> Refused => new()
    {
        { Limit("BUY", 70, 0), "invalid_request", "quantity" },
        { Limit("BUY", 70, 1.5m), "invalid_request", "quantity" },
        { Limit("BUY", 70, -1), "invalid_request", "quantity" },
        { Limit("BUY", 70, 1_000_000_001), "invalid_request", "quantity" },
        { Limit("BUY", 0, 1), "invalid_request", "price" },
        { Limit("BUY", -70, 1), "invalid_request", "price" },
        { Limit("BUY", 70.001m, 1), "invalid_request", "price" },
        { Limit("HOLD", 70, 1), "invalid_request", "side" },
        { new("BUY", "stop", 70, 1, null, null), "invalid_request", "type" },
        { new("BUY", "limit", null, 1, null, null), "invalid_request", "price" },
        { new("BUY", "market", null, 1, null, null), "invalid_request", "price" },
        { new("BUY", "market", 70, 1, "GTC", null), "invalid_request", "time_in_force" },
        { Limit("BUY", 70, 1, "DAY"), "invalid_request", "time_in_force" },
        { Limit("BUY", 70, 1, "IOC", postOnly: true), "invalid_request", "post_only" },
        { Limit("BUY", 72, 1, postOnly: true), "would_take", "post_only" },
        { Limit("BUY", 70, 20_000), "insufficient_assets", "quantity" },
        { Limit("SELL", 80, 10_001), "insufficient_assets", "quantity" },
        { Limit("SELL", 68, 1), "self_trade", "price" },
        { new("SELL", "market", null, 1, null, null), "self_trade", "price" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_cannot_be_placed_is_refused_by_name_and_changes_nothing(OrderRequest order, string code, string field)
    {
        await _app.PlaceAsync("ann", Limit("SELL", 71, 100));
        await _app.PlaceAsync("bob", Limit("BUY", 69, 100));
        var before = await PictureAsync();

        var refused = await RefusedAsync(() => _app.PlaceAsync("bob", order));

        Assert.Equal((code, field), (refused.Code, refused.Field));
        Assert.Equal(before, await PictureAsync());
    }

    [Fact]
    public async Task What_is_missing_is_said_in_four_figures()
    {
        await _app.PlaceAsync("bob", Limit("BUY", 69, 1_000));

        var refused = await RefusedAsync(() => _app.PlaceAsync("bob", Limit("BUY", 70, 20_000)));

        Assert.Equal("EUR 1400000.00, EUR 931000.00, EUR 469000.00", $"{refused.Shortfall!.Required}, {refused.Shortfall.Available}, {refused.Shortfall.Shortfall}");
        Assert.Equal(Domain.CashMarket.Accounts.Asset.Eur, refused.Shortfall.AssetType);
    }

    [Fact]
    public async Task An_order_sent_again_under_its_id_is_one_order()
    {
        var command = new CommandId(_app.NextId());
        var first = await _app.PlaceAsync("bob", Limit("BUY", 69, 100), command);
        using var other = new CashMarketFixture(_app);

        Assert.Equal(first, await _app.PlaceAsync("bob", Limit("BUY", 69, 100), command));
        Assert.Equal(first, await other.PlaceAsync("bob", Limit("BUY", 69, 100), command));
        Assert.Single((await other.AccountAsync("bob")).Orders);
    }

    [Fact]
    public async Task Orders_are_replaced_and_cancelled_by_their_owner_only()
    {
        var order = await _app.PlaceAsync("bob", Limit("BUY", 69, 100));
        var id = new OrderId(long.Parse(order.Id, System.Globalization.CultureInfo.InvariantCulture));

        var replaced = await ReplaceAsync("bob", id, new(68.50m, 200, 100));
        Assert.Equal((68.50m, 200), (replaced.Price, replaced.Remaining));
        Assert.Equal("remaining_changed", (await RefusedAsync(() => ReplaceAsync("bob", id, new(null, 150, 100)))).Code);
        Assert.Equal("nothing_to_change", (await RefusedAsync(() => ReplaceAsync("bob", id, new(68.50m, 200, null)))).Code);
        Assert.Equal("insufficient_assets", (await RefusedAsync(() => ReplaceAsync("bob", id, new(null, 20_000, null)))).Code);
        Assert.Equal("not_found", (await RefusedAsync(() => ReplaceAsync("ann", id, new(68, 1, null)))).Code);
        Assert.Equal("not_found", (await RefusedAsync(() => CancelAsync("ann", id))).Code);
        Assert.Equal(13_700, (await _app.AccountAsync("bob")).Account.Holdings.Eur.Locked.Value);
        Assert.Equal("cancelled", (await CancelAsync("bob", id)).Status);
        Assert.Equal("not_found", (await RefusedAsync(() => CancelAsync("bob", id))).Code);
        Assert.Equal(1_000_000, (await _app.AccountAsync("bob")).Account.Holdings.Eur.Available.Value);
        Assert.True((await _app.Reconcile.ProveAsync(CancellationToken.None)).Agrees);
    }

    private Task<OrderAnswer> ReplaceAsync(string who, OrderId id, ReplaceOrderRequest request) =>
        _app.Trade.ReplaceAsync(who, CertificateType.Eua, id, request, new(_app.NextId()), CancellationToken.None);

    private Task<OrderAnswer> CancelAsync(string who, OrderId id) =>
        _app.Trade.CancelAsync(who, CertificateType.Eua, id, new(_app.NextId()), CancellationToken.None);

    // Balances, orders and the book; not how far the accounts have read, nor which refusals the journal holds.
    private async Task<string> PictureAsync()
    {
        var proof = await _app.Reconcile.ProveAsync(CancellationToken.None);
        Assert.True(proof.Agrees, string.Join(' ', proof.Differences));
        var (ann, bob) = (await _app.AccountAsync("ann"), await _app.AccountAsync("bob"));
        var hash = await _app.Eua.ReadAsync(r => r.Book.Hash, CancellationToken.None);
        var balances = new[] { ann, bob }.SelectMany(d => AccountAnswers.Balances(d.Account.Holdings));
        return string.Join(' ', balances) + string.Join(' ', ann.Orders.Concat(bob.Orders)) + hash;
    }
}
