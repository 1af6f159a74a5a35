using LiquidityRisk.Domain.Wallets.Positions;

namespace LiquidityRisk.Adapters.Wallets;

/// <summary>Where facts about wallets are read. Settings under <c>Wallets:Sources</c>. A source that needs a key and has none is not asked.</summary>
public sealed record WalletSourceOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Wallets:Sources";

    /// <summary>The Graph's gateway; needs a key. Answers hold 30 s by default: a few blocks.</summary>
    public SourceOptions TheGraph { get; init; } = new()
    {
        Endpoint = new Uri("https://gateway.thegraph.com/"),
        TimeToLive = TimeSpan.FromSeconds(30),
        RequestsPerMinute = 300,
    };

    /// <summary>
    /// The subgraph of each protocol, by its id in The Graph's network. Default: those that Messari publishes for Ethereum
    /// (github.com/messari/subgraphs, <c>deployment/deployment.json</c>). A protocol without one is not read.
    /// </summary>
    public IReadOnlyDictionary<LendingProtocol, string> Subgraphs { get; init; } = new Dictionary<LendingProtocol, string>
    {
        [LendingProtocol.AaveV2] = "C2zniPn45RnLDGzVeGZCx2Sw3GXrbc9gL4ZfL8B8Em2j",
        [LendingProtocol.AaveV3] = "JCNWRypm7FYwV8fx5HhzZPSFaMxgkPuw4TnR3Gpi81zk",
        [LendingProtocol.CompoundV2] = "4TbqVA8p2DoBd5qDbPMwmDZv3CsJjWtxo8nVSqF2tA9a",
        [LendingProtocol.CompoundV3] = "AwoxEZbiWLvv6e3QdvdMZw4WDURdGbvPfHmZRc8Dpfz9",
        [LendingProtocol.Curve] = "3fy93eAT56UJsRCEht8iFhfi6wjHWXtZ9dnnbQmvFopF",
    };

    /// <summary>
    /// CoinGecko; works without a key, more slowly. Answers hold 60 s by default, as long as it keeps its own; 25 requests a minute stay
    /// within its smallest plan.
    /// </summary>
    public SourceOptions CoinGecko { get; init; } = new()
    {
        Endpoint = new Uri("https://api.coingecko.com/"),
        TimeToLive = TimeSpan.FromSeconds(60),
        RequestsPerMinute = 25,
    };

    /// <summary>Whether CoinGecko's key is of a paid plan; its endpoint is then <c>https://pro-api.coingecko.com/</c>. Default no: a demo key.</summary>
    public bool CoinGeckoPro { get; init; }

    /// <summary>How long daily closes hold, 1 min to 1 day. Default 1 h: a close is final, a new one comes once a day.</summary>
    public TimeSpan HistoryTimeToLive { get; init; } = TimeSpan.FromHours(1);

    /// <summary>CoinGecko's ids of further tokens, by the token's symbol; they go before those that the app knows.</summary>
    public IReadOnlyDictionary<string, string> CoinIds { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Alchemy's JSON-RPC of Ethereum; needs a key. Answers hold 30 s by default.</summary>
    public SourceOptions Alchemy { get; init; } = new()
    {
        Endpoint = new Uri("https://eth-mainnet.g.alchemy.com/"),
        TimeToLive = TimeSpan.FromSeconds(30),
        RequestsPerMinute = 300,
    };

    /// <summary>Etherscan; needs a key. Answers hold 12 s by default: a block. 120 requests a minute stay within its free plan.</summary>
    public SourceOptions Etherscan { get; init; } = new()
    {
        Endpoint = new Uri("https://api.etherscan.io/"),
        TimeToLive = TimeSpan.FromSeconds(12),
        RequestsPerMinute = 120,
    };

    /// <summary>DefiLlama; needs no key. Answers hold 10 min by default: it counts hourly.</summary>
    public SourceOptions DefiLlama { get; init; } = new()
    {
        Endpoint = new Uri("https://api.llama.fi/"),
        TimeToLive = TimeSpan.FromMinutes(10),
        MaxAge = TimeSpan.FromDays(1),
        RequestsPerMinute = 60,
    };

    /// <summary>Alternative.me; needs no key. Answers hold 1 h by default: its index is renewed once a day.</summary>
    public SourceOptions AlternativeMe { get; init; } = new()
    {
        Endpoint = new Uri("https://api.alternative.me/"),
        TimeToLive = TimeSpan.FromHours(1),
        MaxAge = TimeSpan.FromDays(1),
        RequestsPerMinute = 10,
    };

    /// <summary>What is wrong with the settings, each fault naming its setting; empty when nothing is.</summary>
    public IEnumerable<string> Faults()
    {
        (string Name, SourceOptions Options)[] all =
        [
            (nameof(TheGraph), TheGraph), (nameof(CoinGecko), CoinGecko), (nameof(Alchemy), Alchemy),
            (nameof(Etherscan), Etherscan), (nameof(DefiLlama), DefiLlama), (nameof(AlternativeMe), AlternativeMe),
        ];
        foreach (var fault in all.SelectMany(s => s.Options.Faults($"{Section}:{s.Name}"))) yield return fault;
        foreach (var (protocol, id) in Subgraphs)
        {
            if (id.Length == 0 || !id.All(char.IsAsciiLetterOrDigit))
                yield return $"{Section}:{nameof(Subgraphs)}:{protocol} must be a subgraph's id: letters and digits.";
        }

        foreach (var (symbol, id) in CoinIds)
        {
            if (!Units.TokenSymbol.TryParse(symbol, out _) || id.Length == 0 || id.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c is not ('-' or '_' or '.')))
                yield return $"{Section}:{nameof(CoinIds)}:{symbol} must give a token's symbol its id: small letters, digits and '-'.";
        }

        if (HistoryTimeToLive < TimeSpan.FromMinutes(1) || HistoryTimeToLive > TimeSpan.FromDays(1))
            yield return $"{Section}:{nameof(HistoryTimeToLive)} must be 1 min to 1 day, not {HistoryTimeToLive}.";
        if (CoinGeckoPro && !CoinGecko.HasKey)
            yield return $"{Section}:{nameof(CoinGeckoPro)} needs {Section}:{nameof(CoinGecko)}:{nameof(SourceOptions.Key)}.";
    }
}
