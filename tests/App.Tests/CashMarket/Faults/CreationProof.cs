using System.Globalization;
using System.Text.Json;
using LiquidityRisk.Domain.CashMarket.Accounts;
using LiquidityRisk.Domain.CashMarket.Operations;
using LiquidityRisk.Flows.Audit;
using LiquidityRisk.Flows.CashMarket;

namespace LiquidityRisk.App.Tests.CashMarket.Faults;

/// <summary>What the market and the makers look like: the book, and what each maker has.</summary>
internal sealed record MarketPicture(string Book, string Balances)
{
    public static async Task<MarketPicture> TakeAsync(CreationRun run)
    {
        var book = await run.GetAsync("/api/v1/cash-market/EUA/book");
        var makers = await run.GetAsync("/api/v1/market-makers");
        return new(
            $"{Row(book, "bids", "price", "quantity")} | {Row(book, "asks", "price", "quantity")}",
            string.Join('\n', makers.GetProperty("items").EnumerateArray().Select(m => $"{m.GetProperty("name")} {Row(m, "balances", "available", "locked")}")));
    }

    private static string Row(JsonElement of, string list, params string[] fields) => string.Join(
        ' ', of.GetProperty(list).EnumerateArray().SelectMany(i => fields.Select(f => i.GetProperty(f).GetDecimal().ToString("F2", CultureInfo.InvariantCulture))));
}

/// <summary>Proves that a run ended as if all had succeeded or as if nothing had begun.</summary>
/// <param name="Before">Before the run.</param>
/// <param name="Success">After a run in which nothing fails.</param>
internal sealed record CreationProof(MarketPicture Before, MarketPicture Success)
{
    private static readonly string[] Ends = ["completed", "rejected", "expired", "stopped", "rolled_back", "needs_attention"];

    /// <returns>How the operation ended; null when there is none.</returns>
    public async Task<OperationStatus?> CheckAsync(CreationRun run)
    {
        var operations = await run.OperationsAsync();
        Assert.True(operations.Count <= 1, "There is more than one operation.");
        var operation = operations.SingleOrDefault();
        var status = operation?.Operation.Status;
        Assert.NotEqual(OperationStatus.NeedsAttention, status);
        Assert.Equal(status == OperationStatus.Completed ? Success : Before, await MarketPicture.TakeAsync(run));

        var proof = await run.GetAsync("/api/v1/accounts/reconciliation");
        Assert.True(proof.GetProperty("agrees").GetBoolean(), proof.ToString());
        Assert.Equal(Amounts(proof, "funded"), Amounts(proof, "totals"));
        var accounts = await run.Service<AccountBook>().ReadAllAsync(_ => true, CancellationToken.None);
        Assert.All(accounts, a => Assert.Empty(a.Account.Reservations));
        Assert.All(accounts, a => Assert.Null(a.Fault));
        if (operation is null) return null;

        Assert.True(operation.Operation.IsTerminal);
        Assert.Equal(operation.Log[^1], Assert.Single(operation.Log, l => Ends.Contains(l.Step)));
        Assert.Equal(operation.Log.Length, operation.Log.DistinctBy(l => l.TicketId).Count());
        var chain = await run.Service<AuditTrail>().VerifyAsync(CashMarketAudit.Operation(operation.Operation.Id), CancellationToken.None);
        Assert.True(chain.Intact, chain.FirstFault);
        Assert.Equal(operation.Log.Length, chain.Records);
        return status;
    }
    private static List<decimal> Amounts(JsonElement proof, string of) =>
        [.. proof.GetProperty(of).EnumerateArray().Select(a => a.GetProperty("amount").GetDecimal())];
}
