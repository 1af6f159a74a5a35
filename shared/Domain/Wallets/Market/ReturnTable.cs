using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Market;

/// <summary>Daily returns of tokens on the same days, oldest first. A return that is not known is NaN.</summary>
public sealed class ReturnTable
{
    private readonly IReadOnlyDictionary<TokenSymbol, double[]> _returns;

    private ReturnTable(DateOnly lastDay, int days, IReadOnlyDictionary<TokenSymbol, double[]> returns) =>
        (LastDay, Days, _returns) = (lastDay, days, returns);

    /// <summary>No history at all.</summary>
    public static ReturnTable Empty { get; } = new(DateOnly.MinValue, 0, new Dictionary<TokenSymbol, double[]>());

    /// <summary>The newest day.</summary>
    public DateOnly LastDay { get; }

    /// <summary>How many days there are.</summary>
    public int Days { get; }

    /// <summary>The tokens that have any return.</summary>
    public IEnumerable<TokenSymbol> Tokens => _returns.Keys;

    /// <summary>A token's returns, one per day, as fractions; empty when nothing is known of it.</summary>
    public ReadOnlySpan<double> Of(TokenSymbol token) => _returns.GetValueOrDefault(token);

    /// <summary>Makes returns of daily closes: p(d)/p(d − 1) − 1 where both days are known.</summary>
    /// <param name="closes">Each token's closes in any order; of two for one day the later one counts.</param>
    /// <param name="days">How many days at most, up to the newest one of all, at least 1.</param>
    public static ReturnTable Of(IReadOnlyDictionary<TokenSymbol, IReadOnlyList<DayPrice>> closes, int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        var newest = closes.Values.SelectMany(c => c).Select(c => c.Day).DefaultIfEmpty(DateOnly.MinValue).Max();
        var returns = new Dictionary<TokenSymbol, double[]>(closes.Count);
        foreach (var (token, prices) in closes)
            if (Returns(prices, newest, days) is { } series) returns[token] = series;
        return returns.Count == 0 ? Empty : new(newest, days, returns);
    }

    private static double[]? Returns(IReadOnlyList<DayPrice> prices, DateOnly newest, int days)
    {
        var levels = new double[days + 1];
        Array.Fill(levels, double.NaN);
        foreach (var close in prices)
        {
            var back = newest.DayNumber - close.Day.DayNumber;
            if (back <= days) levels[days - back] = (double)close.Price.Value;
        }

        var series = new double[days];
        var known = false;
        for (var i = 0; i < days; i++)
        {
            series[i] = (levels[i + 1] / levels[i]) - 1;
            known |= double.IsFinite(series[i]);
        }

        return known ? series : null;
    }
}

/// <summary>A token's price at the end of a UTC day.</summary>
/// <param name="Day">Which day.</param>
/// <param name="Price">The price.</param>
public readonly record struct DayPrice(DateOnly Day, UsdPrice Price);
