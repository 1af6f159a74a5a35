namespace LiquidityRisk.Contracts.Wallets;

/// <summary>The price of one token, the others held, at which a position can be liquidated.</summary>
/// <param name="Protocol">Which position.</param>
/// <param name="Asset">Which token.</param>
/// <param name="Side">collateral (its price falls) or debt (its price rises).</param>
/// <param name="PriceUsd">Now.</param>
/// <param name="LiquidationPriceUsd">At liquidation; null when no price of this token alone does it.</param>
/// <param name="Change">How far away that is, a fraction of the price now: negative for a fall.</param>
/// <param name="DistanceSigma">The same in daily volatilities; null when volatility is not known.</param>
public sealed record LiquidationPriceAnswer(
    string Protocol, string Asset, string Side, decimal PriceUsd, decimal? LiquidationPriceUsd, double? Change, double? DistanceSigma);

/// <summary>How wrong a price feed may be until a position is liquidated.</summary>
/// <param name="Protocol">Which position.</param>
/// <param name="Asset">Whose feed; null for all collateral at once.</param>
/// <param name="Side">collateral (priced too low) or debt (priced too high).</param>
/// <param name="BasisPoints">The error; 0 or less when it can be liquidated already; null when no error of this feed does it.</param>
public sealed record OracleToleranceAnswer(string Protocol, string? Asset, string Side, double? BasisPoints);

/// <summary>What liquidators could take of a position.</summary>
/// <param name="Protocol">Which position.</param>
/// <param name="Moment">now, or when_prices_fall: as soon as volatile collateral has fallen so far that the position can be liquidated.</param>
/// <param name="PriceFall">That fall, a fraction; 0 for now.</param>
/// <param name="Offers">Each pair of debt and collateral, the most profitable for a liquidator first.</param>
public sealed record LiquidationPreviewAnswer(string Protocol, string Moment, double PriceFall, IReadOnlyList<LiquidationOfferAnswer> Offers);

/// <summary>One way to liquidate.</summary>
/// <param name="DebtAsset">What the liquidator repays.</param>
/// <param name="DebtRepaid">How many tokens of it.</param>
/// <param name="DebtRepaidUsd">Their worth.</param>
/// <param name="CollateralAsset">What he takes.</param>
/// <param name="CollateralSeized">How many tokens of it, the protocol's fee included.</param>
/// <param name="CollateralSeizedUsd">Their worth.</param>
/// <param name="BonusUsd">What the owner loses beyond the debt that is repaid.</param>
/// <param name="LiquidatorProfitUsd">What of it the liquidator keeps, before gas.</param>
/// <param name="CloseFactor">Share of the debt that he may repay.</param>
/// <param name="HealthFactorAfter">The position's health afterwards; null when no debt is left.</param>
public sealed record LiquidationOfferAnswer(
    string DebtAsset,
    decimal DebtRepaid,
    decimal DebtRepaidUsd,
    string CollateralAsset,
    decimal CollateralSeized,
    decimal CollateralSeizedUsd,
    decimal BonusUsd,
    decimal LiquidatorProfitUsd,
    decimal CloseFactor,
    decimal? HealthFactorAfter);

/// <summary>The market risk of what a wallet holds.</summary>
/// <param name="Volatility">Of the assets; null when too little history is known.</param>
/// <param name="ValueAtRisk">Of a day.</param>
/// <param name="Concentration">How the assets are spread.</param>
/// <param name="CorrelationRisk">Mean absolute correlation of pairs of assets, weighted by exposure, 0 to 1; null for fewer than two.</param>
/// <param name="Liquidity">How fast the assets could be sold.</param>
/// <param name="Exposure">The combined score.</param>
public sealed record WalletMarketRiskAnswer(
    WalletVolatilityAnswer? Volatility,
    WalletVarAnswer ValueAtRisk,
    WalletConcentrationAnswer Concentration,
    double? CorrelationRisk,
    WalletLiquidityAnswer Liquidity,
    ExposureScoreAnswer Exposure);

/// <summary>How much the assets' value moves.</summary>
/// <param name="Daily">Standard deviation of a day's return, a fraction.</param>
/// <param name="Annualised">The same a year of 365 days.</param>
/// <param name="WindowDays">Of how many days.</param>
/// <param name="Coverage">Share of the assets whose history is known.</param>
public sealed record WalletVolatilityAnswer(double Daily, double Annualised, int WindowDays, double Coverage);

/// <summary>What may be lost in a day by prices alone; losses are positive.</summary>
/// <param name="Status">ok, or insufficient_data when fewer than 100 days are known.</param>
/// <param name="Confidence">Probability with which a day's loss stays below, 0 to 1.</param>
/// <param name="SampleDays">Days of history.</param>
/// <param name="Coverage">Share of the exposures whose history is known.</param>
/// <param name="HistoricalUsd">From past days.</param>
/// <param name="RawQuantileUsd">The same as the percentile of profits, negative for a loss.</param>
/// <param name="ExpectedShortfallUsd">Mean loss of the worst days.</param>
/// <param name="ParametricUsd">From a normal distribution.</param>
/// <param name="MonteCarloUsd">From simulated futures with fat tails.</param>
/// <param name="ShareOfNetWorth">The historical one over the net worth; null when that is not above 0.</param>
public sealed record WalletVarAnswer(
    string Status,
    double Confidence,
    int SampleDays,
    double Coverage,
    decimal? HistoricalUsd,
    decimal? RawQuantileUsd,
    decimal? ExpectedShortfallUsd,
    decimal? ParametricUsd,
    decimal? MonteCarloUsd,
    double? ShareOfNetWorth);

/// <summary>How assets are spread.</summary>
/// <param name="ByAsset">Over tokens; null when nothing is owned.</param>
/// <param name="ByProtocol">Over protocols and the wallet itself; null when nothing is owned.</param>
public sealed record WalletConcentrationAnswer(SpreadAnswer? ByAsset, SpreadAnswer? ByProtocol);

/// <summary>How something is spread over parts.</summary>
/// <param name="Largest">The largest part.</param>
/// <param name="LargestShare">Its share, 0 to 1.</param>
/// <param name="Hhi">Herfindahl-Hirschman index, 0 to 1.</param>
/// <param name="EffectiveNumber">1/HHI: how many equal parts would be as spread.</param>
public sealed record SpreadAnswer(string Largest, double LargestShare, double Hhi, double EffectiveNumber);

/// <summary>How fast assets could be sold.</summary>
/// <param name="DaysToSell">At a tenth of the traded volume, until the slowest token is gone; null when not known.</param>
/// <param name="ThinAssets">Tokens that hardly trade.</param>
/// <param name="Coverage">Share of the assets whose volume is known.</param>
public sealed record WalletLiquidityAnswer(double? DaysToSell, IReadOnlyList<string> ThinAssets, double Coverage);

/// <summary>The combined exposure score, 0 (spread, calm, easily sold) to 100, and its parts; a part that is not known is null.</summary>
/// <param name="Value">0.3·concentration + 0.3·volatility + 0.2·liquidity + 0.2·correlation.</param>
/// <param name="Concentration">Its part, 0 to 100.</param>
/// <param name="Volatility">Its part.</param>
/// <param name="Liquidity">Its part.</param>
/// <param name="Correlation">Its part.</param>
public sealed record ExposureScoreAnswer(double? Value, double? Concentration, double? Volatility, double? Liquidity, double? Correlation);

/// <summary>What is left of a wallet in a bad market.</summary>
/// <param name="Scenario">asset_fall, depeg or crash.</param>
/// <param name="Asset">Which token; null for a crash of all.</param>
/// <param name="Change">How its price changes, a fraction: −0.3 is a fall of 30 %.</param>
/// <param name="Label">The same in words.</param>
/// <param name="HealthRatio">Afterwards.</param>
/// <param name="HealthFactor">The lowest afterwards.</param>
/// <param name="LossUsd">What the net worth loses; negative for a gain.</param>
/// <param name="Liquidated">Protocols whose position could be liquidated.</param>
public sealed record StressRowAnswer(
    string Scenario,
    string? Asset,
    double Change,
    string Label,
    decimal? HealthRatio,
    decimal? HealthFactor,
    decimal LossUsd,
    IReadOnlyList<string> Liquidated);
