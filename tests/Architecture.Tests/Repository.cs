using System.Diagnostics;
using System.Xml.Linq;
using LiquidityRisk.TestKit;

namespace LiquidityRisk.Architecture.Tests;

/// <summary>The checkout as the tests see it.</summary>
internal static class Repository
{
    public static string Root => Checkout.Root;

    public static IReadOnlyList<string> Files { get; } = ListFiles();

    /// <summary>Hand-written C# that ships, tests left out.</summary>
    public static IReadOnlyList<string> ProductionCode { get; } =
        [.. Files.Where(f => f.EndsWith(".cs", StringComparison.Ordinal) && !f.StartsWith("tests/", StringComparison.Ordinal))];

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    /// <summary>Project references of every project: folder → folders.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> References { get; } = Files
        .Where(f => f.EndsWith(".csproj", StringComparison.Ordinal))
        .ToDictionary(f => Path.GetDirectoryName(f)!.Replace('\\', '/'), ReferencesOf, StringComparer.Ordinal);

    public static IReadOnlyList<string> PackagesOf(string folder) =>
        [.. Project(folder).Descendants("PackageReference").Select(p => p.Attribute("Include")!.Value)];

    private static IReadOnlyList<string> ReferencesOf(string project)
    {
        var folder = Path.Combine(Root, Path.GetDirectoryName(project)!);
        return [.. XDocument.Load(Path.Combine(Root, project)).Descendants("ProjectReference")
            .Select(r => Path.GetDirectoryName(Path.GetFullPath(Path.Combine(folder, r.Attribute("Include")!.Value)))!)
            .Select(full => Path.GetRelativePath(Root, full).Replace('\\', '/'))];
    }

    private static XDocument Project(string folder) =>
        XDocument.Load(Directory.EnumerateFiles(Path.Combine(Root, folder), "*.csproj").Single());

    private static List<string> ListFiles()
    {
        var start = new ProcessStartInfo("git", ["ls-files", "--cached", "--others", "--exclude-standard"])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var git = Process.Start(start)!;
        var files = git.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        return [.. files.Where(f => File.Exists(Path.Combine(Root, f)))];
    }
}
