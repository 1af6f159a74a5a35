using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Liquidity;

/// <summary>How much liquidity somebody wants to see in a market. Either side may be zero, not both.</summary>
/// <param name="Certificate">In which market.</param>
/// <param name="BidAmount">Euros to bid with, in whole cents, at most EUR 10^12.</param>
/// <param name="AskAmount">Euros' worth of certificates to ask for, in whole cents, at most EUR 10^12.</param>
/// <param name="AllowDefaultReference">Whether a plan that rests on the configured default price may be carried out.</param>
public sealed record LiquidityRequest(
    CertificateType Certificate, Money BidAmount, Money AskAmount, bool AllowDefaultReference = false);
