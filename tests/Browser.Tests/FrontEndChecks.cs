using LiquidityRisk.TestKit;

namespace LiquidityRisk.Browser.Tests;

public sealed class FrontEndChecks
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task The_front_end_passes_its_own_types_lint_and_unit_tests()
    {
        var folder = Path.Combine(Checkout.Root, "web");
        using var npm = OperatingSystem.IsWindows()
            ? EmulatorPackages.Run(folder, "cmd", "/c", "npm", "run", "check")
            : EmulatorPackages.Run(folder, "npm", "run", "check");
        npm.StandardInput.Close();
        using var limit = new CancellationTokenSource(Patience);
        var output = npm.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = npm.StandardError.ReadToEndAsync(limit.Token);
        await npm.WaitForExitAsync(limit.Token);

        Assert.True(npm.ExitCode == 0, $"npm run check found faults.{Environment.NewLine}{await output}{await errors}");
    }
}
