using LiquidityRisk.Domain.Wallets.Health;
using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Rescue;

/// <summary>Finds what could be done for a position.</summary>
/// <remarks>Of each kind the eight tokens worth most. What has no price is left alone.</remarks>
internal sealed class Remedies(
    WalletHoldings holdings,
    ProtocolPosition position,
    PriceBook prices,
    IReadOnlyDictionary<TokenSymbol, TokenMarket> markets,
    double target,
    ExitAssumptions assumptions,
    GasUnits gas)
{
    private const int PerKind = 8;

    private readonly Dictionary<TokenSymbol, double> _owed = position.Borrowed.Where(b => b.Amount > TokenAmount.Zero)
        .ToDictionary(b => b.Asset, b => Dollars(prices, b.Asset, b.Amount));

    private readonly SuppliedAsset[] _collateral = [.. position.Supplied
        .Where(s => s.IsCollateral && position.TermsOf(s).LiquidationThreshold.Value > 0 && prices.Of(s.Asset) is not null)];

    public IReadOnlyList<Remedy> All()
    {
        var free = holdings.Balances.Where(b => prices.Of(b.Asset) is not null && b.Amount > TokenAmount.Zero).ToList();
        var securing = _collateral.ToDictionary(s => s.Asset);
        return
        [
            .. Largest(free.Where(b => _owed.ContainsKey(b.Asset)).Select(b =>
                Plain(RemedyKind.Repay, b.Asset, b.Asset, Math.Min(Worth(b), _owed[b.Asset]), target, 0, gas.Repay))),
            .. Largest(free.Where(b => _owed.Keys.Any(d => d != b.Asset)).Select(b =>
                Sale(RemedyKind.SwapAndRepay, b.Asset, null, Worth(b), target, 0, gas.Swap + gas.Repay))),
            .. Largest(free.Where(b => securing.ContainsKey(b.Asset)).Select(b =>
                Plain(RemedyKind.AddCollateral, b.Asset, b.Asset, Worth(b), Threshold(securing[b.Asset]), 0, gas.Deposit))),
            .. Largest(_collateral.Where(s => Better(s) is not null).Select(s => Sale(
                RemedyKind.SwapCollateral, s.Asset, Better(s)!.Asset, Worth(s), Threshold(Better(s)!), Threshold(s), gas.Withdraw + gas.Swap + gas.Deposit + gas.FlashLoan))),
            .. Largest(_collateral.Where(s => _owed.ContainsKey(s.Asset)).Select(s =>
                Plain(RemedyKind.Unwind, s.Asset, s.Asset, Math.Min(Worth(s), _owed[s.Asset]), target, Threshold(s), gas.Withdraw + gas.Repay + gas.FlashLoan))),
            .. Largest(_collateral.Where(s => _owed.Keys.Any(d => d != s.Asset)).Select(s =>
                Sale(RemedyKind.Unwind, s.Asset, null, Worth(s), target, Threshold(s), gas.Withdraw + gas.Swap + gas.Repay + gas.FlashLoan))),
        ];
    }

    private static IEnumerable<Remedy> Largest(IEnumerable<Remedy> remedies) => remedies.OrderByDescending(r => r.Most).Take(PerKind);

    private static double Dollars(PriceBook prices, TokenSymbol asset, TokenAmount amount) => (double)(prices.Worth(asset, amount) ?? Usd.Zero).Amount;

    private static Remedy Plain(RemedyKind kind, TokenSymbol from, TokenSymbol into, double most, double weight, double loss, int units) =>
        new(kind, from, into, most, weight, loss, 0, 0, null, units);

    private Remedy Sale(RemedyKind kind, TokenSymbol from, TokenSymbol? into, double most, double weight, double loss, int units)
    {
        var market = markets.GetValueOrDefault(from);
        var spread = ExitCosts.Fraction(Usd.Zero, market, assumptions);
        var slope = Math.Max(0, ExitCosts.Fraction(new(1), market, assumptions) - spread);
        return new(kind, from, into, most, weight, loss, spread, slope, market, units);
    }

    /// <summary>The collateral with the highest threshold above that of another one, of equals a stablecoin.</summary>
    private SuppliedAsset? Better(SuppliedAsset than) => _collateral
        .Where(s => Threshold(s) > Threshold(than))
        .OrderByDescending(Threshold)
        .ThenByDescending(s => markets.GetValueOrDefault(s.Asset) is { IsStablecoin: true })
        .FirstOrDefault();

    private double Worth(TokenBalance balance) => Dollars(prices, balance.Asset, balance.Amount);

    private double Worth(SuppliedAsset supplied) => Dollars(prices, supplied.Asset, supplied.Amount);

    private double Threshold(SuppliedAsset supplied) => position.TermsOf(supplied).LiquidationThreshold.Value / (double)PartsPerMillion.Whole;
}
