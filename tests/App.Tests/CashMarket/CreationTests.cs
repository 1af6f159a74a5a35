using System.Text.Json;

namespace LiquidityRisk.App.Tests.CashMarket;

/// <summary>Liquidity from the request to the book, and back.</summary>
public sealed class CreationTests : IAsyncLifetime
{
    private const string Operations = "/api/v1/liquidity/operations/";
    private const string Large = """{"certificate_type":"EUA","bid_amount_eur":90000,"ask_amount_eur":70000,"allow_default_reference":true}""";
    private readonly AppUnderTest _app = new();
    private CashMarketClient _market = null!;

    public async ValueTask InitializeAsync()
    {
        await _app.InitializeAsync();
        _market = new(_app.Http, _app.Host.Services);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task The_example_of_the_mission_is_carried_out_as_planned()
    {
        foreach (var (name, euros) in ((string, decimal)[])[("A", 100_000), ("B", 10_000), ("C", 10_000)]) await _market.ProviderAsync(name, euros);

        var id = Id(await _market.CreateAsync("""{"certificate_type":"EUA","bid_amount_eur":90000,"allow_default_reference":true}"""));
        var detail = await _market.UntilAsync(id, "completed");

        var used = detail.GetProperty("market_makers_used").EnumerateArray().ToDictionary(m => m.GetProperty("name").GetString()!, m => m.GetProperty("amount").GetDecimal());
        Assert.InRange(used["A"], 69_700, 70_000);
        Assert.InRange(used["B"], 9_700, 10_000);
        Assert.InRange(used["C"], 9_700, 10_000);
        var makers = (await _market.GetAsync("/api/v1/market-makers")).GetProperty("items").EnumerateArray().ToList();
        Assert.All(makers, m => Assert.Equal(used[m.GetProperty("name").GetString()!], Locked(m, "EUR")));
        Assert.Equal(used.Values.Sum(), detail.GetProperty("operation").GetProperty("actual_bid_liquidity_eur").GetDecimal());
    }

    [Fact]
    public async Task Several_certificates_are_created_at_once_and_withdrawn_again()
    {
        await _market.ProviderAsync("Rhine", 100_000);
        await _market.HolderAsync("Elbe", 500, 4_000);
        var before = Balances(await _market.GetAsync("/api/v1/market-makers"));

        var id = Id(await _market.CreateAsync(
            """{"items":[{"certificate_type":"EUA","bid_amount_eur":30000,"ask_amount_eur":20000},{"certificate_type":"CEA","bid_amount_eur":20000,"ask_amount_eur":25000}],"allow_default_reference":true}"""));
        var created = await _market.UntilAsync(id, "completed");
        foreach (var certificate in (string[])["EUA", "CEA"])
        {
            var book = await _market.GetAsync($"/api/v1/cash-market/{certificate}/book");
            Assert.Equal((3, 3), (book.GetProperty("bids").GetArrayLength(), book.GetProperty("asks").GetArrayLength()));
        }

        Assert.All(created.GetProperty("orders").EnumerateArray(), o => Assert.Equal("open", o.GetProperty("status").GetString()));
        var withdrawal = Id(await _market.PostAsync("ben", $"{Operations}{id}/withdraw", """{"comment":"Enough."}"""));
        await _market.UntilAsync(withdrawal, "completed");

        Assert.Equal(before, Balances(await _market.GetAsync("/api/v1/market-makers")));
        Assert.Equal(0, (await _market.GetAsync("/api/v1/cash-market/CEA/book")).GetProperty("bids").GetArrayLength());
        var (status, problem) = await _market.SendAsync("ben", HttpMethod.Post, $"{Operations}{id}/withdraw", "{}");
        Assert.Equal((409, "nothing_to_withdraw"), (status, Code(problem)));
        Assert.True((await _market.GetAsync("/api/v1/accounts/reconciliation")).GetProperty("agrees").GetBoolean());
    }

    [Fact]
    public async Task An_approval_counts_once_from_another_administrator_only()
    {
        await MakersAsync();
        var id = Id(await _market.CreateAsync(Large));
        await _market.UntilAsync(id, "awaiting_approval");

        var own = await _market.SendAsync("ana", HttpMethod.Post, $"{Operations}{id}/approve", "{}");
        var client = await _market.SendAsync("ben", HttpMethod.Post, $"{Operations}{id}/approve", "{}", "professional");
        Assert.Equal((403, "own_request", 403), (own.Status, Code(own.Body), client.Status));
        Assert.Equal("awaiting_approval", (await _market.GetAsync(Operations + id)).GetProperty("operation").GetProperty("status").GetString());

        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => _market.SendAsync("ben", HttpMethod.Post, $"{Operations}{id}/approve", """{"comment":"Fine."}""")));
        Assert.All(both, b => Assert.Equal(200, b.Status));
        var detail = await _market.UntilAsync(id, "completed");
        var late = await _market.SendAsync("ben", HttpMethod.Post, $"{Operations}{id}/approve", "{}");
        var other = await _market.SendAsync("kim", HttpMethod.Post, $"{Operations}{id}/reject", "{}");

        Assert.Equal((200, 409, "already_decided"), (late.Status, other.Status, Code(other.Body)));
        Assert.Single(detail.GetProperty("tickets").EnumerateArray(), t => t.GetProperty("step").GetString() == "approved");
        Assert.Single(detail.GetProperty("tickets").EnumerateArray(), t => t.GetProperty("step").GetString() == "completed");
    }

    [Fact]
    public async Task An_approval_may_come_before_the_workflow_waits()
    {
        await MakersAsync();
        for (var i = 0; i < 2; i++)
        {
            var id = Id(await _market.CreateAsync(Large)); // not waited for
            await _market.PostAsync("ben", $"{Operations}{id}/approve", "{}");
            await _market.UntilAsync(id, "completed");
            await _market.UntilAsync(Id(await _market.PostAsync("ana", $"{Operations}{id}/withdraw", "{}")), "completed");
        }
    }

    [Fact]
    public async Task A_rejected_request_changes_nothing()
    {
        await MakersAsync();
        var before = Balances(await _market.GetAsync("/api/v1/market-makers"));
        var id = Id(await _market.CreateAsync(Large));
        await _market.PostAsync("ben", $"{Operations}{id}/reject", """{"comment":"Too much."}""");

        var detail = await _market.UntilAsync(id, "rejected");

        Assert.Equal("Too much.", detail.GetProperty("operation").GetProperty("reason").GetString());
        Assert.Equal(before, Balances(await _market.GetAsync("/api/v1/market-makers")));
        Assert.Equal(409, (await _market.SendAsync("ben", HttpMethod.Post, $"{Operations}{id}/withdraw", "{}")).Status);
    }

    [Fact]
    public async Task What_was_traded_meanwhile_is_kept_by_a_withdrawal_and_reported()
    {
        await MakersAsync();
        var id = Id(await _market.CreateAsync("""{"certificate_type":"EUA","ask_amount_eur":70000,"allow_default_reference":true}"""));
        await _market.UntilAsync(id, "completed");
        await _market.PostAsync("kim", "/api/v1/cash-market/EUA/orders", """{"side":"BUY","type":"market","price":71,"quantity":33}""");

        var withdrawal = Id(await _market.PostAsync("ana", $"{Operations}{id}/withdraw", "{}"));
        var detail = await _market.UntilAsync(withdrawal, "completed");

        Assert.Contains("33 certificates had traded", detail.GetProperty("tickets").ToString(), StringComparison.Ordinal);
        Assert.True((await _market.GetAsync("/api/v1/accounts/reconciliation")).GetProperty("agrees").GetBoolean());
        var holder = (await _market.GetAsync("/api/v1/market-makers?mm_type=ASSET_HOLDER")).GetProperty("items")[0];
        Assert.Equal((4_967, 0m), (holder.GetProperty("eua_balance").GetDecimal(), Locked(holder, "EUA")));
    }

    [Fact]
    public async Task A_preview_is_carried_out_as_shown_and_no_other_one()
    {
        await MakersAsync();
        var preview = await _market.PostAsync("ana", "/api/v1/liquidity/preview", """{"certificate_type":"EUA","bid_amount_eur":30000,"ask_amount_eur":30000,"allow_default_reference":true}""");
        var (previewId, hash) = (preview.GetProperty("preview_id").GetString(), preview.GetProperty("preview_hash").GetString());

        var altered = await _market.SendAsync("ana", HttpMethod.Post, "/api/v1/liquidity/create", $$"""{"preview_id":"{{previewId}}","preview_hash":"{{hash![1..]}}0"}""");
        Assert.Equal((409, "preview_altered"), (altered.Status, Code(altered.Body)));
        var id = Id(await _market.CreateAsync($$"""{"preview_id":"{{previewId}}","preview_hash":"{{hash}}"}"""));
        var detail = await _market.UntilAsync(id, "completed");

        Assert.Equal(preview.GetProperty("total_orders_count").GetInt32(), detail.GetProperty("orders").GetArrayLength());
    }

    private async Task MakersAsync()
    {
        await _market.ProviderAsync("Rhine", 200_000);
        await _market.HolderAsync("Elbe", 5_000);
    }

    private static string Id(JsonElement answer) => answer.GetProperty("id").GetString()!;

    private static string Code(JsonElement problem) => problem.GetProperty("type").GetString()!.Split('/')[^1];

    private static decimal Locked(JsonElement maker, string asset) => maker.GetProperty("balances").EnumerateArray()
        .Single(b => b.GetProperty("asset_type").GetString() == asset).GetProperty("locked").GetDecimal();

    private static List<(string?, string?, decimal, decimal)> Balances(JsonElement makers) => [.. makers.GetProperty("items").EnumerateArray().SelectMany(m =>
        m.GetProperty("balances").EnumerateArray().Select(b => (
            m.GetProperty("name").GetString(), b.GetProperty("asset_type").GetString(), b.GetProperty("available").GetDecimal(), b.GetProperty("locked").GetDecimal())))];
}
