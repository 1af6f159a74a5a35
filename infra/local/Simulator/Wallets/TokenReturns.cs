namespace LiquidityRisk.Local.Simulator.Wallets;

/// <summary>
/// How tokens move from day to day: one common factor of variance 1 and a risk of their own, each GARCH(1,1) with Student-t shocks. The loadings
/// minimise the squared errors of the ten correlations (minres, H. Harman and W. Jones, Psychometrika 31, 1966) of the daily log-returns of BTC,
/// ETH, LINK, UNI and AAVE in crypto_daily_close.csv from 2 January 2023 to 31 December 2024, 730 days; they miss none of them by more than 0.10.
/// Variances and tails are the likeliest ones of the factor's regression scores and of what they leave (scipy). Tests compute moments anew.
/// </summary>
/// <remarks>
/// Levels are drawn back by 0.4 % a day, which a year of returns hardly shows: without it prices would be anywhere after years. The deviations
/// from parity of stablecoins, staked ether and pool shares are assumptions; no file tells them.
/// </remarks>
internal static class TokenReturns
{
    private const double Reversion = 0.004;

    /// <summary>The common factor.</summary>
    public static ShockModel Factor { get; } = new(1, 0.0334, 0.9435, 4.74, Reversion);

    /// <summary>Bitcoin.</summary>
    public static TokenRisk Bitcoin { get; } = new(0.0199, new(0.01564, 0.1012, 0.8196, 4.39, Reversion));

    /// <summary>Ether.</summary>
    public static TokenRisk Ether { get; } = new(0.02661, new(0.01235, 0.1615, 0.6596, 3.83, Reversion));

    /// <summary>Chainlink.</summary>
    public static TokenRisk Chainlink { get; } = new(0.03298, new(0.02759, 0.1094, 0.8297, 3.84, Reversion));

    /// <summary>Uniswap; also what stands in for tokens that have no file.</summary>
    public static TokenRisk Uniswap { get; } = new(0.03628, new(0.03138, 0.1793, 0.7665, 3.55, Reversion));

    /// <summary>Aave.</summary>
    public static TokenRisk Aave { get; } = new(0.03604, new(0.02752, 0.1158, 0.8526, 4.47, Reversion));

    /// <summary>A stablecoin about its dollar: 4 basis points a day, soon mended.</summary>
    public static TokenRisk Stablecoin { get; } = new(0, new(0.0004, 0.1, 0.6, 4, 0.3));

    /// <summary>Staked ether or a pool's share about what it stands for: 6 basis points a day.</summary>
    public static TokenRisk Discount { get; } = new(0, new(0.0006, 0.1, 0.6, 4, 0.15));

    /// <summary>A wrapped token that is exactly what it stands for.</summary>
    public static TokenRisk None { get; } = new(0, new(0, 0, 0, 4, 0));
}

/// <summary>How one token's logarithm of price moves.</summary>
/// <param name="Loading">For one unit of the common factor.</param>
/// <param name="Own">Its own risk.</param>
internal sealed record TokenRisk(double Loading, ShockModel Own);
