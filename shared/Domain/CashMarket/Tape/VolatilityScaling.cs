using System.Collections.Immutable;
using LiquidityRisk.Quant.Volatility;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Tape;

/// <summary>Widens spread levels when a market is more volatile than usual and narrows them when it is calmer.</summary>
/// <remarks>
/// <code>
/// σ = √( D/T · Σ r²ᵢ ),   rᵢ = ln(cᵢ / cᵢ₋₁),   factor = σ(24 hours of minutes) / σ(30 days of hours), within 0.5 and 4
/// </code>
/// c: closes of consecutive traded minutes or hours, stretches without trades left out; T: time from the first to the last of them;
/// D: one day. A return over a gap carries the variance of the gap, so the sum over T needs no correction for gaps. Realised
/// volatility after T. Andersen, T. Bollerslev, F. Diebold, P. Labys (2003), Modeling and forecasting realized volatility, Econometrica 71.
/// The 30 days include the 24 hours. Closes that jump between bid and ask bias minutes upwards more than hours.
/// </remarks>
public static class VolatilityScaling
{
    /// <summary>Levels come at most to half as near.</summary>
    public const double LeastFactor = 0.5;

    /// <summary>Levels go at most four times as far.</summary>
    public const double GreatestFactor = 4;

    /// <summary>Returns that either window needs.</summary>
    public const int LeastReturns = 30;

    /// <summary>Furthest level: 10 % from the reference.</summary>
    public static PartsPerMillion Furthest { get; } = new(100_000);

    /// <summary>How volatile a market is compared with usual.</summary>
    /// <param name="tape">The market's past.</param>
    /// <param name="now">When it is asked; not before the tape's last entry, which is used instead.</param>
    public static VolatilityReading Read(MarketTape tape, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(tape);
        var at = now > tape.At ? now.ToUniversalTime() : tape.At;
        var (day, month) = (CandleSeries.StartOf(at, TimeSpan.FromMinutes(1), 24 * 60), CandleSeries.StartOf(at, TimeSpan.FromHours(1), 30 * 24));
        var (current, minutes) = Realised(tape.SeriesOf(CandleInterval.Minute).Since(day));
        var (baseline, hourly) = Realised(tape.SeriesOf(CandleInterval.Hour).Since(month));
        VolatilityFallback? fallback = minutes < LeastReturns ? VolatilityFallback.TooFewMinutes
            : hourly < LeastReturns ? VolatilityFallback.TooFewHours
            : baseline is not > 0 ? VolatilityFallback.NoMovement
            : null;
        var factor = fallback is null ? Math.Clamp(current!.Value / baseline!.Value, LeastFactor, GreatestFactor) : 1;
        return new(at, factor, current, baseline, minutes, hourly, fallback);
    }

    /// <summary>
    /// The levels at scaled distances, rounded to parts per million: each further than the one before, the first at least 1 ppm and the
    /// last at most <see cref="Furthest"/> away. Shares stay.
    /// </summary>
    /// <param name="levels">Nearest first, each further than the one before, above 0 and at most <see cref="Furthest"/>.</param>
    /// <param name="factor">Finite and above 0; usually <see cref="VolatilityReading.Factor"/>.</param>
    /// <exception cref="ArgumentException">The levels are not like that.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The factor is not like that.</exception>
    public static ImmutableArray<(PartsPerMillion Distance, PartsPerMillion Share)> Scale(
        IReadOnlyList<(PartsPerMillion Distance, PartsPerMillion Share)> levels, double factor)
    {
        ArgumentNullException.ThrowIfNull(levels);
        if (!(factor > 0 && double.IsFinite(factor))) throw new ArgumentOutOfRangeException(nameof(factor), factor, "A factor is finite and above 0.");
        var distances = new int[levels.Count];
        var (before, scaled) = (0, 0);
        for (var i = 0; i < distances.Length; i++)
        {
            var distance = levels[i].Distance.Value;
            if (distance <= before || distance > Furthest.Value)
                throw new ArgumentException("Each level is further than the one before, above 0 and at most 10 % from the reference.", nameof(levels));
            before = distance;
            scaled = Math.Max(scaled + 1, (int)Math.Min(Furthest.Value, Math.Round(distance * factor, MidpointRounding.AwayFromZero)));
            distances[i] = scaled;
        }

        var furthest = Furthest.Value;
        for (var i = distances.Length - 1; i >= 0 && distances[i] > furthest; i--) distances[i] = furthest--;
        return [.. levels.Select((level, i) => (new PartsPerMillion(distances[i]), level.Share))];
    }

    private static (double? Volatility, int Returns) Realised(IEnumerable<Candle> candles)
    {
        var returns = new List<double>();
        Candle? first = null, last = null;
        foreach (var candle in candles)
        {
            if (last is { } before) returns.Add(Math.Log(candle.Close.Value / (double)before.Close.Value));
            first ??= candle;
            last = candle;
        }

        if (returns.Count == 0) return (null, 0);
        var observed = last!.Value.Start - first!.Value.Start;
        return (RealisedVolatility.Of(returns.ToArray(), TimeSpan.FromDays(1) / observed), returns.Count);
    }
}
