namespace LiquidityRisk.Domain.Bonds;

/// <summary>The newest input of each type that a bond's translation rests on.</summary>
/// <param name="Market">Newest look at the market.</param>
/// <param name="Auction">Newest auction signal.</param>
/// <param name="MarketMaker">Newest market-maker state.</param>
/// <param name="Reference">Newest reference data.</param>
/// <param name="Risk">Newest risk artifact.</param>
public sealed record BondInputs(
    Stamped<Microstructure>? Market = null,
    Stamped<AuctionSignal>? Auction = null,
    Stamped<MarketMakerState>? MarketMaker = null,
    Stamped<BondReference>? Reference = null,
    Stamped<RiskArtifact>? Risk = null)
{
    /// <summary>Nothing known yet.</summary>
    public static BondInputs None { get; } = new();

    /// <summary>
    /// Takes an event in. The newest per type wins by (time, sequence); a duplicate or an older one changes nothing and
    /// returns this very instance.
    /// </summary>
    public BondInputs With(BondEvent e) => e.Input switch
    {
        Microstructure m when IsNewer(e, Market) => this with { Market = Stamped(e, m) },
        AuctionSignal a when IsNewer(e, Auction) => this with { Auction = Stamped(e, a) },
        MarketMakerState s when IsNewer(e, MarketMaker) => this with { MarketMaker = Stamped(e, s) },
        BondReference r when IsNewer(e, Reference) => this with { Reference = Stamped(e, r) },
        RiskArtifact r when IsNewer(e, Risk) => this with { Risk = Stamped(e, r) },
        _ => this,
    };

    private static bool IsNewer<T>(BondEvent e, Stamped<T>? known)
        where T : class => known is null || e.Stamp > known.Stamp;

    private static Stamped<T> Stamped<T>(BondEvent e, T value)
        where T : class => new(value, e.Stamp, e.Source, e.ReceivedAt);
}

/// <summary>An input with its origin.</summary>
/// <param name="Value">What was said.</param>
/// <param name="Stamp">Its place in time.</param>
/// <param name="Source">Which feed said it.</param>
/// <param name="ReceivedAt">When it reached us.</param>
public sealed record Stamped<T>(T Value, EventStamp Stamp, string Source, DateTimeOffset ReceivedAt)
    where T : class;
