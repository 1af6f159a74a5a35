using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Contracts.Wallets;
using LiquidityRisk.Domain.Wallets.Assessment;
using LiquidityRisk.Domain.Wallets.Health;
using LiquidityRisk.Domain.Wallets.Liquidation;
using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Wallets.Answers;

/// <summary>Health and positions as they are told.</summary>
internal static class HealthAnswers
{
    private const int RatioDigits = 6;
    private const int MoneyDigits = 2;

    public static WalletHealthAnswer Health(WalletHealth mark, WalletHealth atExit, Score? risk, WalletRules rules) => new(
        Ratio(mark.Ratio),
        Ratio(mark.Worst?.Value),
        Ratio(atExit.Ratio),
        Ratio(atExit.Worst?.Value),
        mark.IsDebtFree,
        rules.SafetyThreshold,
        risk?.Value);

    public static ProtocolPositionAnswer Position(ProtocolPosition position, PositionHealth mark, PositionHealth atExit, MarketView view) => new(
        SnakeCase.Of(position.Protocol),
        Ratio(mark.Factor?.Value),
        Ratio(atExit.Factor?.Value),
        Money(mark.Supplied),
        Money(mark.Collateral),
        Money(mark.Debt),
        Money(mark.BorrowLimit),
        Money(mark.LiquidationValue),
        position.Mode?.Label,
        view.Locked.TryGetValue(position.Protocol, out var locked) ? Money(locked) : null,
        [.. position.Supplied.Select(s => Supplied(position, s, view))],
        [.. position.Borrowed.Select(b => new BorrowedAssetAnswer(
            b.Asset.Value, b.Amount.Value, view.Prices.Of(b.Asset)?.Value, Money(view.Prices.Worth(b.Asset, b.Amount)), b.Apy))]);

    public static TokenBalanceAnswer Balance(TokenBalance balance, MarketView view) => new(
        balance.Asset.Value, balance.Amount.Value, view.Prices.Of(balance.Asset)?.Value, Money(view.Prices.Worth(balance.Asset, balance.Amount)));

    public static LiquidationPriceAnswer Price(LendingProtocol protocol, LiquidationPrice price) => new(
        SnakeCase.Of(protocol),
        price.Asset.Value,
        Side(price.Move),
        price.Now.Value,
        price.At?.Value,
        price.Distance is { } distance ? (price.Move == PriceMove.Fall ? -1 : 1) * (double)distance : null,
        price.Volatilities);

    public static IEnumerable<OracleToleranceAnswer> Errors(LendingProtocol protocol, OracleErrors errors)
    {
        if (errors.Assets.Count > 0)
            yield return new(SnakeCase.Of(protocol), null, Side(PriceMove.Fall), errors.AllCollateral?.Value);
        foreach (var error in errors.Assets)
            yield return new(SnakeCase.Of(protocol), error.Asset.Value, Side(error.Move), error.Tolerance?.Value);
    }

    public static LiquidationPreviewAnswer? Preview(ProtocolPosition position, PositionHealth health, MarketView view)
    {
        if (LiquidationRules.Of(position.Protocol) is not { } rules || health.Factor is not { } factor) return null;
        var offers = LiquidationPreview.WhenPricesFall(position, view.Prices, rules, view.Tokens);
        if (offers.Count == 0) return null;
        return new(
            SnakeCase.Of(position.Protocol),
            factor.IsLiquidatable ? "now" : "when_prices_fall",
            (double)LiquidationPreview.FallToLiquidation(position, view.Prices, view.Tokens)!.Value,
            [.. offers.Take(20).Select(Offer)]);
    }

    public static decimal? Ratio(decimal? value) => value is { } known ? decimal.Round(known, RatioDigits, MidpointRounding.ToZero) : null;

    public static decimal Money(Usd value) => Math.Round(value.Amount, MoneyDigits);

    public static decimal? Money(Usd? value) => value is { } known ? Money(known) : null;

    private static SuppliedAssetAnswer Supplied(ProtocolPosition position, SuppliedAsset supplied, MarketView view)
    {
        var terms = position.TermsOf(supplied);
        return new(
            supplied.Asset.Value,
            supplied.Amount.Value,
            view.Prices.Of(supplied.Asset)?.Value,
            Money(view.Prices.Worth(supplied.Asset, supplied.Amount)),
            Fraction(terms.LiquidationThreshold),
            Fraction(terms.LoanToValue),
            Fraction(terms.LiquidationBonus),
            supplied.IsCollateral,
            supplied.Apy);
    }

    private static LiquidationOfferAnswer Offer(LiquidationOffer offer) => new(
        offer.DebtAsset.Value,
        offer.Repaid.Value,
        Money(offer.RepaidValue),
        offer.CollateralAsset.Value,
        offer.Seized.Value,
        Money(offer.SeizedValue),
        Money(offer.SeizedValue - offer.RepaidValue - offer.Credited),
        Money(offer.Profit),
        Fraction(offer.CloseFactor),
        Ratio(offer.FactorAfter?.Value));

    private static decimal Fraction(PartsPerMillion share) => share.Value / (decimal)PartsPerMillion.Whole;

    private static string Side(PriceMove move) => move == PriceMove.Fall ? "collateral" : "debt";
}
