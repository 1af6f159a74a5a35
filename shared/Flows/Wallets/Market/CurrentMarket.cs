using System.Collections.Concurrent;
using System.Globalization;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Wallets.Market;

/// <summary>The market now: the newest one that is kept while it is young, else one that is read and kept.</summary>
public sealed class CurrentMarket(ReadMarket read, MarketArchive archive, WalletTokens tokens, TimeProvider time)
{
    private static readonly TimeSpan Young = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly ConcurrentDictionary<TokenSymbol, byte> _seen = new();

    /// <summary>Remembers tokens that wallets hold, so that the next market has their prices.</summary>
    public void Learn(IReadOnlyCollection<TokenSymbol> held)
    {
        foreach (var token in held) _seen.TryAdd(token, 0);
    }

    /// <summary>The market now.</summary>
    /// <param name="refresh">Whether it is read anew even when the known one is young.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<KeptMarket> ReadAsync(bool refresh, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken); // of many who ask at once one reads
        try
        {
            var latest = await archive.LatestAsync(cancellationToken);
            if (!refresh && latest is not null && time.GetUtcNow() - latest.Inputs.AsOf < Young && _seen.Keys.All(t => Knows(latest, t))) return latest;
            var id = time.GetUtcNow().UtcDateTime.ToString("yyyyMMdd'T'HHmmssfff", CultureInfo.InvariantCulture);
            var wanted = tokens.Usual.Concat(_seen.Keys).Concat(latest?.Inputs.Prices.Keys.Select(TokenSymbol.Parse) ?? []).Distinct().ToList();
            return await archive.KeepAsync(await read.ReadAsync(id, wanted, latest?.Inputs, cancellationToken), cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    // A token that no source has a price of is asked for again with the next market only.
    private static bool Knows(KeptMarket market, TokenSymbol token) => market.Inputs.Asked.Contains(token.Value, StringComparer.Ordinal);
}

/// <summary>Tokens whose market is always looked at.</summary>
/// <param name="Usual">The usual ones.</param>
public sealed record WalletTokens(IReadOnlyList<TokenSymbol> Usual)
{
    /// <summary>Ether, bitcoin, the large stablecoins and what is most often lent.</summary>
    public static WalletTokens Standard { get; } = new(
        [.. new[] { "ETH", "WETH", "wstETH", "WBTC", "USDC", "USDT", "DAI", "LINK", "AAVE", "UNI", "cbETH", "weETH", "rETH" }.Select(TokenSymbol.Parse)]);
}
