using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using LiquidityRisk.Domain.CashMarket.Accounts;
using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Domain.Tests;
using LiquidityRisk.Units;
using static LiquidityRisk.Domain.CashMarket.Liquidity.Tests.Makers;

namespace LiquidityRisk.Domain.CashMarket.Liquidity.Tests;

public class LiquidityPlannerPropertyTests
{
    /// <summary>Up to fifteen makers of each type, poor, rich and equal ones, in markets from cents to thousands of euros, some coarse.</summary>
    private static readonly Gen<Case> Cases =
        from price in Gen.Elements(40, 300, 7_237, 250_000)
        from width in Gen.Elements(1, 2, 3, price / 40)
        from providers in Balances(price)
        from holders in Balances(price)
        from bidPart in Gen.Choose(0, 1_200)
        from askPart in Gen.Choose(0, 1_200)
        from quotes in Gen.Choose(-300, 300).ListOf().Resize(4)
        from skew in Gen.Choose(-250, 250)
        from shuffle in Gen.Choose(0, 1_000_000)
        select new Case(price, width, [.. providers], [.. holders], bidPart, askPart, [.. quotes], skew, shuffle);

    private static readonly Population<Planned> Plans = new(Cases.Select(c => new Planned(c, c.Preview())));

    private static Gen<long[]> Balances(int price) =>
        from scale in Gen.Elements(2, 300, 20_000)
        from lots in Gen.Choose(0, scale).ListOf().Resize(15)
        from equal in Gen.Choose(0, 3)
        from odd in Gen.Choose(0, price)
        select lots.Select((q, i) => equal > 0 && i > 0 && i % equal == 0 ? (long)scale * price : ((long)q * price) + odd).ToArray();

    [Fact]
    public void More_than_ten_thousand_populations_share_a_side_and_many_lack_something()
    {
        var sides = Plans.All.SelectMany(p => p.Sides).ToList();

        Assert.True(sides.Count > 10_000, $"{sides.Count}");
        Assert.True(sides.Count(s => s.Capped.Any()) > 5_000);
        Assert.True(Plans.All.Count(p => !p.Preview.MissingAssets.IsEmpty) > 1_000);
    }

    [Fact]
    public void Totals_come_within_a_lot_of_the_target_and_never_above() => Holds(p => p.Sides.All(s =>
        s.Remainder.Amount >= 0
        && (s.Remainder.Amount < CheapestOf(s)
            || s.Makers.All(m => s.Side == OrderSide.Buy && m.Available.Value - m.Placed.Value < CheapestOf(s)))));

    [Fact]
    public void Nobody_exceeds_its_balance_and_the_parts_make_the_whole() => Holds(p => p.Sides.All(s =>
        s.Makers.All(m => m.Placed.Value <= m.Available.Value && m.Placed.Value == UsedBy(m.Orders) && m.Share.Value <= m.Available.Value)
        && s.Makers.Sum(m => m.Share.Value) == s.Required.Value
        && s.Placed.Amount == s.Orders.Sum(o => o.Value.Amount)
        && s.Quantity.Value == s.Orders.Sum(o => o.Quantity.Value)
        && s.Levels.Select((l, j) => l.Quantity.Value == s.Orders.Where(o => o.Level == j).Sum(o => o.Quantity.Value)).All(same => same)));

    [Fact]
    public void Shares_are_within_five_percent_unless_capped() => Holds(p => p.Sides.All(s =>
    {
        var uncapped = s.Makers.Where(m => !m.IsCapped && m.Available.Value - m.Placed.Value >= DearestOf(s)).Select(m => m.Placed.Value).ToArray();
        var (low, high) = (uncapped.DefaultIfEmpty(0).Min(), uncapped.DefaultIfEmpty(0).Max());
        return high - low <= DearestOf(s) && (high < 40 * DearestOf(s) || low >= 0.95m * high);
    }));

    [Fact]
    public void No_lot_moved_helps_the_worst_off() => Holds(p => p.Sides.All(s =>
        s.Fairness.Certificate.Holds
        && s.Fairness.JainIndex > 0 && s.Fairness.JainIndex <= 1 + 1e-12
        && DearestOf(s) is var lot
        && s.Makers.Where(m => m.Available.Value - m.Placed.Value >= lot).Select(m => m.Placed.Value).DefaultIfEmpty(decimal.MaxValue).Min()
            >= s.Makers.Max(m => m.Placed.Value) - lot));

    [Fact]
    public void Larger_balances_never_get_less() => Holds(p => p.Sides.All(s =>
        s.Makers.OrderBy(m => m.Available.Value).ThenBy(m => m.Placed.Value).Select(m => m.Placed.Value).ToArray() is var placed
        && placed.Zip(placed.Skip(1)).All(m => m.First <= m.Second)
        && s.Makers.OrderBy(m => m.Available.Value).ThenBy(m => m.Share.Value).Select(m => m.Share.Value).ToArray() is var shares
        && shares.Zip(shares.Skip(1)).All(m => m.First <= m.Second)));

    [Fact]
    public void Levels_keep_their_parts_of_the_volume() => Holds(p => p.Sides.All(s => s.Remainder.Amount >= CheapestOf(s) || s.Levels.All(l =>
        Math.Abs(l.Value.Amount - (s.Target.Amount * l.Price.Rule.Share.Value / 1_000_000m)) <= s.Makers.Length * DearestPrice(s))));

    [Fact]
    public void Prices_are_near_their_targets_or_reported() => Holds(p => p.Sides.All(s => s.Levels.All(l =>
    {
        var distance = l.Price.Rule.Distance.Value / 1_000_000m * (s.Side == OrderSide.Buy ? -1 : 1);
        var target = p.Preview.Reference!.Value.Price.Euros * (1 + distance);
        var notice = s.Side == OrderSide.Buy ? PlanNotice.CoarseBidTick : PlanNotice.CoarseAskTick;
        return Math.Abs(l.Price.Price.Euros - target) <= 0.001m * target || p.Preview.Notices.Contains(notice);
    })));

    [Fact]
    public void A_plan_crosses_neither_the_book_nor_itself() => Holds(p =>
        p.Preview.Conduct.All(f => f.Rule != ConductRule.SelfCross)
        && !p.Preview.After.IsCrossed
        && p.Preview.Orders.All(o => o.Side == OrderSide.Buy ? p.Book.Asks.All(a => o.Price < a.Price) : p.Book.Bids.All(b => o.Price > b.Price))
        && (p.Preview is not { Bid: { } bid, Ask: { } ask } || bid.Orders.Max(o => o.Price) < ask.Orders.Min(o => o.Price)));

    [Fact]
    public void The_matching_engine_takes_the_whole_plan_and_nothing_trades() => Holds(p =>
    {
        var orders = p.Preview.Orders.Select((o, i) => new NewOrder(new(1_000 + i), o.Account, o.Owner, o.Side, o.Price, o.Quantity)).ToImmutableArray();
        var engine = MatchingEngine.Restore(new MatchingRules(SelfTradePolicy.CancelNewest, 1), new(0, default, p.Book.Bids, p.Book.Asks, []));
        return orders.IsEmpty || (
            engine.Apply(new PlaceOrders(new(Id(1)), orders), new MarketEventList()) == CommandOutcome.Applied
            && engine.LastTrade == default
            && new BookSpread(engine.BestBid, engine.BestAsk) == p.Preview.After);
    });

    [Fact]
    public void The_order_of_makers_does_not_matter() => Holds(p =>
    {
        var other = p.Case.Preview(shuffled: true);
        return other.Inputs == p.Preview.Inputs && other.Orders.SequenceEqual(p.Preview.Orders) && other.Refusals.SequenceEqual(p.Preview.Refusals);
    });

    [Fact]
    public void What_is_lacking_is_exactly_what_helps() => Holds(p => p.Preview.MissingAssets.All(missing =>
        missing.Shortfall.Value > 0
        && p.Case.Funded(missing).MissingAssets.All(m => m.AssetType != missing.AssetType)
        && p.Preview.SuggestedActions.OfType<ReduceAmount>().Where(r => AccountKindRules.TypeFor(r.Side).QuotesWith(Eua) == missing.AssetType).All(r =>
            (r.Side == OrderSide.Buy
                ? p.Case.Asking(r.Amount, Eur(0)).Bid
                : p.Case.Asking(Eur(0), r.Amount).Ask) is { } plan && plan.Placed == r.Creates)));

    private static void Holds(Func<Planned, bool> law) => Plans.Holds(law);

    private static decimal DearestPrice(SidePlan side) => side.Levels.Max(l => l.Price.Price).Euros;

    private static decimal CheapestOf(SidePlan side) => side.Levels.Min(l => l.Price.Price).Euros;

    /// <summary>What one lot more needs at most, in what the makers quote with.</summary>
    private static decimal DearestOf(SidePlan side) => side.Side == OrderSide.Buy ? DearestPrice(side) : 1;

    private static decimal UsedBy(IEnumerable<PlannedOrder> orders) =>
        orders.Sum(o => o.Side == OrderSide.Buy ? o.Value.Amount : o.Quantity.Value);

    private sealed record Planned(Case Case, LiquidityPreview Preview)
    {
        public BookView Book { get; } = Case.Book;

        public IEnumerable<SidePlan> Sides => new[] { Preview.Bid, Preview.Ask }.OfType<SidePlan>();

        public override string ToString() => $"{Case}, providers {string.Join(", ", Case.Providers)}, holders {string.Join(", ", Case.Holders)}";
    }

    private sealed record Case(int Price, int Width, long[] Providers, long[] Holders, int BidPart, int AskPart, int[] Quotes, int Skew, int Shuffle)
    {
        /// <summary>Strangers on both sides, and makers' quotes around a price of their own between them.</summary>
        public BookView Book
        {
            get
            {
                var centre = Math.Clamp(Price + (Width / 2) + (Skew * Price / 20_000), Price, Price + Width);
                var bids = Quotes.Where(q => q < 0).Select((q, i) => Order(10 + i, OrderSide.Buy, Math.Max(1, centre + (q * Price / 20_000) - 1), 1));
                var asks = Quotes.Where(q => q > 0).Select((q, i) => Order(20 + i, OrderSide.Sell, centre + (q * Price / 20_000) + 1, 101));
                return new(
                    Eua,
                    [.. bids.Append(Order(1, OrderSide.Buy, Price)).OrderByDescending(o => o.Price)],
                    [.. asks.Append(Order(2, OrderSide.Sell, Price + Width)).OrderBy(o => o.Price)],
                    null,
                    Now);
            }
        }

        private LiquidityMaker[] All =>
            [.. Providers.Select((b, i) => Provider(1 + i, b / 100m)), .. Holders.Select((b, i) => Holder(101 + i, b / Price))];

        private LiquidityRequest Wanted => Request(
            decimal.Floor(Providers.Sum() * (decimal)BidPart / 1_000) / 100,
            decimal.Floor(Holders.Sum(b => b / Price) * Price * (decimal)AskPart / 1_000) / 100);

        public LiquidityPreview Preview(bool shuffled = false) =>
            Makers.Preview(Wanted, Book, shuffled ? [.. All.OrderBy(m => HashCode.Combine(m.Account, Shuffle))] : All);

        public LiquidityPreview Asking(Money bid, Money ask) => Makers.Preview(new(Eua, bid, ask), Book, All);

        public LiquidityPreview Funded(AssetShortfall missing) => Makers.Preview(
            Wanted,
            Book,
            [.. All, missing.AssetType == Asset.Eur ? Provider(500, missing.Shortfall.Value) : Holder(500, (long)missing.Shortfall.Value)]);
    }
}
