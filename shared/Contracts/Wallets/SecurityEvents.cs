namespace LiquidityRisk.Contracts.Wallets;

/// <summary>Unusual access to a wallet.</summary>
/// <param name="Id">Names it within its day.</param>
/// <param name="Kind">many_clients, high_frequency or many_failed_checks.</param>
/// <param name="WalletAddress">Which wallet was asked for.</param>
/// <param name="At">When it was noticed.</param>
/// <param name="Count">How many clients, requests or failed checks there were.</param>
/// <param name="WindowSeconds">Within how many seconds.</param>
/// <param name="Networks">Where the last of them came from: networks (/24 of IPv4, /48 of IPv6), never whole addresses.</param>
public sealed record SecurityEventAnswer(
    string Id, string Kind, string WalletAddress, DateTimeOffset At, int Count, int WindowSeconds, IReadOnlyList<string> Networks);

/// <summary>Unusual access to wallets.</summary>
/// <param name="Items">Newest first.</param>
/// <param name="NextCursor">Asks for the next page; null on the last.</param>
public sealed record SecurityEventListAnswer(IReadOnlyList<SecurityEventAnswer> Items, string? NextCursor);
