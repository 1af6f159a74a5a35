using LiquidityRisk.Domain.Wallets.Model;
using LiquidityRisk.Local.Simulator.Replay;
using LiquidityRisk.Quant.Volatility;

namespace LiquidityRisk.Local.Simulator.Evidence;

/// <summary>
/// Real accounts along real prices: each account of <c>aave_positions.csv</c> is opened every <see cref="EpisodeDays"/> days with the health
/// factor and the shares of ether that it had, moves with the closes of <c>crypto_daily_close.csv</c>, and ends when its health factor is
/// below 1 at a close. What is not ether in collateral or debt stands still. Nothing is repaid or added meanwhile.
/// </summary>
internal static class LiquidationStudy
{
    /// <summary>Days from one opening of an account to the next.</summary>
    public const int EpisodeDays = 60;

    private const int SampleEvery = 15;
    private const int History = 30;
    private const double HighestHealth = 3;
    private const double LeastDebt = 100;
    private static readonly double EtherThen = 1_719.57;

    /// <summary>Samples of all accounts, oldest first.</summary>
    /// <param name="folder">Where the files are.</param>
    public static IReadOnlyList<LabelledSample> Read(string folder)
    {
        var days = CsvRows.Read(Path.Combine(folder, "crypto_daily_close.csv"), r => new Day(r.Date("date")!.Value, (double)r.Number("ETH")!.Value, (double)r.Number("BTC")!.Value));
        var market = new Market(days);
        var accounts = CsvRows.Read(Path.Combine(folder, "aave_positions.csv"), r =>
        {
            var (unit, ether) = (r.Text("unit") == "ETH" ? EtherThen : 1, r.Text("unit") == "ETH" ? 1 : 1_941.0545546824756);
            var (collateral, debt) = ((double)r.Number("collateral")!.Value, (double)r.Number("debt")!.Value);
            return new Account(
                collateral * unit,
                debt * unit,
                (double)r.Number("health_factor")!.Value,
                Math.Min(1, (double)r.Number("steth_collateral_tokens")!.Value * ether / collateral),
                debt == 0 ? 0 : Math.Min(1, (double)r.Number("eth_debt_tokens")!.Value * (unit == 1 ? EtherThen : 1) / debt));
        });
        return
        [
            .. accounts.Where(a => a.Health is >= 1 and <= HighestHealth && a.Debt >= LeastDebt)
                .SelectMany((account, i) => Samples(account, i, market))
                .OrderBy(s => s.At),
        ];
    }

    private static IEnumerable<LabelledSample> Samples(Account account, int index, Market market)
    {
        var breaches = 0;
        for (var opening = History + (index % EpisodeDays); opening + EpisodeDays < market.Count; opening += EpisodeDays)
        {
            // Outcomes reach a week beyond the last day that is sampled, so the account goes on for so long.
            double[] path = [.. Enumerable.Range(0, EpisodeDays).Select(d => account.HealthAt(market.Ether(opening + d) / market.Ether(opening)))];
            var end = Array.FindIndex(path, h => h < 1);
            for (var d = index % SampleEvery; d + 7 < path.Length && (end < 0 || d < end); d += SampleEvery)
                yield return new(
                    market.Evening(opening + d),
                    account.Features(market, opening, opening + d, breaches),
                    path[d + 1] < 1,
                    path.AsSpan(d + 1, 7).ContainsAnyInRange(0, Math.BitDecrement(1.0)));
            if (end >= 0) breaches++;
        }
    }

    private readonly record struct Day(DateOnly Date, double Ether, double Bitcoin);

    /// <summary>Closes, and what is made of them.</summary>
    private sealed class Market(IReadOnlyList<Day> days)
    {
        public int Count => days.Count;

        public double Ether(int day) => days[day].Ether;

        public DateTimeOffset Evening(int day) => new(days[day].Date.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);

        public double EtherReturn(int day) => (days[day].Ether / days[day - 1].Ether) - 1;

        public double BitcoinReturn(int day) => (days[day].Bitcoin / days[day - 1].Bitcoin) - 1;

        public double Volatility(int day, int window) =>
            CloseToCloseVolatility.OfReturns([.. Enumerable.Range(day - window + 1, window).Select(EtherReturn)], periodsPerYear: 1);
    }

    /// <summary>An account as it was when it was read: dollars, and the shares of ether in collateral and debt.</summary>
    private sealed record Account(double Collateral, double Debt, double Health, double EtherCollateral, double EtherDebt)
    {
        public double HealthAt(double move) => Health * Scale(EtherCollateral, move) / Scale(EtherDebt, move);

        /// <summary>As <see cref="LiquidationFeatures.Names"/>; liquidity, gas and the mood of the market are not known.</summary>
        public double?[] Features(Market market, int opening, int day, int breaches)
        {
            var move = market.Ether(day) / market.Ether(opening);
            var (assets, owed) = (Collateral * Scale(EtherCollateral, move), Debt * Scale(EtherDebt, move));
            var (inAssets, inDebt) = (Share(EtherCollateral, move), Share(EtherDebt, move));
            return
            [
                assets / owed / 1.2,
                HealthAt(move),
                assets,
                owed,
                inAssets * market.Volatility(day, 7),
                null,
                (inAssets * inAssets) + ((1 - inAssets) * (1 - inAssets)),
                null,
                null,
                market.BitcoinReturn(day),
                market.EtherReturn(day),
                Math.Abs(inAssets - inDebt) * market.Volatility(day, History),
                breaches,
            ];
        }

        private static double Scale(double ether, double move) => (ether * move) + 1 - ether;

        private static double Share(double ether, double move) => ether * move / Scale(ether, move);
    }
}
