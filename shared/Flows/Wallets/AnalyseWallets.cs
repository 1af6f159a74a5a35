using LiquidityRisk.Domain.Wallets.Assessment;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Flows.Wallets.Market;
using LiquidityRisk.Flows.Wallets.Scan;
using Microsoft.Extensions.Logging;

namespace LiquidityRisk.Flows.Wallets;

/// <summary>Reads wallets from their sources, judges them, saves what changed and tells who listens.</summary>
public sealed class AnalyseWallets(
    ReadHoldings holdings, WalletBook book, AnnounceWallets announce, WalletRules rules, TimeProvider time, ILogger<AnalyseWallets> log)
{
    private const int SavesAtOnce = 64; // a store that commits in groups is the faster for it

    /// <summary>Every protocol that is looked at.</summary>
    public static IReadOnlyList<LendingProtocol> AllProtocols { get; } = Enum.GetValues<LendingProtocol>();

    /// <summary>Analyses some wallets by one market.</summary>
    /// <param name="wallets">What is known to be stored of them.</param>
    /// <param name="market">The market.</param>
    /// <param name="protocols">Protocols to read anew; the others stay as they were read last.</param>
    /// <param name="cancellationToken">Stops; wallets that are saved stay so.</param>
    public async Task<AnalysedWallets> AnalyseAsync(
        IReadOnlyList<StoredDocument<WalletDocument>> wallets,
        KeptMarket market,
        IReadOnlyList<LendingProtocol> protocols,
        CancellationToken cancellationToken)
    {
        if (wallets.Count == 0) return new();
        var reading = await holdings.ReadAsync([.. wallets.Select(w => w.Body.Address)], protocols, cancellationToken);
        var outcome = new AnalysedWallets();
        outcome.Wait(reading.Waited);
        var news = new List<WalletStep>();
        var gate = new Lock();
        await Parallel.ForEachAsync(
            wallets,
            new ParallelOptions { MaxDegreeOfParallelism = SavesAtOnce, CancellationToken = cancellationToken },
            async (wallet, ct) =>
            {
                var (step, fault) = await StepAsync(wallet, reading, market, protocols, ct);
                lock (gate)
                {
                    outcome.Add(step, fault || reading.Failed(wallet.Body.Address, protocols));
                    if (step is { IsNews: true }) news.Add(step);
                }
            });
        await announce.PublishAsync([.. news.Select(n => n.Document)], cancellationToken);
        return outcome;
    }

    // One wallet that cannot be judged or saved does not stop the others: it counts as failed and is tried again by the next scan.
    private async Task<(WalletStep? Step, bool Failed)> StepAsync(
        StoredDocument<WalletDocument> wallet,
        HoldingsReading reading,
        KeptMarket market,
        IReadOnlyList<LendingProtocol> protocols,
        CancellationToken cancellationToken)
    {
        WalletStep? step = null;
        try
        {
            var saved = await book.ChangeAsync(
                wallet.Body.Address,
                wallet,
                stored =>
                {
                    step = stored is null ? null : WalletStep.Of(reading.Into(stored, protocols), market, rules, time.GetUtcNow());
                    return step?.Document;
                },
                cancellationToken);
            return (saved is null || step is null ? null : step with { Document = saved }, saved is null);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogWarning(e, "The wallet {Wallet} could not be judged or saved", wallet.Body.Address);
            return (null, true);
        }
    }
}
