using LiquidityRisk.Domain.CashMarket.Operations;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Functions.Api;
using LiquidityRisk.Functions.Feeds;
using LiquidityRisk.Functions.Hosting;
using LiquidityRisk.Functions.Schedules;
using LiquidityRisk.Functions.Workflows;
using LiquidityRisk.Local.Runtime.Testing;
using LiquidityRisk.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace LiquidityRisk.App.Tests.CashMarket.Faults;

/// <summary>What all runs start from, and what one without a fault leads to.</summary>
internal static class CreationStage
{
    private static readonly Type[] Functions =
    [
        typeof(LiquidityApi), typeof(LiquidityOperationsApi), typeof(MarketMakersApi), typeof(CashMarketApi), typeof(OrdersApi), typeof(AccountsApi),
        typeof(LiquidityWorkflow), typeof(LiquiditySweep), typeof(CashMarketSweep), typeof(MarketEventsFeed),
    ];

    /// <summary>The app, with its own view of the documents at every start.</summary>
    public static RuntimeTestOptions Options(TimeProvider time, Func<IDocumentStore> view) => new()
    {
        FunctionTypes = Functions,
        Time = time,
        Options = o =>
        {
            o.Settings["Simulator:Enabled"] = "false";
            o.Settings["RateLimits:PerMinute"] = "6000000";
            o.Settings["CashMarket:ApprovalHours"] = "0.1";
            o.Settings["CashMarket:ReminderHours"] = "0.05";
        },
        Configure = builder =>
        {
            builder.AddLiquidityRisk();
            builder.Services.AddSingleton(view());
        },
    };

    /// <summary>An app with two market makers of each type.</summary>
    public static async Task<CreationRun> PreparedAsync()
    {
        var run = await CreationRun.StartAsync();
        foreach (var name in (string[])["Rhine", "Elbe"])
        {
            await run.PostAsync("/api/v1/market-makers", $$"""{"name":"{{name}} bids","mm_type":"LIQUIDITY_PROVIDER","initial_eur_balance":200000}""");
            await run.PostAsync("/api/v1/market-makers", $$"""{"name":"{{name}} asks","mm_type":"ASSET_HOLDER","initial_balances":{"EUA":3000,"CEA":100} }""");
        }

        return run;
    }

    /// <summary>What a run has to come to, by one in which nothing fails.</summary>
    public static async Task<CreationProof> ProofAsync(MemoryDocumentStore documents)
    {
        await using var run = await CreationRun.StartAsync(documents);
        var before = await MarketPicture.TakeAsync(run);
        await run.PlayAsync(repeats: false);
        var proof = new CreationProof(before, await MarketPicture.TakeAsync(run));
        Assert.Equal(OperationStatus.Completed, await proof.CheckAsync(run));
        Assert.NotEqual(before, proof.Success);
        return proof;
    }
}
