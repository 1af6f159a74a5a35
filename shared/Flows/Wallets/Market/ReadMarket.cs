using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Flows.Wallets.Sources;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Wallets.Market;

/// <summary>Reads the market from its sources, once for many wallets. What a source does not give is taken from the market before, with its age.</summary>
public sealed class ReadMarket(IPriceSource prices, IGasSource gas, IProtocolSource protocols, IMoodSource mood, MarketRules rules, TimeProvider time)
{
    /// <summary>Tokens that are looked at, at most.</summary>
    public const int MaxTokens = 250;

    private const int HistoriesAtOnce = 1; // sources let few be asked for in a minute

    /// <summary>Reads prices, history, gas, protocols and mood.</summary>
    /// <param name="id">Id of the new market.</param>
    /// <param name="tokens">Tokens that are held or owed by anybody.</param>
    /// <param name="before">The market before; null for none.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<MarketInputs> ReadAsync(
        string id, IReadOnlyCollection<TokenSymbol> tokens, MarketInputs? before, CancellationToken cancellationToken)
    {
        var wanted = tokens.Append(TokenSymbol.Eth).Distinct().Order().Take(MaxTokens).ToList();
        var quotes = TryAsync(SourceName.CoinGecko, ct => prices.QuotesAsync(wanted, ct), cancellationToken);
        var closes = HistoriesAsync(wanted, before, cancellationToken);
        var price = TryAsync(SourceName.Etherscan, gas.ReadAsync, cancellationToken);
        var locked = TryAsync(SourceName.DefiLlama, protocols.LockedAsync, cancellationToken);
        var felt = TryAsync(SourceName.AlternativeMe, mood.ReadAsync, cancellationToken);
        var (quoted, quoteFault) = await quotes;
        var (gasRead, gasFault) = await price;
        var (lockedRead, lockedFault) = await locked;
        var (moodRead, moodFault) = await felt;
        var now = time.GetUtcNow();
        var earlier = before?.Sources.ToDictionary(s => s.Source, s => s.AsOf) ?? [];
        return new(
            id,
            now,
            [.. wanted.Select(t => t.Value)],
            quoted is null ? before?.Prices ?? new Dictionary<string, decimal>(StringComparer.Ordinal)
                : quoted.Where(q => q.Price is not null).ToDictionary(q => q.Token.Value, q => q.Price!.Value.Value, StringComparer.Ordinal),
            quoted is null ? before?.Volumes ?? new Dictionary<string, decimal>(StringComparer.Ordinal)
                : quoted.Where(q => q.DailyVolume is not null).ToDictionary(q => q.Token.Value, q => q.DailyVolume!.Value.Amount, StringComparer.Ordinal),
            await closes,
            gasRead?.Gwei ?? before?.Gwei,
            lockedRead?.ToDictionary(l => l.Key, l => l.Value.Amount) ?? before?.Locked ?? new Dictionary<LendingProtocol, decimal>(),
            [
                new(SourceName.CoinGecko, quoted is { Count: > 0 } ? quoted.Min(q => q.AsOf) : earlier.GetValueOrDefault(SourceName.CoinGecko), quoteFault),
                new(SourceName.Etherscan, gasRead?.AsOf ?? earlier.GetValueOrDefault(SourceName.Etherscan), gasFault),
                new(SourceName.DefiLlama, lockedRead is null ? earlier.GetValueOrDefault(SourceName.DefiLlama) : now, lockedFault),
                new(SourceName.AlternativeMe, moodRead?.AsOf ?? earlier.GetValueOrDefault(SourceName.AlternativeMe), moodFault),
            ],
            moodRead?.FearGreed ?? before?.FearGreed);
    }

    /// <summary>Asks a source; null, with the reason, when it fails.</summary>
    internal static async Task<(T? Result, SourceFault? Fault)> TryAsync<T>(
        SourceName source, Func<CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return (await ask(cancellationToken), null);
        }
        catch (SourceUnavailableException e) when (e.From == source)
        {
            return (null, e.Fault);
        }
    }

    // A day's close does not change any more: a series that reaches yesterday is not asked for again.
    private async Task<IReadOnlyDictionary<string, CloseSeries>> HistoriesAsync(
        IReadOnlyList<TokenSymbol> tokens, MarketInputs? before, CancellationToken cancellationToken)
    {
        var yesterday = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(-1);
        using var atOnce = new SemaphoreSlim(HistoriesAtOnce);
        var series = await Task.WhenAll(tokens.Select(async token =>
        {
            var known = before?.Closes.GetValueOrDefault(token.Value);
            if (known is not null && known.Last >= yesterday) return (token, known);
            await atOnce.WaitAsync(cancellationToken);
            try
            {
                var (closes, _) = await TryAsync(SourceName.CoinGecko, ct => prices.HistoryAsync(token, rules.HistoryDays, ct), cancellationToken);
                return (token, closes is { Count: > 0 } ? CloseSeries.Of(closes) : known);
            }
            finally
            {
                atOnce.Release();
            }
        }));
        return series.Where(s => s.Item2 is not null).ToDictionary(s => s.token.Value, s => s.Item2!, StringComparer.Ordinal);
    }
}
