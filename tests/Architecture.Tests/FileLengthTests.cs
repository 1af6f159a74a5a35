using System.Globalization;

namespace LiquidityRisk.Architecture.Tests;

public class FileLengthTests(ITestOutputHelper output)
{
    private const int Longest = 400;
    private const int NinetiethPercentile = 250;

    [Fact]
    public void Production_files_stay_readable()
    {
        var lengths = Repository.ProductionCode
            .Select(f => (File: f, Lines: Repository.Read(f).Count(c => c == '\n')))
            .OrderBy(f => f.Lines)
            .ToList();
        var (median, p90, max) = (lengths[lengths.Count / 2].Lines, lengths[lengths.Count * 9 / 10].Lines, lengths[^1]);
        var figures = string.Create(
            CultureInfo.InvariantCulture, $"{lengths.Count} production files: median {median}, p90 {p90}, longest {max.Lines} ({max.File})");
        output.WriteLine(figures);
        TestContext.Current.SendDiagnosticMessage(figures);

        Assert.True(p90 <= NinetiethPercentile, figures);
        Assert.True(max.Lines <= Longest, figures);
    }

    [Fact]
    public void Nothing_is_left_to_do_in_a_comment() => Assert.Empty(
        from file in Repository.Files
        where file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".ts", StringComparison.Ordinal) || file.EndsWith(".tsx", StringComparison.Ordinal)
        where !file.EndsWith("/FileLengthTests.cs", StringComparison.Ordinal)
        where Repository.Read(file).Contains("TODO", StringComparison.Ordinal) || Repository.Read(file).Contains("FIXME", StringComparison.Ordinal)
        select file);
}
