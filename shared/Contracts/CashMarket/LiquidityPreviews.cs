using LiquidityRisk.Contracts.Json;

namespace LiquidityRisk.Contracts.CashMarket;

/// <summary>Body of <c>POST /api/v1/liquidity/preview</c>. Either one certificate or several in <see cref="Items"/>.</summary>
/// <param name="CertificateType">EUA or CEA.</param>
/// <param name="BidAmountEur">EUR to bid with, whole cents; 0 or absent for none.</param>
/// <param name="AskAmountEur">EUR's worth of certificates to ask for; 0 or absent for none.</param>
/// <param name="Items">Several certificates, each once.</param>
/// <param name="Distribution">standard, which is also meant when absent, or volatility: levels further apart the more the price moves.</param>
/// <param name="AllowDefaultReference">Whether a plan that rests on the configured default price may be carried out.</param>
[JsonExample("""{"certificate_type":"EUA","bid_amount_eur":90000,"ask_amount_eur":50000,"allow_default_reference":true}""")]
public sealed record LiquidityPreviewRequest(
    string? CertificateType,
    decimal? BidAmountEur,
    decimal? AskAmountEur,
    IReadOnlyList<LiquidityItemRequest>? Items,
    string? Distribution,
    bool? AllowDefaultReference);

/// <summary>Liquidity for one certificate.</summary>
/// <param name="CertificateType">EUA or CEA.</param>
/// <param name="BidAmountEur">EUR to bid with.</param>
/// <param name="AskAmountEur">EUR's worth of certificates to ask for.</param>
public sealed record LiquidityItemRequest(string? CertificateType, decimal? BidAmountEur, decimal? AskAmountEur);

/// <summary>What creating liquidity would do. Nothing has happened yet.</summary>
/// <param name="PreviewId">Give it to <c>create</c> to carry out just this plan.</param>
/// <param name="PreviewHash">Fingerprint of everything that it rests on.</param>
/// <param name="AsOf">When it was planned.</param>
/// <param name="ExpiresAt">Until when it may be carried out.</param>
/// <param name="CanExecute">Whether it can be carried out, all of it.</param>
/// <param name="RequiresApproval">Whether another administrator has to approve it.</param>
/// <param name="TotalOrdersCount">Orders of all plans.</param>
/// <param name="MissingAssets">What the market makers lack, by side; null when nothing is missing.</param>
/// <param name="SuggestedActions">What would help.</param>
/// <param name="Plans">By certificate, in the order asked for.</param>
/// <param name="BidPlan">The bids of the only certificate; null when there are several or no bids.</param>
/// <param name="AskPlan">The asks of the only certificate; null when there are several or no asks.</param>
/// <param name="EstimatedSpread">The market's spread with the planned orders in percent of the mid, of the only certificate.</param>
public sealed record LiquidityPreviewAnswer(
    string PreviewId,
    string PreviewHash,
    DateTimeOffset AsOf,
    DateTimeOffset ExpiresAt,
    bool CanExecute,
    bool RequiresApproval,
    int TotalOrdersCount,
    IReadOnlyList<MissingAssetAnswer>? MissingAssets,
    IReadOnlyList<SuggestedActionAnswer> SuggestedActions,
    IReadOnlyList<CertificatePlanAnswer> Plans,
    SidePlanAnswer? BidPlan,
    SidePlanAnswer? AskPlan,
    double? EstimatedSpread);

/// <summary>The plan for one certificate.</summary>
/// <param name="CertificateType">EUA or CEA.</param>
/// <param name="CanExecute">Whether it can be carried out.</param>
/// <param name="ReferencePrice">What prices are measured from, EUR; null when there is none.</param>
/// <param name="ReferenceSource">midpoint, last_trade or default.</param>
/// <param name="BidPlan">The bids; null when none are asked for or they cannot be planned.</param>
/// <param name="AskPlan">The asks; null when none are asked for or they cannot be planned.</param>
/// <param name="SpreadBefore">The market's spread now, percent of the mid; null when a side is empty.</param>
/// <param name="SpreadAfter">The same with the planned orders.</param>
/// <param name="TotalOrdersCount">Orders to place.</param>
/// <param name="Refusals">Why it cannot be carried out.</param>
/// <param name="Notices">What somebody who approves it should know, in words.</param>
/// <param name="Conduct">What the orders look like to a supervisor.</param>
/// <param name="LevelScale">By how much the distances of the levels were scaled for volatility; 1 when not.</param>
public sealed record CertificatePlanAnswer(
    string CertificateType,
    bool CanExecute,
    decimal? ReferencePrice,
    string? ReferenceSource,
    SidePlanAnswer? BidPlan,
    SidePlanAnswer? AskPlan,
    double? SpreadBefore,
    double? SpreadAfter,
    int TotalOrdersCount,
    IReadOnlyList<PlanRefusalAnswer> Refusals,
    IReadOnlyList<string> Notices,
    IReadOnlyList<ConductFindingAnswer> Conduct,
    double LevelScale);

/// <summary>One side of a plan.</summary>
/// <param name="Mms">The market makers of the side.</param>
/// <param name="TargetEur">EUR asked for.</param>
/// <param name="TotalEur">EUR placed, at the orders' own prices; never above the target.</param>
/// <param name="TotalCertificates">Certificates placed.</param>
/// <param name="RemainderEur">Target minus placed.</param>
/// <param name="PriceLevels">Nearest first.</param>
/// <param name="Orders">The orders, by market maker.</param>
/// <param name="JainIndex">How even the shares are: 1 when all give the same.</param>
/// <param name="IsMaxMinFair">Whether no reassignment helps the worst-off market maker.</param>
/// <param name="Fairness">The same in words, with who was capped.</param>
public sealed record SidePlanAnswer(
    IReadOnlyList<MakerShareAnswer> Mms,
    decimal TargetEur,
    decimal TotalEur,
    long TotalCertificates,
    decimal RemainderEur,
    IReadOnlyList<PriceLevelAnswer> PriceLevels,
    IReadOnlyList<PlannedOrderAnswer> Orders,
    double JainIndex,
    bool IsMaxMinFair,
    string Fairness);

/// <summary>A market maker's part.</summary>
/// <param name="Id">Which.</param>
/// <param name="Name">Its name.</param>
/// <param name="MmType">ASSET_HOLDER or LIQUIDITY_PROVIDER.</param>
/// <param name="AssetType">What it quotes with: EUR, EUA or CEA.</param>
/// <param name="Available">What it holds of that.</param>
/// <param name="Allocation">What its orders use of that.</param>
/// <param name="Share">Its fair share before rounding to whole certificates.</param>
/// <param name="Quantity">Certificates of its orders.</param>
/// <param name="OrdersCount">How many orders.</param>
/// <param name="IsCapped">Whether it holds less than an equal share.</param>
public sealed record MakerShareAnswer(
    string Id,
    string Name,
    string MmType,
    string AssetType,
    decimal Available,
    decimal Allocation,
    decimal Share,
    long Quantity,
    int OrdersCount,
    bool IsCapped);

/// <summary>A level of a side.</summary>
/// <param name="Price">EUR.</param>
/// <param name="Percentage">Its share of the volume in percent.</param>
/// <param name="DistancePercent">Its distance from the reference price that was asked for, percent.</param>
/// <param name="DeviationPercent">How far the price is from that, percent.</param>
/// <param name="Quantity">Certificates placed there.</param>
/// <param name="ValueEur">Their value.</param>
public sealed record PriceLevelAnswer(
    decimal Price, decimal Percentage, decimal DistancePercent, decimal DeviationPercent, long Quantity, decimal ValueEur);

/// <summary>An order to place.</summary>
/// <param name="MmId">Which market maker.</param>
/// <param name="Side">BUY or SELL.</param>
/// <param name="Price">EUR.</param>
/// <param name="Quantity">Certificates.</param>
/// <param name="Level">0 is the nearest.</param>
public sealed record PlannedOrderAnswer(string MmId, string Side, decimal Price, long Quantity, int Level);

/// <summary>What the market makers of a side lack.</summary>
/// <param name="CertificateType">For which plan.</param>
/// <param name="Side">BUY or SELL.</param>
/// <param name="AssetType">EUR, EUA or CEA.</param>
/// <param name="Required">What they would have to hold together.</param>
/// <param name="Available">What they hold together.</param>
/// <param name="Shortfall">The difference.</param>
public sealed record MissingAssetAnswer(
    string CertificateType, string Side, string AssetType, decimal Required, decimal Available, decimal Shortfall);

/// <summary>Something that would help a plan that lacks assets.</summary>
/// <param name="Action">create_lp_mms, create_ah_mms, fund_existing or reduce_amount.</param>
/// <param name="CertificateType">For which plan.</param>
/// <param name="Side">BUY or SELL.</param>
/// <param name="MmType">Of create: which type.</param>
/// <param name="MmId">Of fund: which market maker.</param>
/// <param name="AssetType">What to bring in; null for reduce.</param>
/// <param name="Amount">How much to bring in; for reduce the EUR amount to ask for.</param>
/// <param name="Message">The same in words.</param>
public sealed record SuggestedActionAnswer(
    string Action, string CertificateType, string Side, string? MmType, string? MmId, string? AssetType, decimal Amount, string Message);

/// <summary>Why a plan cannot be carried out.</summary>
/// <param name="Code">Stable name of the reason.</param>
/// <param name="Field">What it concerns.</param>
/// <param name="Message">The same in words.</param>
public sealed record PlanRefusalAnswer(string Code, string Field, string Message);

/// <summary>Something about the conduct of an owner.</summary>
/// <param name="Rule">self_cross, order_to_trade or layering.</param>
/// <param name="Owner">Whose market makers.</param>
/// <param name="Score">How much.</param>
/// <param name="Verdict">warning or refusal.</param>
/// <param name="Message">The same in words.</param>
public sealed record ConductFindingAnswer(string Rule, string Owner, double Score, string Verdict, string Message);
