using LiquidityRisk.Contracts.Json;

namespace LiquidityRisk.Contracts.CashMarket;

/// <summary>An account; also the news of the topic <c>account.{id}</c>.</summary>
/// <param name="Id">Which account.</param>
/// <param name="Name">Whose.</param>
/// <param name="Kind">CLIENT, ASSET_HOLDER or LIQUIDITY_PROVIDER.</param>
/// <param name="Balances">What it has, by asset: EUR, EUA, CEA.</param>
/// <param name="Orders">A client's orders that wait and the last that are done, newest first; empty for a market maker.</param>
/// <param name="Seq">Number of its last topic message.</param>
/// <param name="AsOf">When it last changed.</param>
public sealed record AccountAnswer(
    string Id,
    string Name,
    string Kind,
    IReadOnlyList<BalanceAnswer> Balances,
    IReadOnlyList<OrderAnswer> Orders,
    long Seq,
    DateTimeOffset AsOf);

/// <summary>What an account has of one asset.</summary>
/// <param name="AssetType">EUR, EUA or CEA.</param>
/// <param name="Available">Free for orders and withdrawal: EUR or certificates.</param>
/// <param name="Locked">Bound to orders and reservations.</param>
public sealed record BalanceAnswer(string AssetType, decimal Available, decimal Locked);

/// <summary>Body of <c>PUT …/fund</c>.</summary>
/// <param name="AssetType">EUR, EUA or CEA.</param>
/// <param name="Amount">EUR in whole cents or whole certificates; negative takes out of what is available.</param>
/// <param name="Notes">Why, at most 500 characters.</param>
[JsonExample("""{"asset_type":"EUR","amount":100000}""")]
public sealed record FundRequest(string? AssetType, decimal? Amount, string? Notes);

/// <summary>A page of an account's transactions.</summary>
/// <param name="Items">Newest first.</param>
/// <param name="Cursor">Asks for the next page; null on the last.</param>
public sealed record TransactionListAnswer(IReadOnlyList<TransactionAnswer> Items, string? Cursor);

/// <summary>One change of one asset of an account.</summary>
/// <param name="Number">Counts the account's transactions from 1.</param>
/// <param name="Reason">deposit, withdrawal, adjustment, reserve, release, lock, unlock or trade.</param>
/// <param name="Reference">What brought it about: operation {id}, order {certificate} {id} or trade {certificate} {id}.</param>
/// <param name="AssetType">EUR, EUA or CEA.</param>
/// <param name="Available">Change of what is available.</param>
/// <param name="Locked">Change of what is locked.</param>
/// <param name="AvailableAfter">Available after it.</param>
/// <param name="LockedAfter">Locked after it.</param>
/// <param name="At">When.</param>
public sealed record TransactionAnswer(
    long Number,
    string Reason,
    string Reference,
    string AssetType,
    decimal Available,
    decimal Locked,
    decimal AvailableAfter,
    decimal LockedAfter,
    DateTimeOffset At);

/// <summary>All accounts, for an administrator.</summary>
/// <param name="Items">By name.</param>
public sealed record AccountListAnswer(IReadOnlyList<AccountAnswer> Items);

/// <summary>Whether accounts and markets agree to the cent and the lot.</summary>
/// <param name="AsOf">The instant it speaks for.</param>
/// <param name="Agrees">Whether nothing differs.</param>
/// <param name="Accounts">How many accounts were compared.</param>
/// <param name="Totals">What all accounts have together, by asset.</param>
/// <param name="Funded">What was paid in less what was paid out, by asset.</param>
/// <param name="Differences">What differs, in words.</param>
public sealed record ReconciliationAnswer(
    DateTimeOffset AsOf, bool Agrees, int Accounts, IReadOnlyList<AmountAnswer> Totals, IReadOnlyList<AmountAnswer> Funded, IReadOnlyList<string> Differences);

/// <summary>An amount of an asset.</summary>
/// <param name="AssetType">EUR, EUA or CEA.</param>
/// <param name="Amount">EUR or certificates.</param>
public sealed record AmountAnswer(string AssetType, decimal Amount);
