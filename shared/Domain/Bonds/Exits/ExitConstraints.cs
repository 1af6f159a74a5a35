using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds.Exits;

/// <summary>Finds every constraint that a path breaks.</summary>
internal static class ExitConstraints
{
    public static List<ExitViolation> Violations(ExitContext c, ExitPath path, FaceAmount size, ExitWindow? window)
    {
        var found = new List<ExitViolation>();
        var maturedYears = c.Years is <= 0 ? c.Years : null;
        if (maturedYears is { } past) found.Add(new(ExitViolationKind.Matured, 0, past));
        if (Venue(c, path, size) is { } venue) found.Add(venue);
        if (window is not null && window.OpensAt - c.Now > ExitModel.MaxWait)
            found.Add(new(ExitViolationKind.WindowTooFar, ExitModel.MaxWait.TotalHours, (window.OpensAt - c.Now).TotalHours));
        if (Exceeds(size, c.RatingCaps.Of(path))) found.Add(Over(ExitViolationKind.RatingCap, c.RatingCaps.Of(path)!.Value, size));
        if (Exceeds(size, c.IssuerLimits.Of(path))) found.Add(Over(ExitViolationKind.IssuerClassLimit, c.IssuerLimits.Of(path)!.Value, size));
        if (maturedYears is null && c.Reference is not null && !c.Policy.Tenors[PolicyRows.BucketOf(c.Years)].Contains(path))
            found.Add(new(ExitViolationKind.TenorRestriction, Actual: c.Years));
        return found;
    }

    private static ExitViolation? Venue(ExitContext c, ExitPath path, FaceAmount size) => path switch
    {
        ExitPath.MarketMaker => c.MarketMaker switch
        {
            null => new(ExitViolationKind.NoMarketMaker),
            { IsOnline: false } => new(ExitViolationKind.MarketMakerOffline),
            { InventoryBand.High: var high } when Exceeds(size, high) => Over(ExitViolationKind.InventoryLimit, high, size),
            _ => null,
        },
        ExitPath.Auction => c.Auction switch
        {
            null => new(ExitViolationKind.NoAuction),
            { NextWindow: null } => new(ExitViolationKind.NoAuctionWindow),
            _ => null,
        },
        ExitPath.TokenizedP2p when size.Value < c.Policy.TokenizedMinLot.Value =>
            Over(ExitViolationKind.MinimumLot, c.Policy.TokenizedMinLot, size),
        _ => null,
    };

    private static bool Exceeds(FaceAmount size, FaceAmount? limit) => limit is { } l && size.Value > l.Value;

    private static ExitViolation Over(ExitViolationKind kind, FaceAmount limit, FaceAmount size) =>
        new(kind, (double)limit.Value, (double)size.Value);
}
