using System.Collections.Immutable;
using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Accounts;

/// <summary>A market's resting orders at one place in its journal.</summary>
/// <param name="Certificate">Which market.</param>
/// <param name="Position">Sequence of the last entry that the book includes.</param>
/// <param name="Orders">What rests on both sides.</param>
public sealed record MarketBook(CertificateType Certificate, long Position, ImmutableArray<RestingOrder> Orders)
{
    /// <summary>The book of a snapshot, in a market whose journal has an entry for every command that the engine took.</summary>
    public static MarketBook Of(CertificateType certificate, BookSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return new(certificate, snapshot.Position, [.. snapshot.Bids, .. snapshot.Asks]);
    }
}

/// <summary>Proves that nothing came from nowhere and nothing got lost, to the cent and to the lot.</summary>
public static class Conservation
{
    /// <summary>What was paid in less what was paid out, by some transactions; each transaction once.</summary>
    public static AssetAmounts Funded(IEnumerable<AssetTransaction> transactions) =>
        AssetAmounts.Sum(transactions.Where(t => t.CrossesTheBorder).Select(t => t.Change));

    /// <summary>All differences between the accounts, what was paid in and what rests; empty when everything agrees.</summary>
    /// <param name="accounts">All accounts, each once.</param>
    /// <param name="funded">What was paid in to them less what was paid out.</param>
    /// <param name="books">Every market in which they have orders, each once.</param>
    /// <exception cref="ArgumentException">An account or a market is given twice.</exception>
    public static ImmutableArray<BalanceDifference> Check(IEnumerable<Account> accounts, AssetAmounts funded, IEnumerable<MarketBook> books)
    {
        ArgumentNullException.ThrowIfNull(funded);
        var all = accounts.ToDictionary(a => a.Id);
        var markets = books.ToDictionary(b => b.Certificate);
        var needs = all.Values.ToDictionary(a => a.Id, a => AssetAmounts.Sum(a.Reservations.SelectMany(r => r.Amounts.Present)));
        var differences = ImmutableArray.CreateBuilder<BalanceDifference>();
        foreach (var book in markets.Values)
        {
            foreach (var account in all.Values.Where(a => a.Applied[book.Certificate] != book.Position))
                differences.Add(new PositionDiffers(account.Id, book.Certificate, account.Applied[book.Certificate], book.Position));
            foreach (var order in book.Orders)
            {
                if (needs.TryGetValue(order.Account, out var need)) needs[order.Account] = need.Plus(OrderLock.Of(book.Certificate, order));
                else differences.Add(new OrderWithoutAccount(book.Certificate, order.Id, order.Account));
            }
        }

        foreach (var asset in Assets.All)
        {
            var actual = AssetAmounts.Sum(all.Values.Select(a => a.Holdings[asset].Total))[asset];
            if (actual != funded[asset]) differences.Add(new TotalDiffers(funded[asset], actual));
            foreach (var account in all.Values.Where(a => a.Holdings[asset].Locked != needs[a.Id][asset]))
                differences.Add(new LockedDiffers(account.Id, needs[account.Id][asset], account.Holdings[asset].Locked));
        }

        return differences.DrainToImmutable();
    }
}
