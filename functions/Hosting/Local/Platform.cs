using LiquidityRisk.Local.Runtime.Hosting;
using LiquidityRisk.Local.Simulator;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace LiquidityRisk.Functions.Hosting;

/// <summary>What the embedded runtime does not bring by itself: a market, the front end, and a place for the documents beside its own data.</summary>
internal static class Platform
{
    private const string StorePath = "Store:Path";

    public static void AddPlatform(this FunctionsApplicationBuilder builder)
    {
        builder.Configuration[StorePath] ??= Path.Combine(builder.Configuration["DataDirectory"]!, "documents.db");
        builder.Configuration["CashMarket:OpeningEur"] ??= "1000000"; // a place for trying things out
        builder.Configuration["CashMarket:OpeningEua"] ??= "10000";
        builder.Configuration["CashMarket:OpeningCea"] ??= "50000";
        builder.Configuration["Wallets:Sources:Provider"] ??= "Simulated";
        builder.Configuration["Wallets:ScanSchedule"] ??= "0 * * * * *"; // ten times as often as by default, so that something is seen to happen
        builder.Configuration["Wallets:TrainingSchedule"] ??= "30 * * * * *"; // it still trains once a day, but the first time soon after the start
        builder.Services.Configure<RuntimeOptions>(o => o.WebRoot ??= Path.Combine(AppContext.BaseDirectory, "wwwroot"));
        builder.Services.AddMarketFeed(builder.Configuration);
    }
}
