namespace LiquidityRisk.Local.Simulator.Wallets;

/// <summary>
/// How well loans are covered when they are made: quantiles of the health factors in aave_positions.csv (June 2023), of the 61 accounts in the
/// efficiency mode of ether and of the 817 others. Sizes are lognormal with the moments of the same file.
/// </summary>
internal static class HealthQuantiles
{
    /// <summary>Mean and standard deviation of the logarithm of an account's collateral in dollars on Aave v2.</summary>
    public static readonly (double Mean, double Deviation) SizeOnV2 = (9.884, 3.104);

    /// <summary>The same on Aave v3.</summary>
    public static readonly (double Mean, double Deviation) SizeOnV3 = (11.415, 2.607);

    private static readonly double[] Shares = [0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 1];

    private static readonly double[] Ordinary =
        [1.02, 1.055, 1.079, 1.165, 1.233, 1.377, 1.553, 1.733, 2.007, 2.276, 2.766, 3.423, 4.659, 7.284, 14.656, 40];

    private static readonly double[] InMode =
        [1.032, 1.034, 1.035, 1.040, 1.052, 1.074, 1.101, 1.120, 1.131, 1.166, 1.202, 1.272, 1.494, 2.231, 2.576, 2.775];

    /// <summary>The health factor below which a share of the loans is.</summary>
    /// <param name="share">From 0 to 1.</param>
    /// <param name="inMode">Whether staked ether secures ether.</param>
    public static double At(double share, bool inMode)
    {
        var factors = inMode ? InMode : Ordinary;
        var next = 1;
        while (next < Shares.Length - 1 && Shares[next] < share) next++;
        var within = (share - Shares[next - 1]) / (Shares[next] - Shares[next - 1]);
        return factors[next - 1] + (within * (factors[next] - factors[next - 1]));
    }
}
