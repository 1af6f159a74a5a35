using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Flows.Wallets.Market;
using LiquidityRisk.Flows.Wallets.Sources;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Wallets.Scan;

/// <summary>
/// Reads what many wallets have and owe: positions for many at once, free balances one by one, a few at a time. A source that fails spoils
/// only what it was asked for.
/// </summary>
public sealed class ReadHoldings(IPositionSource positions, IBalanceSource balances, TimeProvider time)
{
    private const int BalancesAtOnce = 8;

    /// <summary>Reads some wallets.</summary>
    /// <param name="wallets">Which.</param>
    /// <param name="protocols">In which protocols.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<HoldingsReading> ReadAsync(
        IReadOnlyList<WalletAddress> wallets, IReadOnlyList<LendingProtocol> protocols, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var reads = protocols.SelectMany(p => wallets.Chunk(positions.MaxWallets).Select(chunk => ReadAsync(p, chunk, cancellationToken))).ToList();
        var free = FreeAsync(wallets, cancellationToken);
        var parts = new Dictionary<(WalletAddress, LendingProtocol), PositionPart>();
        foreach (var read in await Task.WhenAll(reads))
            foreach (var (wallet, part) in read) parts[(wallet, part.Protocol)] = part;
        return new(parts, await free, time.GetElapsedTime(started));
    }

    private async Task<IEnumerable<(WalletAddress, PositionPart)>> ReadAsync(
        LendingProtocol protocol, IReadOnlyList<WalletAddress> wallets, CancellationToken cancellationToken)
    {
        var (batch, fault) = await ReadMarket.TryAsync(
            SourceName.TheGraph, ct => positions.ReadAsync(protocol, wallets, ct), cancellationToken);
        if (batch is null) return wallets.Select(w => (w, new PositionPart(protocol, null, null, null, fault, null)));
        return wallets.Select(wallet =>
        {
            if (batch.Faults.TryGetValue(wallet, out var contradiction))
                return (wallet, new PositionPart(protocol, null, null, null, SourceFault.Unusable, contradiction));
            var position = batch.Positions.GetValueOrDefault(wallet);
            PositionCaveat? caveat = batch.Caveats.TryGetValue(wallet, out var untold) ? untold : null;
            return (wallet, new PositionPart(protocol, batch.AsOf, position, OraclePrices(position, batch), null, null, caveat));
        });
    }

    private static Dictionary<string, UsdPrice>? OraclePrices(ProtocolPosition? position, PositionBatch batch)
    {
        if (position is null || batch.OraclePrices.Count == 0) return null;
        var prices = new Dictionary<string, UsdPrice>(StringComparer.Ordinal);
        foreach (var token in position.Supplied.Select(s => s.Asset).Concat(position.Borrowed.Select(b => b.Asset)))
            if (batch.OraclePrices.TryGetValue(token, out var price)) prices[token.Value] = price;
        return prices.Count > 0 ? prices : null;
    }

    private async Task<Dictionary<WalletAddress, BalancePart>> FreeAsync(IReadOnlyList<WalletAddress> wallets, CancellationToken cancellationToken)
    {
        using var atOnce = new SemaphoreSlim(BalancesAtOnce);
        var read = await Task.WhenAll(wallets.Select(async wallet =>
        {
            await atOnce.WaitAsync(cancellationToken);
            try
            {
                var (found, fault) = await ReadMarket.TryAsync(SourceName.Alchemy, ct => balances.ReadAsync(wallet, ct), cancellationToken);
                return (wallet, new BalancePart(found is null ? null : time.GetUtcNow(), found ?? [], fault));
            }
            finally
            {
                atOnce.Release();
            }
        }));
        return read.ToDictionary(r => r.wallet, r => r.Item2);
    }
}

/// <summary>What was read of some wallets. A part that could not be read has no time and says why.</summary>
/// <param name="Parts">By wallet and protocol.</param>
/// <param name="Free">By wallet.</param>
/// <param name="Waited">How long sources took.</param>
public sealed record HoldingsReading(
    IReadOnlyDictionary<(WalletAddress Wallet, LendingProtocol Protocol), PositionPart> Parts,
    IReadOnlyDictionary<WalletAddress, BalancePart> Free,
    TimeSpan Waited)
{
    /// <summary>The document with everything that was read of its wallet; what could not be read stays as it was, with its age and the reason.</summary>
    public WalletDocument Into(WalletDocument document, IReadOnlyList<LendingProtocol> protocols)
    {
        var parts = document.Parts.ToDictionary(p => p.Protocol);
        foreach (var protocol in protocols)
        {
            if (!Parts.TryGetValue((document.Address, protocol), out var read)) continue;
            parts[protocol] = read.AsOf is not null || !parts.TryGetValue(protocol, out var before)
                ? read
                : before with { Fault = read.Fault, Contradiction = read.Contradiction };
        }

        var free = Free.GetValueOrDefault(document.Address);
        return document with
        {
            Parts = [.. parts.Values.OrderBy(p => p.Protocol)],
            Free = free is null ? document.Free : free.AsOf is not null || document.Free is null ? free : document.Free with { Fault = free.Fault },
        };
    }

    /// <summary>Whether something of a wallet could not be read. Sources that are not set up do not count.</summary>
    public bool Failed(WalletAddress wallet, IReadOnlyList<LendingProtocol> protocols) =>
        Free.GetValueOrDefault(wallet)?.Fault is not (null or SourceFault.NotConfigured)
        || protocols.Any(p => Parts.GetValueOrDefault((wallet, p))?.Fault is not (null or SourceFault.NotConfigured));
}
