using LiquidityRisk.Functions.Hosting;
using LiquidityRisk.TestKit;

namespace LiquidityRisk.App.Tests.Restart;

/// <summary>The app as a process of its own, without a market, with a user signed in.</summary>
internal static class OwnProcess
{
    public static Task<AppProcess> StartAsync(string data, params string[] roles) => StartAsync(data, null, roles);

    public static async Task<AppProcess> StartAsync(string data, IReadOnlyDictionary<string, string>? settings, params string[] roles)
    {
        var app = await AppProcess.StartAsync(typeof(LiquidityRiskApp).Assembly.Location, data, settings, "--no-simulator");
        await app.SignInAsync(roles);
        return app;
    }
}
