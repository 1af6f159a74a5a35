using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Quoting;

/// <summary>
/// Orders of several levels from a model's bid and ask, on the venue's ticks and lots.
/// <code>
/// c = (bid + ask)/2 − skew·q        h = max( (ask − bid)/2·v + fee·c, minimum spread/2 )
/// bid level i: ⌊(c − h − i·step)/tick⌋      ask level i: ⌈(c + h + i·step)/tick⌉      bid &lt; ask always
/// size of a bid: Size·min(1, 1 − q/Qmax), in whole lots down, together at most Qmax − q; of an ask: the same with −q
/// </code>
/// v: present volatility over the one that the quotes were made with; q: inventory in units. The term fee·c makes a round trip earn the model's spread
/// after fees: ask·(1 − fee) − bid·(1 + fee) = (ask − bid)·v before rounding; a rebate narrows. Rounding is away from the mid, bids down and asks up;
/// a price within 1e-9 ticks (or 1e-15 of itself) of a tick is on it. Should both sides meet on one tick, the side that would add to the inventory steps back.
/// Given the book's best prices, no order crosses them (post only). Levels at prices not above 0 or without a whole lot are left out.
/// Source: none; the arithmetic is exact by definition. Valid for prices below 2⁵² ticks.
/// </summary>
public static class QuoteLadder
{
    private const double Slack = 1e-9;
    private const double Rounding = 1e-15;
    private const double MostTicks = 4_503_599_627_370_496;

    /// <summary>The orders.</summary>
    /// <param name="quotes">The model's bid and ask, finite; a missing side gives no orders on that side and mirrors the other about the mid.</param>
    /// <param name="mid">Mid price, finite; used when a side is missing.</param>
    /// <param name="inventory">q, in units of the instrument (lots of the model times their size).</param>
    /// <param name="settings">The venue's and the dealer's rules.</param>
    /// <param name="volatilityRatio">v, not negative; 1 leaves the quotes as they are.</param>
    /// <param name="bestBid">Best bid of others; null when there is none or crossing is allowed.</param>
    /// <param name="bestAsk">Best ask of others; null when there is none or crossing is allowed.</param>
    /// <exception cref="ArgumentException">A number is not finite or out of its range, or the ask is below the bid.</exception>
    public static QuoteLevels Of(
        QuotePair quotes,
        double mid,
        Inventory inventory,
        LadderSettings settings,
        double volatilityRatio = 1,
        double? bestBid = null,
        double? bestAsk = null)
    {
        Check(settings, mid, volatilityRatio);
        var (centre, half) = Around(quotes, mid, inventory, settings, volatilityRatio);
        var bid = Ticks(Down((centre - half) / settings.Tick));
        var ask = Ticks(Up((centre + half) / settings.Tick));
        if (bestAsk is { } offered) bid = Math.Min(bid, Ticks(Up(offered / settings.Tick)) - 1);
        if (bestBid is { } wanted) ask = Math.Max(ask, Ticks(Down(wanted / settings.Tick)) + 1);
        if (bid == ask && inventory.Lots >= 0) bid--;
        else if (bid == ask) ask++;

        var step = Math.Max(1, Ticks(Up(settings.LevelStep / settings.Tick)));
        return new(
            quotes.Bid is null ? [] : Side(bid, -step, inventory.Lots, settings),
            quotes.Ask is null ? [] : Side(ask, step, -inventory.Lots, settings));
    }

    private static (double Centre, double Half) Around(
        QuotePair quotes, double mid, Inventory inventory, LadderSettings settings, double volatilityRatio)
    {
        var bid = quotes.Bid ?? ((2 * mid) - (quotes.Ask ?? mid));
        var ask = quotes.Ask ?? ((2 * mid) - bid);
        Inputs.CheckFinite(bid, nameof(quotes));
        Inputs.CheckFinite(ask, nameof(quotes));
        if (ask < bid && quotes is { Bid: not null, Ask: not null }) throw new ArgumentException("The ask is not below the bid.", nameof(quotes));
        var centre = ((bid + ask) / 2) - (settings.InventorySkew * inventory.Lots);
        var half = (Math.Max(0, ask - bid) / 2 * volatilityRatio) + (settings.MakerFee * centre);
        return (centre, Math.Max(half, settings.MinimumSpread / 2));
    }

    private static List<QuoteLevel> Side(long ticks, long step, double held, LadderSettings settings)
    {
        var levels = new List<QuoteLevel>(settings.Levels);
        var room = settings.MaximumInventory - held;
        var wanted = settings.Size * Math.Min(1, room / settings.MaximumInventory);
        for (var i = 0; i < settings.Levels; i++, ticks += step)
        {
            var size = Down(Math.Min(wanted, room) / settings.Lot) * settings.Lot;
            if (!(size > 0)) break;
            if (ticks <= 0) continue;
            levels.Add(new(ticks, ticks * settings.Tick, size));
            room -= size;
        }

        return levels;
    }

    // A quotient that misses a whole number by no more than its rounding, or by 1e-9, is that number.
    private static double Down(double steps) => Math.Floor(steps + Math.Max(Slack, Math.Abs(steps) * Rounding));

    private static double Up(double steps) => -Down(-steps);

    private static long Ticks(double ticks) => Math.Abs(ticks) < MostTicks
        ? (long)ticks
        : throw new ArgumentException("A price is below 2^52 ticks.", nameof(ticks));

    private static void Check(LadderSettings settings, double mid, double volatilityRatio)
    {
        Inputs.CheckPositive(settings.Tick, nameof(settings));
        Inputs.CheckPositive(settings.Lot, nameof(settings));
        Inputs.CheckNotNegative(settings.Size, nameof(settings));
        Inputs.CheckPositive(settings.MaximumInventory, nameof(settings));
        Inputs.CheckNotNegative(settings.LevelStep, nameof(settings));
        Inputs.CheckNotNegative(settings.MinimumSpread, nameof(settings));
        Inputs.CheckNotNegative(settings.InventorySkew, nameof(settings));
        if (!(Math.Abs(settings.MakerFee) <= 1)) throw new ArgumentOutOfRangeException(nameof(settings), settings.MakerFee, "A fee lies within ±1.");
        if (settings.Levels is < 1 or > 1_000) throw new ArgumentOutOfRangeException(nameof(settings), settings.Levels, "Levels are 1 to 1000.");
        Inputs.CheckFinite(mid, nameof(mid));
        Inputs.CheckNotNegative(volatilityRatio, nameof(volatilityRatio));
    }
}
