using System.Collections.Immutable;
using LiquidityRisk.Domain.CashMarket.Accounts;
using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Liquidity.Tests;

/// <summary>Makers, books and requests to plan with.</summary>
internal static class Makers
{
    public static readonly DateTimeOffset Now = new(2026, 1, 20, 9, 0, 0, TimeSpan.Zero);

    public static readonly LiquiditySettings Settings = new(
        defaultPrices: ImmutableDictionary<CertificateType, Ticks>.Empty.Add(CertificateType.Eua, new(7_500)));

    public static CertificateType Eua => CertificateType.Eua;

    public static Money Eur(decimal amount) => new(amount, CurrencyCode.Eur);

    public static Guid Id(int number) => new(number, 0, 0, [1, 0, 0, 0, 0, 0, 0, 0]);

    public static LiquidityMaker Provider(int number, decimal euros, int? owner = null, bool active = true) =>
        new(new(Id(number)), new(Id(owner ?? number)), AccountKind.LiquidityProvider, active, Eur(euros), default, default);

    public static LiquidityMaker Holder(int number, long eua, int? owner = null, bool active = true) =>
        new(new(Id(number)), new(Id(owner ?? number)), AccountKind.AssetHolder, active, default, new(eua), default);

    /// <summary>A book of strangers' orders of 100 certificates; 0 is no order.</summary>
    public static BookView Book(int bid, int ask, LastTrade? lastTrade = null) => new(
        Eua, bid == 0 ? [] : [Order(1, OrderSide.Buy, bid)], ask == 0 ? [] : [Order(2, OrderSide.Sell, ask)], lastTrade, Now);

    public static RestingOrder Order(long id, OrderSide side, int price, int account = 9_000, int? owner = null) =>
        new(new(id), new(Id(account)), new(Id(owner ?? account)), side, new(price), new(100), false);

    public static LiquidityRequest Request(decimal bid, decimal ask, bool allowDefault = false) => new(Eua, Eur(bid), Eur(ask), allowDefault);

    public static LiquidityPreview Preview(LiquidityRequest request, BookView book, params LiquidityMaker[] makers) =>
        LiquidityPlanner.Preview(request, makers, book, Settings, Now);
}
