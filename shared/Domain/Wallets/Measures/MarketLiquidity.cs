using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Measures;

/// <summary>How long it would take to sell what a wallet owns without moving the markets much.</summary>
/// <param name="DaysToSell">Days of selling at a tenth of the traded volume until the slowest token is gone; null when no volume is known.</param>
/// <param name="Component">0 (sold at once) to 100 (a day or more, or hardly traded), weighted by value; null when no volume is known.</param>
/// <param name="Thin">Tokens with a daily volume below the limit.</param>
/// <param name="Coverage">Share of the assets whose volume is known.</param>
public sealed record MarketLiquidity(double? DaysToSell, double? Component, IReadOnlyList<TokenSymbol> Thin, Weight Coverage)
{
    private const double Participation = 0.1;

    /// <summary>The liquidity of a wallet's assets.</summary>
    /// <param name="exposures">What it owns.</param>
    /// <param name="view">The market.</param>
    /// <param name="thinVolume">Daily volume below which a token is hardly traded.</param>
    public static MarketLiquidity Of(WalletExposures exposures, MarketView view, Usd thinVolume)
    {
        var (sum, known, slowest) = (0.0, 0.0, 0.0);
        var thin = new List<TokenSymbol>();
        foreach (var token in exposures.Tokens)
        {
            if (token.Assets <= Usd.Zero || view.Of(token.Token)?.DailyVolume is not { } volume) continue;
            var dollars = (double)token.Assets.Amount;
            var days = volume > Usd.Zero ? dollars / (Participation * (double)volume.Amount) : double.PositiveInfinity;
            if (volume < thinVolume) thin.Add(token.Token);
            known += dollars;
            sum += dollars * (volume < thinVolume ? 1 : Math.Min(1, days));
            slowest = Math.Max(slowest, days);
        }

        if (known == 0) return new(null, null, thin, default);
        var all = (double)exposures.Assets.Amount;
        return new(double.IsFinite(slowest) ? slowest : null, 100 * sum / known, thin, new Weight(Math.Min(1, known / all)));
    }
}
