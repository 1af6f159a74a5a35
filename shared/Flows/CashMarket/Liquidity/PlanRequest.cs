using System.Collections.Immutable;
using LiquidityRisk.Contracts.CashMarket;
using LiquidityRisk.Domain.CashMarket.Liquidity;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.CashMarket.Liquidity;

/// <summary>What liquidity is asked for, read strictly.</summary>
/// <param name="Items">By certificate, each once.</param>
/// <param name="IsByVolatility">Whether levels are scaled by current volatility.</param>
public sealed record PlanRequest(ImmutableArray<LiquidityRequest> Items, bool IsByVolatility)
{
    /// <summary>Name of the distribution as on the wire.</summary>
    public string Distribution => IsByVolatility ? Volatility : Standard;

    /// <summary>All bids and asks together.</summary>
    public decimal TotalEuros => Items.Sum(i => i.BidAmount.Amount + i.AskAmount.Amount);

    private const string Standard = "standard";
    private const string Volatility = "volatility";
    private const decimal MaxAmount = 1_000_000_000_000;

    /// <summary>Reads a request.</summary>
    /// <exception cref="CashMarketRefusedException">A member is at fault; it is named.</exception>
    public static PlanRequest Read(LiquidityPreviewRequest request)
    {
        var byVolatility = request.Distribution switch
        {
            null or Standard => false,
            Volatility => true,
            _ => throw Refusals.Malformed("distribution", "One of standard, volatility is expected."),
        };
        var allow = request.AllowDefaultReference ?? false;
        if (request.Items is not { } items)
            return new([Item("", new(request.CertificateType, request.BidAmountEur, request.AskAmountEur), allow)], byVolatility);
        if (request.CertificateType is not null || request.BidAmountEur is not null || request.AskAmountEur is not null)
            throw Refusals.Malformed("items", "Either one certificate or a list of items is expected, not both.");
        if (items.Count is < 1 or > 2 || items.Any(i => i is null)) throw Refusals.Malformed("items", "One or two items are expected.");
        var all = items.Select((item, i) => Item(FormattableString.Invariant($"items[{i}]."), item, allow)).ToImmutableArray();
        return all.DistinctBy(i => i.Certificate).Count() == all.Length
            ? new(all, byVolatility)
            : throw Refusals.Malformed("items[1].certificate_type", "Each certificate is asked for once.");
    }

    private static LiquidityRequest Item(string path, LiquidityItemRequest item, bool allowDefault)
    {
        if (!CertificateType.TryParse(item.CertificateType, out var certificate))
            throw Refusals.Malformed(path + "certificate_type", "One of EUA, CEA is expected.");
        var (bid, ask) = (Euros(path + "bid_amount_eur", item.BidAmountEur), Euros(path + "ask_amount_eur", item.AskAmountEur));
        return bid.Amount + ask.Amount > 0
            ? new(certificate, bid, ask, allowDefault)
            : throw Refusals.Malformed(path + "bid_amount_eur", "An amount above 0 is expected on at least one side.");
    }

    private static Money Euros(string field, decimal? amount) => (amount ?? 0) is var euros and >= 0 and <= MaxAmount && euros * 100 % 1 == 0
        ? new(euros, CurrencyCode.Eur)
        : throw Refusals.Malformed(field, "An amount in whole cents from 0 to EUR 1,000,000,000,000 is expected.");
}
