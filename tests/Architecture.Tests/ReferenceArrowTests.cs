using System.Text.RegularExpressions;

namespace LiquidityRisk.Architecture.Tests;

public partial class ReferenceArrowTests
{
    private static readonly string[] Systems = ["Bonds", "Wallets", "Portfolio", "CashMarket", "MarketMaking"];

    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["shared/Units"] = [],
        ["shared/Quant"] = [],
        ["shared/Contracts"] = ["shared/Units"],
        ["shared/Domain"] = ["shared/Units", "shared/Quant"],
        ["shared/Narrative"] = ["shared/Units", "shared/Domain"],
        ["shared/Flows"] = ["shared/Contracts", "shared/Domain", "shared/Narrative"],
        ["shared/Adapters"] = ["shared/Flows"],
        ["infra/local/Runtime"] = ["shared/Adapters", "shared/Flows"],
        ["infra/local/Simulator"] = ["shared/Flows"],
        ["infra/tools/VerifyAudit"] = ["shared/Flows"],
        ["functions"] = ["shared/Flows", "shared/Adapters", "infra/local/Runtime", "infra/local/Simulator"],
    };

    public static TheoryData<string> Projects => [.. Repository.References.Keys.Where(p => !p.StartsWith("tests/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_the_house_allows(string project)
    {
        Assert.True(Allowed.TryGetValue(project, out var allowed), $"{project} has no place in the house.");
        Assert.Empty(Repository.References[project].Except(allowed, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("shared/Units")]
    [InlineData("shared/Contracts")]
    [InlineData("shared/Domain")]
    [InlineData("shared/Narrative")]
    public void Pure_projects_use_no_package(string project) => Assert.Empty(Repository.PackagesOf(project));

    [Fact]
    public void Quant_uses_mathematics_only() =>
        Assert.Subset(new HashSet<string>(["MathNet.Numerics", "System.Numerics.Tensors"]), Repository.PackagesOf("shared/Quant").ToHashSet());

    [Fact]
    public void The_five_systems_meet_only_in_flows()
    {
        var faults =
            from file in Repository.ProductionCode
            let parts = file.Split('/')
            where parts is ["shared", not "Flows", _, ..] && Systems.Contains(parts[2], StringComparer.Ordinal)
            from Match match in SystemNamespace().Matches(Repository.Read(file))
            let other = match.Groups["system"].Value
            where other != parts[2] && (parts[2], other) is not ("MarketMaking", "CashMarket")
            select $"{file} uses {other}";

        Assert.Empty(faults);
    }

    [Fact]
    public void Only_functions_knows_triggers() => Assert.Empty(
        from file in Repository.ProductionCode
        where !file.StartsWith("functions/", StringComparison.Ordinal) && !file.StartsWith("infra/local/Runtime/", StringComparison.Ordinal)
        where Repository.Read(file).Contains("Microsoft.Azure.Functions", StringComparison.Ordinal)
        select file);

    [Fact]
    public void Domain_quant_and_narrative_know_no_json_and_no_files() => Assert.Empty(
        from file in Repository.ProductionCode
        where file.StartsWith("shared/Domain/", StringComparison.Ordinal)
            || file.StartsWith("shared/Quant/", StringComparison.Ordinal)
            || file.StartsWith("shared/Narrative/", StringComparison.Ordinal)
        where !file.StartsWith("shared/Quant/Trees/XgboostJson", StringComparison.Ordinal) // a model's published form, text in and text out
        where Regex.IsMatch(Repository.Read(file), @"System\.(Text\.Json|IO|Net)\b", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
        select file);

    [GeneratedRegex(@"LiquidityRisk\.(?:Domain|Quant|Contracts|Narrative|Adapters)\.(?<system>Bonds|Wallets|Portfolio|CashMarket|MarketMaking)\b", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex SystemNamespace();
}
