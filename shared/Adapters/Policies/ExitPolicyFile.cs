using System.Security.Cryptography;
using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Domain.Bonds.Exits;
using LiquidityRisk.Units;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace LiquidityRisk.Adapters.Policies;

/// <summary>
/// Reads an exit policy from YAML. Strict: unknown, missing and repeated keys, and values out of range, are refused by name, so that a
/// typing error never silently lifts a limit. The version is the first twelve hex digits of the SHA-256 of the file's bytes.
/// </summary>
public static class ExitPolicyFile
{
    private static readonly Dictionary<string, RatingBand> Ratings =
        Enum.GetValues<RatingBand>().ToDictionary(b => b.ToString().ToUpperInvariant(), StringComparer.Ordinal);

    private static readonly Dictionary<string, TenorBucket> Tenors = new(StringComparer.Ordinal)
    {
        ["0-1Y"] = TenorBucket.UpToOne,
        ["1-3Y"] = TenorBucket.OneToThree,
        ["3-5Y"] = TenorBucket.ThreeToFive,
        ["5-10Y"] = TenorBucket.FiveToTen,
        ["10Y+"] = TenorBucket.TenAndMore,
    };

    private static readonly Dictionary<string, IssuerClass> Classes =
        Enum.GetValues<IssuerClass>().ToDictionary(c => c.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    private static readonly Dictionary<string, ExitPath> Paths = new(StringComparer.Ordinal)
    {
        ["market_maker"] = ExitPath.MarketMaker,
        ["auction"] = ExitPath.Auction,
        ["rfq_batch"] = ExitPath.RfqBatch,
        ["tokenized_p2p"] = ExitPath.TokenizedP2p,
    };

    /// <summary>Reads a file.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="FormatException">It is not a complete, consistent policy; the message names the fault.</exception>
    public static ExitPolicy Read(string path) => Parse(File.ReadAllBytes(path));

    /// <summary>Reads the bytes of a file.</summary>
    /// <exception cref="FormatException">They are not a complete, consistent policy; the message names the fault.</exception>
    public static ExitPolicy Parse(ReadOnlySpan<byte> bytes)
    {
        var root = YamlSection.Root(Document(bytes));
        root.CheckKeys(
        [
            "rating_caps", "tenor_restrictions", "issuer_class_limits",
            "mm_min_spread_bps", "auction_cadence_hours", "rfq_window_hours", "tokenized_min_lot",
        ]);
        var version = Convert.ToHexStringLower(SHA256.HashData(bytes))[..12];
        try
        {
            return new ExitPolicy(
                version,
                root.Section("rating_caps").Rows(Ratings, Caps),
                root.Section("tenor_restrictions").Rows(Tenors, (tenors, bucket) => tenors.Names(bucket, Paths)),
                root.Section("issuer_class_limits").Rows(Classes, Caps),
                Hours(root, "auction_cadence_hours"),
                Hours(root, "rfq_window_hours"),
                Face(root, "tokenized_min_lot"),
                new BasisPoints((double)root.Number("mm_min_spread_bps", 10_000)));
        }
        catch (ArgumentException fault)
        {
            throw new FormatException(fault.Message, fault);
        }
    }

    private static PathCaps Caps(YamlSection parent, string row)
    {
        var caps = parent.Section(row);
        caps.CheckKeys(["mm_cap", "auction_cap", "rfq_cap"]);
        return new(Face(caps, "mm_cap"), Face(caps, "auction_cap"), Face(caps, "rfq_cap"));
    }

    private static FaceAmount Face(YamlSection section, string key) => new(section.Number(key, FaceAmount.Max));

    private static TimeSpan Hours(YamlSection section, string key) => TimeSpan.FromHours((double)section.Number(key, 10_000));

    private static YamlNode Document(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StreamReader(new MemoryStream(bytes.ToArray())));
            return stream.Documents is [var only]
                ? only.RootNode
                : throw new FormatException($"The policy is one YAML document, not {stream.Documents.Count}.");
        }
        catch (YamlException fault)
        {
            throw new FormatException($"The policy is not YAML: line {fault.Start.Line}: {fault.Message}", fault);
        }
    }
}
