using LiquidityRisk.Domain.CashMarket.Accounts;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.CashMarket;

/// <summary>Accounts of signed-in clients; one is opened when it is first asked for.</summary>
public sealed class ClientAccounts(AccountBook accounts, Markets markets, SettleAccounts settle, OpeningBalances opening, TimeProvider time)
{
    /// <summary>A client's account as it is now.</summary>
    public async Task<AccountDocument> OfAsync(string userId, CancellationToken cancellationToken)
    {
        var id = await OpenAsync(userId, cancellationToken);
        return (await settle.SettleAsync([id], cancellationToken))[0];
    }

    /// <summary>The number of a client's account, which is there from now on.</summary>
    public async ValueTask<AccountId> OpenAsync(string userId, CancellationToken cancellationToken)
    {
        var id = DerivedIds.ClientAccount(userId);
        if (!accounts.Remembers(id) && await accounts.ReadAsync(id, cancellationToken) is null)
            await accounts.TryOpenAsync(New(id, userId, await markets.PositionsAsync(cancellationToken)), cancellationToken);
        return id;
    }

    private AccountDocument New(AccountId id, string userId, JournalPositions positions)
    {
        var now = time.GetUtcNow();
        var document = AccountDocument.Open(id, DerivedIds.Client(userId), AccountKind.Client, positions, new(userId, userId, userId, now));
        foreach (var amount in opening.Amounts.Present)
        {
            var operation = DerivedIds.Command("opening balance", AccountAnswers.Of(amount.Asset), userId);
            document = document.With(Funding.Deposit(document.Account, operation, amount, now), now);
        }

        return document;
    }
}

/// <summary>What a new client's account is given: nothing, except where the market is for trying things out.</summary>
/// <param name="Amounts">By asset.</param>
public sealed record OpeningBalances(AssetAmounts Amounts);
