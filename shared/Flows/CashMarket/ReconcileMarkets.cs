using LiquidityRisk.Contracts.CashMarket;
using LiquidityRisk.Domain.CashMarket.Accounts;
using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Units;
using Microsoft.Extensions.Logging;

namespace LiquidityRisk.Flows.CashMarket;

/// <summary>
/// Finds and finishes what a crash or a lost message left: entries that accounts have not settled, reservations whose order never came.
/// And proves that nothing came from nowhere and nothing got lost.
/// </summary>
public sealed class ReconcileMarkets(
    AccountBook accounts, Markets markets, SettleAccounts settle, AnnounceMarkets announceMarkets, AnnounceAccounts announceAccounts, TimeProvider time, ILogger<ReconcileMarkets> log)
{
    /// <summary>After this long a client's reservation is taken for one whose request died.</summary>
    public static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(2);

    /// <summary>Finishes what was left and proves the rest.</summary>
    public async Task<ReconciliationAnswer> SweepAsync(CancellationToken cancellationToken)
    {
        await announceMarkets.SweepAsync(cancellationToken);
        var heads = await accounts.ListAsync(cancellationToken);
        await settle.SettleAsync([.. heads.Select(h => h.Id)], cancellationToken);
        var before = time.GetUtcNow() - Forgotten;
        foreach (var head in heads.Where(h => h.Kind == AccountKind.Client && h.Reserved < before))
            await GiveBackAsync(head.Id, before, cancellationToken);
        await announceAccounts.SweepAsync(cancellationToken);
        var proof = await ProveAsync(cancellationToken);
        if (!proof.Agrees) log.LogError("The cash market does not add up: {Differences}", string.Join("; ", proof.Differences));
        return proof;
    }

    /// <summary>
    /// Compares accounts and books at one place of each journal: accounts are read first, then the books, which cannot be behind them, and
    /// every account follows to there in memory.
    /// </summary>
    public async Task<ReconciliationAnswer> ProveAsync(CancellationToken cancellationToken)
    {
        var documents = await accounts.ReadAllAsync(_ => true, cancellationToken);
        var books = new List<MarketBook>();
        foreach (var market in markets.All)
        {
            books.Add(await market.ReadAsync(
                r => new MarketBook(market.Certificate, r.Position, [.. r.Orders(OrderSide.Buy), .. r.Orders(OrderSide.Sell)]), cancellationToken));
        }

        var followed = new List<AccountDocument>(documents.Count);
        foreach (var document in documents) followed.Add(await settle.FollowAsync(document, c => books.Single(b => b.Certificate == c).Position, cancellationToken));
        var funded = AssetAmounts.Sum(followed.SelectMany(d => d.Funded.Present));
        var faults = followed.Where(d => d.Fault is not null).Select(d => $"{d.Profile.Name} does not follow the markets: {d.Fault}");
        var differences = Conservation.Check(followed.Select(d => d.Account), funded, books).Select(d => d.ToString()!);
        var totals = AssetAmounts.Sum(followed.SelectMany(d => Assets.All.Select(a => d.Account.Holdings[a].Total)));
        var all = faults.Concat(differences).ToList();
        return new(time.GetUtcNow(), all.Count == 0, followed.Count, Amounts(totals), Amounts(funded), all);
    }

    // First no market may carry the command out any more, then what it had reserved goes back.
    private async Task GiveBackAsync(AccountId id, DateTimeOffset before, CancellationToken cancellationToken)
    {
        if (await accounts.ReadAsync(id, cancellationToken) is not { } document) return;
        foreach (var reservation in document.Account.Reservations.Where(r => r.Since < before))
        {
            foreach (var market in markets.All) await market.VoidAsync(reservation.Operation, since: null, cancellationToken);
            await settle.ReleaseAsync(id, reservation.Operation, cancellationToken);
            log.LogInformation("Reservation {Operation} of account {Account} was given back: its order never came", reservation.Operation, id);
        }
    }

    private static List<AmountAnswer> Amounts(AssetAmounts amounts) =>
        [.. Assets.All.Select(a => new AmountAnswer(AccountAnswers.Of(a), amounts[a].Value))];
}
