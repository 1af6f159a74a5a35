namespace LiquidityRisk.TestKit;

/// <summary>The checkout that the tests run in.</summary>
public static class Checkout
{
    /// <summary>Its root: the folder of LiquidityRisk.sln.</summary>
    /// <exception cref="InvalidOperationException">The tests run outside of a checkout.</exception>
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "LiquidityRisk.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside of a checkout.");
    }
}
