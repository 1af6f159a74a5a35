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
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "LiquidityRisk.sln"))) continue;
            var beside = Path.Combine(folder.FullName, "..", "shared", "data");
            return Directory.Exists(beside) ? Path.GetFullPath(beside) : null;
        }

        return null;
    }
}
