using LiquidityRisk.Browser.Tests.CashMarket;
using LiquidityRisk.Browser.Tests.Running;

namespace LiquidityRisk.Browser.Tests.Wallets;

/// <summary>What people do on the wallets' pages.</summary>
internal static class WalletSteps
{
    /// <summary>Opens the owner's wallet, which is analysed when it was not yet.</summary>
    public static async Task OpenWalletsAsync(this Reader reader)
    {
        await reader.Page.GotoAsync("/wallets");
        await reader.BecomeAsync("Wallet owner");
        await reader.Button("Analyse now").ClickAsync();
        await reader.Page.GetByRole(AriaRole.Heading, new() { Name = "Positions" }).WaitForAsync();
    }

    /// <summary>Has the wallet watched.</summary>
    public static async Task WatchAsync(this Reader reader)
    {
        var stop = reader.Button("Stop watching");
        var watch = reader.Button("Watch this wallet");
        await watch.Or(stop).WaitForAsync();
        if (await watch.IsVisibleAsync()) await watch.ClickAsync();
        await stop.WaitForAsync();
    }
}
