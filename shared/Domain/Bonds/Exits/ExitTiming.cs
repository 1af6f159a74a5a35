using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds.Exits;

/// <summary>When a path opens and how long it takes.</summary>
internal static class ExitTiming
{
    /// <summary>
    /// The window a path waits for, the first at round 0, later ones by cadence. An announced window that is past is counted on by
    /// cadence; requests for quotes without any announced window follow the cadence from midnight UTC. Null for paths without windows
    /// and for auctions that announce none.
    /// </summary>
    public static ExitWindow? WindowOf(ExitContext c, ExitPath path, int round) => path switch
    {
        ExitPath.Auction when c.Auction?.NextWindow is { } next => Next(next, c.Policy.AuctionCadence, c.Now, round),
        ExitPath.RfqBatch when c.Reference?.NextRfqWindow is { } next => Next(next, c.Policy.RfqWindow, c.Now, round),
        ExitPath.RfqBatch => Next(new DateTimeOffset(c.Now.UtcDateTime.Date, TimeSpan.Zero), c.Policy.RfqWindow, c.Now, round),
        _ => null,
    };

    /// <summary>From now until sold and settled. Does not fall with size.</summary>
    public static TimeSpan TimeOf(ExitContext c, ExitPath path, FaceAmount size, ExitWindow? window, int round) => path switch
    {
        ExitPath.MarketMaker => MarketMaker(c, size) + (round * ExitModel.TokenMatching),
        ExitPath.Auction => window!.OpensAt - c.Now + ExitModel.AuctionSettlement,
        ExitPath.RfqBatch => window!.OpensAt - c.Now + ExitModel.RfqProcessing,
        _ => (1 + round) * ExitModel.TokenMatching,
    };

    private static TimeSpan MarketMaker(ExitContext c, FaceAmount size)
    {
        var most = c.MarketMaker?.InventoryBand?.High ?? c.CapOf(ExitPath.MarketMaker)!.Value;
        var share = most.IsZero ? 1 : Math.Min(1, (double)(size.Value / most.Value));
        var illiquid = 1 - ((c.Index ?? 50) / 100);
        var strain = (ExitModel.SizeShareOfTime * share) + ((1 - ExitModel.SizeShareOfTime) * illiquid);
        return ExitModel.MarketMakerFastest + (strain * (ExitModel.MarketMakerSlowest - ExitModel.MarketMakerFastest));
    }

    private static ExitWindow Next(DateTimeOffset announced, TimeSpan cadence, DateTimeOffset now, int round)
    {
        var missed = announced >= now ? 0 : (long)Math.Ceiling((now - announced) / cadence);
        var steps = missed + round;
        return new(announced + (steps * cadence), steps == 0 ? ExitWindowSource.Announced : ExitWindowSource.Cadence);
    }
}
