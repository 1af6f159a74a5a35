namespace LiquidityRisk.TestKit;

/// <summary>The folder of real market data, which is not part of the project.</summary>
public static class RealData
{
    /// <summary>Why a test did not run.</summary>
    public const string Missing = "The real market data is neither in ../shared/data nor in the folder named by LIQUIDITYRISK_DATA.";

    /// <summary>The folder named by <c>LIQUIDITYRISK_DATA</c>, else <c>../shared/data</c> beside the checkout; null when there is none.</summary>
    public static string? Folder { get; } = Find();

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("LIQUIDITYRISK_DATA") is { Length: > 0 } named) return Directory.Exists(named) ? named : null;
        var beside = Path.GetFullPath(Path.Combine(Checkout.Root, "..", "shared", "data"));
        return Directory.Exists(beside) ? beside : null;
    }
}
