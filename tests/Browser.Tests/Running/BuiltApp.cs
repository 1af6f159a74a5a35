using LiquidityRisk.TestKit;

namespace LiquidityRisk.Browser.Tests.Running;

/// <summary>The app's own build output, which has the front end beside it.</summary>
internal static class BuiltApp
{
    public static string Path()
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
        var folder = System.IO.Path.Combine(Checkout.Root, "artifacts", "local", "bin", "LiquidityRisk.Functions", configuration);
        return File.Exists(System.IO.Path.Combine(folder, "wwwroot", "index.html"))
            ? System.IO.Path.Combine(folder, "LiquidityRisk.Functions.dll")
            : throw new InvalidOperationException(
                $"{folder} has no wwwroot: the front end was not built. It needs Node.js 20.19 or newer with npm on PATH.");
    }
}
