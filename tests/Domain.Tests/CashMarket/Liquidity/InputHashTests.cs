using System.Collections.Immutable;
using LiquidityRisk.Domain.CashMarket.Accounts;
using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Units;
using static LiquidityRisk.Domain.CashMarket.Liquidity.Tests.Makers;

namespace LiquidityRisk.Domain.CashMarket.Liquidity.Tests;

public class InputHashTests
{
    private static readonly Inputs Basis = new(
        Request(1_000, 2_000),
        [Provider(1, 100), Holder(2, 50)],
        Book(7_236, 7_238, new(new(7_200), Now)),
        Settings,
        new ReferencePrice(new(14_474), ReferenceSource.Midpoint));

    /// <summary>Every input changed by itself.</summary>
    public static TheoryData<string> Changes => [.. Changed().Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Changes))]
    public void It_changes_with_every_input(string change) =>
        Assert.NotEqual(Basis.Hash, Changed().Single(c => c.Name == change).Inputs.Hash);

    [Fact]
    public void No_two_changes_give_the_same() =>
        Assert.Equal(Changed().Count(), Changed().Select(c => c.Inputs.Hash).Distinct().Count());

    [Fact]
    public void It_does_not_change_with_the_order_of_makers_the_form_of_a_number_or_the_time_of_looking()
    {
        Assert.Equal(Basis.Hash, (Basis with { Makers = [.. Basis.Makers.Reverse()] }).Hash);
        Assert.Equal(Basis.Hash, (Basis with { Request = Request(1_000.00m, 2_000.0m) }).Hash);
        Assert.Equal(Basis.Hash, (Basis with { Book = Basis.Book with { AsOf = Now.AddSeconds(-3) } }).Hash);
    }

    [Fact]
    public void It_is_the_same_on_every_machine()
    {
        Assert.Equal(
            """
            liquidity-plan/1
            request|EUA|1000 EUR|2000 EUR|False|
            reference|14474|Midpoint|
            level|2000|500000|
            level|4000|300000|
            level|5000|200000|
            default|EUA|7500|
            tolerance|1000|
            times|100000000|864000000000|3000000000|
            limit|50|500|
            limit|0.6|Infinity|
            maker|00000001-0000-0000-0100-000000000000|00000001-0000-0000-0100-000000000000|LiquidityProvider|True|100 EUR|0|0|0|0|
            maker|00000002-0000-0000-0100-000000000000|00000002-0000-0000-0100-000000000000|AssetHolder|True|0 |50|0|0|0|
            book|EUA|7200|639044964000000000|
            bid|1|00002328-0000-0000-0100-000000000000|00002328-0000-0000-0100-000000000000|Buy|7236|100|False|
            ask|2|00002328-0000-0000-0100-000000000000|00002328-0000-0000-0100-000000000000|Sell|7238|100|False|

            """.ReplaceLineEndings("\n"),
            InputHash.Text(Basis.Request, Basis.Makers, Basis.Book, Basis.Settings, Basis.Reference));
        Assert.Equal("cfd2f845c8e4415443ccb8a92cb98af549235ac3d9bc834de91b255223c5d0cb", Basis.Hash.Value);
    }

    private static IEnumerable<(string Name, Inputs Inputs)> Changed()
    {
        var (request, book, maker, order) = (Basis.Request, Basis.Book, Basis.Makers[0], Basis.Book.Bids[0]);
        Inputs With(LiquidityMaker changed) => Basis with { Makers = [changed, Basis.Makers[1]] };
        Inputs Resting(RestingOrder changed) => Basis with { Book = book with { Bids = [changed] } };
        yield return ("certificate", Basis with { Request = request with { Certificate = CertificateType.Cea } });
        yield return ("bid amount", Basis with { Request = request with { BidAmount = Eur(1_000.01m) } });
        yield return ("ask amount", Basis with { Request = request with { AskAmount = Eur(2_000.01m) } });
        yield return ("default allowed", Basis with { Request = request with { AllowDefaultReference = true } });
        yield return ("a maker less", Basis with { Makers = [maker] });
        yield return ("account", With(maker with { Account = new(Id(8)) }));
        yield return ("owner", With(maker with { Owner = new(Id(8)) }));
        yield return ("type", With(maker with { Kind = AccountKind.AssetHolder }));
        yield return ("active", With(maker with { IsActive = false }));
        yield return ("euros", With(maker with { Euros = Eur(100.01m) }));
        yield return ("EUA", With(maker with { Eua = new(1) }));
        yield return ("CEA", With(maker with { Cea = new(1) }));
        yield return ("orders", With(maker with { Activity = new(1, 0) }));
        yield return ("trades", With(maker with { Activity = new(0, 1) }));
        yield return ("book", Basis with { Book = book with { Certificate = CertificateType.Cea } });
        yield return ("an order less", Basis with { Book = book with { Bids = [] } });
        yield return ("other side", Basis with { Book = book with { Bids = book.Asks, Asks = book.Bids } });
        yield return ("order", Resting(order with { Id = new(5) }));
        yield return ("order account", Resting(order with { Account = new(Id(5)) }));
        yield return ("order owner", Resting(order with { Owner = new(Id(5)) }));
        yield return ("order price", Resting(order with { Price = new(7_235) }));
        yield return ("order size", Resting(order with { Remaining = new(99) }));
        yield return ("order post-only", Resting(order with { PostOnly = true }));
        yield return ("trade price", Basis with { Book = book with { LastTrade = new(new(7_201), Now) } });
        yield return ("trade time", Basis with { Book = book with { LastTrade = new(new(7_200), Now.AddTicks(1)) } });
        yield return ("no trade", Basis with { Book = book with { LastTrade = null } });
        yield return ("reference", Basis with { Reference = new(new(14_475), ReferenceSource.Midpoint) });
        yield return ("reference source", Basis with { Reference = new(new(14_474), ReferenceSource.LastTrade) });
        yield return ("no reference", Basis with { Reference = null });
        var prices = Settings.DefaultPrices;
        yield return ("levels", Basis with { Settings = new([new(new(2_000), new(1_000_000))], prices) });
        yield return ("default price", Basis with { Settings = new(defaultPrices: prices.SetItem(Eua, new(7_501))) });
        yield return ("tolerance", Basis with { Settings = new(defaultPrices: prices, priceTolerance: new(999)) });
        yield return ("book age", Basis with { Settings = new(defaultPrices: prices, maxBookAge: TimeSpan.FromSeconds(11)) });
        yield return ("trade age", Basis with { Settings = new(defaultPrices: prices, maxTradeAge: TimeSpan.FromDays(2)) });
        yield return ("lifetime", Basis with { Settings = new(defaultPrices: prices, previewLifetime: TimeSpan.FromMinutes(6)) });
        yield return ("order-to-trade limit", Basis with { Settings = new(defaultPrices: prices, conduct: new(new(51, 500), new(0.6, null))) });
        yield return ("layering limit", Basis with { Settings = new(defaultPrices: prices, conduct: new(new(50, 500), new(0.6, 0.9))) });
    }

    private sealed record Inputs(
        LiquidityRequest Request, ImmutableArray<LiquidityMaker> Makers, BookView Book, LiquiditySettings Settings, ReferencePrice? Reference)
    {
        public InputHash Hash => InputHash.Of(Request, Makers, Book, Settings, Reference);
    }
}
