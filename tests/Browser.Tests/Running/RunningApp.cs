using System.Net.Http.Json;
using System.Text.Json;
using LiquidityRisk.Browser.Tests.Running;

[assembly: AssemblyFixture(typeof(RunningApp))]

namespace LiquidityRisk.Browser.Tests.Running;

/// <summary>One app with a lively market and one browser for all tests.</summary>
public sealed class RunningApp() : BrowsedApp("--seed", "7")
{
    /// <summary>More than one page of the list.</summary>
    private const int EnoughBonds = 60;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public Uri Address => App.Address;

    /// <summary>The ISIN of the bond that is easiest to sell.</summary>
    public async Task<string> SomeIsinAsync() => (await ListAsync()).GetProperty("items")[0].GetProperty("isin").GetString()!;

    protected override async Task PrepareAsync()
    {
        await App.SignInAsync("retail");
        using var limit = new CancellationTokenSource(Patience);
        while ((await ListAsync()).GetProperty("total").GetInt32() < EnoughBonds)
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, limit.Token);
    }

    private Task<JsonElement> ListAsync() => App.Http.GetFromJsonAsync<JsonElement>("/api/v1/liquidity-risk?limit=1");
}
