using LiquidityRisk.Adapters.Wallets.Http;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Units;

namespace LiquidityRisk.Adapters.Wallets.TheGraph;

/// <summary>
/// Makes one wallet's position of its entries in a lending subgraph, and refuses entries that contradict themselves. A balance is as of
/// the wallet's last action in the market: interest since then is in neither what it has nor what it owes.
/// </summary>
internal static class LendingEntries
{
    private const int PpmPerPercent = 10_000;
    private const int AddressLength = 42;
    private const string Borrower = "BORROWER";

    /// <summary>The position.</summary>
    /// <exception cref="PositionFaultException">The entries contradict themselves.</exception>
    public static ProtocolPosition Assemble(LendingProtocol protocol, IReadOnlyList<PositionWire> entries)
    {
        if (entries.DistinctBy(e => e.Id, StringComparer.Ordinal).Count() < entries.Count) throw new PositionFaultException("an entry is told twice");
        if (protocol == LendingProtocol.CompoundV3) CheckOneComet(entries);
        try
        {
            var supplied = entries.Where(e => e.Side is "COLLATERAL" or "LENDER").Select(e => Supplied(protocol, e));
            var borrowed = entries.Where(e => e.Side is Borrower).Select(Borrowed);
            return entries.All(e => e.Side is "COLLATERAL" or "LENDER" or Borrower)
                ? new(protocol, [.. supplied.GroupBy(s => s.Asset).Select(Together)], [.. borrowed.GroupBy(b => b.Asset).Select(Together)])
                : throw new PositionFaultException("an entry is neither supplied nor borrowed");
        }
        catch (OverflowException)
        {
            throw new PositionFaultException("a sum is larger than any");
        }
    }

    /// <summary>The token of an entry.</summary>
    /// <exception cref="PositionFaultException">It is none.</exception>
    public static TokenSymbol Token(PositionWire entry) => TokenSymbol.TryParse(entry.Market.InputToken.Symbol, out var symbol)
        ? symbol
        : throw new PositionFaultException("a token has no proper symbol");

    // Each Comet is a loan of its own; a position of ours is one loan. A market's id is the Comet's address and its token's.
    private static void CheckOneComet(IReadOnlyList<PositionWire> entries)
    {
        var comets = entries.Select(e => e.Market.Id.Length > AddressLength ? e.Market.Id[..AddressLength] : e.Market.Id).Distinct(StringComparer.Ordinal).Count();
        if (comets > 1 && entries.Any(e => e.Side is Borrower))
            throw new PositionFaultException("it borrows while it is in several Comets, whose loans are not one");
    }

    private static SuppliedAsset Supplied(LendingProtocol protocol, PositionWire entry)
    {
        var terms = new CollateralTerms(
            Share(entry.Market.MaximumLtv, PpmPerPercent, "a loan-to-value"),
            Share(entry.Market.LiquidationThreshold, PpmPerPercent, "a liquidation threshold"),
            Share(entry.Market.LiquidationPenalty, PpmPerPercent, "a liquidation penalty"),
            entry.Market.LiquidationProtocolFee is { } fee ? Share(fee, PartsPerMillion.Whole, "a protocol's fee") : default);
        if (terms.LoanToValue > terms.LiquidationThreshold) throw new PositionFaultException("a loan-to-value is above its liquidation threshold");
        var mayBeCollateral = terms.LiquidationThreshold > default(PartsPerMillion);
        // A Comet's collateral always is one, and its base asset never; elsewhere the owner says so.
        return new SuppliedAsset(
            Token(entry), Amount(entry), terms, mayBeCollateral && (entry.IsCollateral ?? protocol == LendingProtocol.CompoundV3), Rate(entry, "LENDER"));
    }

    private static BorrowedAsset Borrowed(PositionWire entry) => new(Token(entry), Amount(entry), Rate(entry, Borrower));

    private static SuppliedAsset Together(IGrouping<TokenSymbol, SuppliedAsset> same)
    {
        var first = same.First();
        if (same.Any(s => s.Terms != first.Terms || s.IsCollateral != first.IsCollateral))
            throw new PositionFaultException($"{first.Asset} is supplied on two sets of terms");
        return first with { Amount = same.Aggregate(TokenAmount.Zero, (sum, s) => sum + s.Amount) };
    }

    // Stable and variable debt of one asset are two entries; together they have no one rate.
    private static BorrowedAsset Together(IGrouping<TokenSymbol, BorrowedAsset> same)
    {
        var all = same.ToList();
        return all.Count == 1 ? all[0] : new(same.Key, all.Aggregate(TokenAmount.Zero, (sum, b) => sum + b.Amount), Apy: null);
    }

    private static TokenAmount Amount(PositionWire entry)
    {
        if (!TokenUnits.TryWhole(entry.Balance, out var units)) throw new PositionFaultException("a balance is no whole number");
        if (units.Sign < 0) throw new PositionFaultException("a balance is negative");
        if (entry.Market.InputToken.Decimals is < 0 or > 255) throw new PositionFaultException("a token has an impossible number of decimals");
        return new TokenAmount(TokenUnits.Whole(units, entry.Market.InputToken.Decimals) ?? throw new PositionFaultException("a balance is larger than any"));
    }

    private static PartsPerMillion Share(string text, int factor, string what) =>
        TokenUnits.TryNumber(text, out var value) && value >= 0 && value <= (decimal)PartsPerMillion.Whole / factor
            ? new PartsPerMillion((int)Math.Round(value * factor))
            : throw new PositionFaultException($"{what} is not between 0 and 100 %");

    private static double? Rate(PositionWire entry, string side)
    {
        var rates = entry.Market.Rates?.Where(r => string.Equals(r.Side, side, StringComparison.Ordinal)).ToList() ?? [];
        var rate = rates.Find(r => r.Type is "VARIABLE") ?? rates.FirstOrDefault();
        if (rate is null) return null;
        return TokenUnits.TryNumber(rate.Rate, out var percent) && percent is >= -100 and <= 1_000_000
            ? (double)percent / 100
            : throw new PositionFaultException("a rate of interest is out of range");
    }
}
