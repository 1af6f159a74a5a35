using System.Globalization;
using LiquidityRisk.Contracts.CashMarket;
using LiquidityRisk.Domain.CashMarket.Accounts;
using LiquidityRisk.Flows.Audit;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.CashMarket;

/// <summary>Pays into accounts and out of them, and tells what changed them.</summary>
public sealed class FundAccounts(AccountBook accounts, AnnounceAccounts announce, AuditTrail audit, TimeProvider time)
{
    /// <summary>Longest remark.</summary>
    public const int MaxNotes = 500;

    /// <summary>Pays into a client's account, or out of what is available in it.</summary>
    /// <param name="id">Which account.</param>
    /// <param name="request">Which asset and how much; negative is paid out.</param>
    /// <param name="operation">What it is known by; the same when it is sent again.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="cancellationToken">Stops waiting; it may still be done.</param>
    /// <exception cref="CashMarketRefusedException">It cannot be done; nothing has changed.</exception>
    public async Task<AccountDocument> FundClientAsync(
        AccountId id, FundRequest request, CommandId operation, string by, CancellationToken cancellationToken)
    {
        var document = await FundAsync(id, request, operation, isMaker: false, by, cancellationToken);
        return document ?? throw Refusals.NotFound("There is no such client's account.");
    }

    /// <summary>As <see cref="FundClientAsync"/>, for a market maker: only with what fits its type.</summary>
    /// <exception cref="CashMarketRefusedException">It cannot be done; nothing has changed.</exception>
    public async Task<AccountDocument> FundMakerAsync(
        AccountId id, FundRequest request, CommandId operation, string by, CancellationToken cancellationToken)
    {
        var document = await FundAsync(id, request, operation, isMaker: true, by, cancellationToken);
        return document ?? throw Refusals.NotFound("There is no such market maker.");
    }

    /// <summary>All clients' accounts, by name.</summary>
    public async Task<AccountListAnswer> ClientsAsync(CancellationToken cancellationToken) => new(
        [.. (await accounts.ReadAllAsync(h => h.Kind == AccountKind.Client, cancellationToken))
            .OrderBy(d => d.Profile.Name, StringComparer.Ordinal)
            .Select(AccountAnswers.Account)]);

    /// <summary>A page of what changed an account, newest first.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="before">Only transactions with a lower number.</param>
    /// <param name="most">How many.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<TransactionListAnswer> TransactionsAsync(AccountDocument account, long before, int most, CancellationToken cancellationToken)
    {
        var items = await accounts.TransactionsAsync(account, before, most, cancellationToken);
        var next = items.Count > 0 && items[^1].Number > 1 ? items[^1].Number.ToString(CultureInfo.InvariantCulture) : null;
        return new([.. items.Select(AccountAnswers.Transaction)], next);
    }

    /// <summary>Reads an amount of a request.</summary>
    /// <exception cref="CashMarketRefusedException">It is not one; the member is named.</exception>
    public static AssetAmount Amount(string field, Asset asset, decimal? value)
    {
        var grain = asset == Asset.Eur ? 0.01m : 1;
        if (value is not { } given || given == 0 || Math.Abs(given) > MaxAmount || given % grain != 0)
        {
            throw Refusals.Malformed(field, asset == Asset.Eur
                ? "An amount in whole cents is expected, not 0 and at most EUR 1,000,000,000,000."
                : "A whole number of certificates is expected, not 0 and at most 1,000,000,000,000.");
        }

        return new(asset, given);
    }

    private const decimal MaxAmount = 1_000_000_000_000;

    private async Task<AccountDocument?> FundAsync(
        AccountId id, FundRequest request, CommandId operation, bool isMaker, string by, CancellationToken cancellationToken)
    {
        if (!AccountAnswers.TryParse(request.AssetType, out Asset asset)) throw Refusals.Malformed("asset_type", "One of EUR, EUA, CEA is expected.");
        if (request.Notes?.Length > MaxNotes) throw Refusals.Malformed("notes", "At most 500 characters are expected.");
        var amount = Amount("amount", asset, request.Amount);
        AccountRefusal? refusal = null;
        var changed = await accounts.ChangeAsync(id, document =>
        {
            if (document.Account.Kind != AccountKind.Client != isMaker) return new((AccountDocument?)null);
            var now = time.GetUtcNow();
            var result = amount.IsNegative
                ? Funding.Withdraw(document.Account, operation, -amount, now)
                : Funding.Deposit(document.Account, operation, amount, now);
            refusal = result.Refusal;
            return new(result.Transactions.IsEmpty ? null : document.With(result, now));
        }, cancellationToken);
        if (refusal is not null) throw Refusals.Of(refusal, "amount");
        if (changed is not var (document, isChanged) || document.Account.Kind != AccountKind.Client != isMaker) return null;
        if (!isChanged) return document;
        await CashMarketAudit.AppendAsync(audit, CashMarketAudit.Account(id), "funded", by, $"{amount}", request.Notes, cancellationToken);
        await announce.PublishAsync([document], cancellationToken);
        return document;
    }
}
