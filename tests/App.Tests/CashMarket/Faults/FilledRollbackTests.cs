using LiquidityRisk.Domain.CashMarket.Operations;
using LiquidityRisk.TestKit;

namespace LiquidityRisk.App.Tests.CashMarket.Faults;

public sealed class FilledRollbackTests
{
    private const string Both =
        """{"items":[{"certificate_type":"EUA","bid_amount_eur":60000,"ask_amount_eur":60000},{"certificate_type":"CEA","bid_amount_eur":20000}],"allow_default_reference":true}""";

    [Fact]
    public async Task What_trades_between_placing_and_rollback_is_kept_and_reported()
    {
        await using var prepared = await CreationStage.PreparedAsync();
        await using var run = await CreationRun.StartAsync(prepared.Documents);
        run.FailFrom("market CEA", FaultPoint.Before); // its orders come after those of EUA
        run.AfterRecovery = () => run.PostAsync("/api/v1/cash-market/EUA/orders", """{"side":"BUY","type":"market","price":71,"quantity":50}""");

        await run.PlayAsync(repeats: true, Both);

        var operation = Assert.Single(await run.OperationsAsync());
        Assert.Equal(OperationStatus.RolledBack, operation.Operation.Status);
        Assert.Equal(50, operation.Placed.Single().Orders.Sum(o => o.Quantity.Value - o.Cancelled.Value));
        Assert.Contains(operation.Log, l => l.Detail.Contains("50 certificates had traded", StringComparison.Ordinal));
        foreach (var certificate in (string[])["EUA", "CEA"])
        {
            var book = await run.GetAsync($"/api/v1/cash-market/{certificate}/book");
            Assert.Equal((0, 0), (book.GetProperty("bids").GetArrayLength(), book.GetProperty("asks").GetArrayLength()));
        }

        var makers = (await run.GetAsync("/api/v1/market-makers")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(6_000 - 50, makers.Sum(m => m.GetProperty("eua_balance").GetDecimal()));
        Assert.True(makers.Sum(m => m.GetProperty("eur_balance").GetDecimal()) > 403_500); // 50 sold at more than EUR 70
        Assert.All(makers.SelectMany(m => m.GetProperty("balances").EnumerateArray()), b => Assert.Equal(0, b.GetProperty("locked").GetDecimal()));
        Assert.True((await run.GetAsync("/api/v1/accounts/reconciliation")).GetProperty("agrees").GetBoolean());
    }
}
