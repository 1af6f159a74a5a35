using System.Security.Cryptography;
using System.Text;
using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Domain.Bonds.Exits;
using LiquidityRisk.TestKit;

namespace LiquidityRisk.Adapters.Policies.Tests;

public class ExitPolicyFileTests
{
    private static readonly string Shipped = Path.Combine(Checkout.Root, "functions", "policies", "exit_policy.yaml");

    private static string Fault(string text) =>
        Assert.Throws<FormatException>(() => ExitPolicyFile.Parse(Encoding.UTF8.GetBytes(text))).Message;

    private static string FaultOf(string from, string to)
    {
        var text = File.ReadAllText(Shipped);
        Assert.Contains(from, text);
        return Fault(text.Replace(from, to));
    }

    [Fact]
    public void The_shipped_policy_holds_what_the_founding_document_says()
    {
        var policy = ExitPolicyFile.Read(Shipped);

        Assert.Equal(SampleBonds.Caps(1_000_000, 5_000_000, 2_000_000), policy.RatingCaps[RatingBand.Aaa]);
        Assert.Equal(SampleBonds.Caps(800_000, 4_000_000, 1_500_000), policy.RatingCaps[RatingBand.Aa]);
        Assert.Equal(SampleBonds.Caps(5_000_000, 10_000_000, 5_000_000), policy.IssuerLimits[IssuerClass.Government]);
        Assert.DoesNotContain(ExitPath.TokenizedP2p, policy.Tenors[TenorBucket.UpToOne].AsEnumerable());
        Assert.DoesNotContain(ExitPath.MarketMaker, policy.Tenors[TenorBucket.TenAndMore].AsEnumerable());
        Assert.Equal((5, 25_000), (policy.MarketMakerMinSpread.Value, policy.TokenizedMinLot.Value));
        Assert.Equal((4, 2), (policy.AuctionCadence.TotalHours, policy.RfqWindow.TotalHours));
    }

    [Fact]
    public void The_shipped_policy_is_the_one_that_the_scenarios_are_tested_with()
    {
        var (shipped, tested) = (ExitPolicyFile.Read(Shipped), SampleBonds.Policy);

        Assert.Equal(tested.RatingCaps.OrderBy(r => r.Key), shipped.RatingCaps.OrderBy(r => r.Key));
        Assert.Equal(tested.IssuerLimits.OrderBy(r => r.Key), shipped.IssuerLimits.OrderBy(r => r.Key));
        Assert.All(Enum.GetValues<TenorBucket>(), b => Assert.True(tested.Tenors[b].SetEquals(shipped.Tenors[b])));
    }

    [Fact]
    public void The_version_is_the_hash_of_the_bytes()
    {
        var bytes = File.ReadAllBytes(Shipped);

        Assert.Equal(Convert.ToHexString(SHA256.HashData(bytes)).ToLowerInvariant()[..12], ExitPolicyFile.Read(Shipped).Version);
        Assert.NotEqual(ExitPolicyFile.Read(Shipped).Version, ExitPolicyFile.Parse([.. bytes, (byte)'\n']).Version);
    }

    [Theory]
    [InlineData("mm_min_spread_bps: 5.0", "mm_min_spread: 5.0", "mm_min_spread is unknown. mm_min_spread_bps is missing.")]
    [InlineData("  CCC:", "  CCCC:", "rating_caps.CCCC is unknown. rating_caps.CCC is missing.")]
    [InlineData("  psu:", "  agency:", "issuer_class_limits.agency is unknown. issuer_class_limits.psu is missing.")]
    [InlineData("\"0-1Y\"", "\"0-2Y\"", "tenor_restrictions.0-2Y is unknown. tenor_restrictions.0-1Y is missing.")]
    [InlineData("    mm_cap: 600000\n", "", "rating_caps.A.mm_cap is missing.")]
    [InlineData("mm_cap: 600000", "mm_cap: much", "rating_caps.A.mm_cap is not a number.")]
    [InlineData("mm_cap: 600000", "mm_cap: -1", "rating_caps.A.mm_cap is -1, not between 0 and 1000000000000000.")]
    [InlineData("mm_cap: 600000", "mm_cap: .nan", "rating_caps.A.mm_cap is not a number.")]
    [InlineData("mm_cap: 600000", "mm_cap: [1]", "rating_caps.A.mm_cap is not a number.")]
    [InlineData("\"10Y+\": [\"auction\"", "\"10Y+\": [\"telephone\"", "tenor_restrictions.10Y+ names telephone")]
    [InlineData("\"10Y+\": [\"auction\"", "\"10Y+\": [\"rfq_batch\"", "tenor_restrictions.10Y+ names rfq_batch twice.")]
    [InlineData("\"10Y+\": [\"auction\", \"rfq_batch\", \"tokenized_p2p\"]", "\"10Y+\": auction", "tenor_restrictions.10Y+ is not a list.")]
    [InlineData("\"10Y+\": [\"auction\", \"rfq_batch\", \"tokenized_p2p\"]", "\"10Y+\": []", "tenor_restrictions of TenAndMore allow no path.")]
    [InlineData("mm_cap: 800000", "mm_cap: 1800000", "rating_caps of AA exceed those of AAA.")]
    [InlineData("auction_cadence_hours: 4", "auction_cadence_hours: 0", "auction_cadence_hours is not within (0, 168].")]
    [InlineData("rfq_window_hours: 2", "rfq_window_hours: 999999", "rfq_window_hours is 999999, not between 0 and 10000.")]
    public void A_fault_is_named(string from, string to, string fault) => Assert.Contains(fault, FaultOf(from, to));

    [Fact]
    public void A_repeated_key_is_refused() => Assert.Contains("not YAML", FaultOf("  CCC:", "  BB:"));

    [Theory]
    [InlineData("", "one YAML document, not 0")]
    [InlineData("a: 1\n---\nb: 2\n", "one YAML document, not 2")]
    [InlineData("- a\n- b\n", "The policy is not a mapping")]
    [InlineData("rating_caps: [", "not YAML")]
    [InlineData("? [a]\n: 1\n", "has a key that is not a word")]
    public void What_is_no_policy_is_refused(string text, string fault) => Assert.Contains(fault, Fault(text));

    [Fact]
    public void A_section_that_is_no_mapping_is_named()
    {
        var text = File.ReadAllText(Shipped);
        var cut = text[text.IndexOf("tenor_restrictions:", StringComparison.Ordinal)..];

        Assert.Contains("rating_caps is not a mapping", Fault($"rating_caps: none\n{cut}"));
    }
}
