using LiquidityRisk.Contracts.Json;

namespace LiquidityRisk.Contracts.CashMarket;

/// <summary>Body of <c>POST /api/v1/market-makers</c>.</summary>
/// <param name="Name">1 to 100 characters, unique among market makers.</param>
/// <param name="MmType">ASSET_HOLDER (holds CEA and EUA, only sells) or LIQUIDITY_PROVIDER (holds EUR, only buys).</param>
/// <param name="InitialEurBalance">Of a liquidity provider: EUR, whole cents.</param>
/// <param name="InitialBalances">Of an asset holder: certificates by type, CEA and EUA.</param>
/// <param name="BeneficialOwner">Who is behind it, at most 100 characters; absent means itself. Market makers of one owner never trade with each other.</param>
[JsonExample("""{"name":"Rhine Carbon Liquidity","mm_type":"LIQUIDITY_PROVIDER","initial_eur_balance":500000}""")]
public sealed record MarketMakerRequest(
    string? Name, string? MmType, decimal? InitialEurBalance, IReadOnlyDictionary<string, decimal>? InitialBalances, string? BeneficialOwner);

/// <summary>A market maker.</summary>
/// <param name="Id">Its account.</param>
/// <param name="Name">Its name.</param>
/// <param name="MmType">ASSET_HOLDER or LIQUIDITY_PROVIDER.</param>
/// <param name="IsActive">Whether it may be given orders.</param>
/// <param name="BeneficialOwner">Who is behind it.</param>
/// <param name="EurBalance">Available EUR.</param>
/// <param name="CeaBalance">Available CEA.</param>
/// <param name="EuaBalance">Available EUA.</param>
/// <param name="Balances">Available and locked, by asset.</param>
/// <param name="OpenOrders">Orders that wait, by certificate.</param>
/// <param name="Performance">How well it does its job, by certificate in which it has ever quoted.</param>
/// <param name="CreatedAt">When.</param>
/// <param name="CreatedBy">By whom.</param>
public sealed record MarketMakerAnswer(
    string Id,
    string Name,
    string MmType,
    bool IsActive,
    string BeneficialOwner,
    decimal EurBalance,
    decimal CeaBalance,
    decimal EuaBalance,
    IReadOnlyList<BalanceAnswer> Balances,
    IReadOnlyDictionary<string, int> OpenOrders,
    IReadOnlyList<MakerPerformanceAnswer> Performance,
    DateTimeOffset CreatedAt,
    string CreatedBy);

/// <summary>A market maker's work in one market.</summary>
/// <param name="CertificateType">EUA or CEA.</param>
/// <param name="TimeAtTop">Share of the time in which one of its orders was at the best price of its side, 0 to 1; null before it quoted.</param>
/// <param name="FillRatio">Certificates traded of certificates placed, 0 to 1; null before it placed any.</param>
/// <param name="AverageSpreadBps">Mean distance of its best price from the mid, weighted by time, basis points; null when there was no mid.</param>
/// <param name="OrdersPlaced">Orders placed.</param>
/// <param name="Trades">Trades.</param>
/// <param name="Volume">Certificates traded.</param>
public sealed record MakerPerformanceAnswer(
    string CertificateType, double? TimeAtTop, double? FillRatio, double? AverageSpreadBps, long OrdersPlaced, long Trades, long Volume);

/// <summary>Market makers.</summary>
/// <param name="Items">By name.</param>
public sealed record MarketMakerListAnswer(IReadOnlyList<MarketMakerAnswer> Items);

/// <summary>Body of <c>POST /api/v1/liquidity/provision</c>.</summary>
/// <param name="Action">create_new or fund_existing.</param>
/// <param name="MmType">ASSET_HOLDER or LIQUIDITY_PROVIDER.</param>
/// <param name="Amount">Total to bring in, spread evenly: EUR in whole cents or whole certificates.</param>
/// <param name="CertificateType">Which certificates asset holders are given; EUA when absent.</param>
/// <param name="Count">How many to create, 1 to 100; 1 when absent.</param>
/// <param name="MmIds">Which to fund; all active ones of the type when absent.</param>
[JsonExample("""{"action":"create_new","mm_type":"LIQUIDITY_PROVIDER","amount":300000,"count":3}""")]
public sealed record ProvisionRequest(
    string? Action, string? MmType, decimal? Amount, string? CertificateType, int? Count, IReadOnlyList<string?>? MmIds);

/// <summary>What was provisioned.</summary>
/// <param name="Action">create_new or fund_existing.</param>
/// <param name="AssetType">EUR, EUA or CEA.</param>
/// <param name="Amount">Brought in.</param>
/// <param name="MarketMakers">Those created or funded.</param>
public sealed record ProvisionAnswer(string Action, string AssetType, decimal Amount, IReadOnlyList<MarketMakerAnswer> MarketMakers);
