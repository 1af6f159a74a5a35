using System.Collections.Immutable;
using LiquidityRisk.Contracts.CashMarket;
using LiquidityRisk.Domain.CashMarket.Accounts;
using LiquidityRisk.Domain.CashMarket.Liquidity;
using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Flows.Audit;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.CashMarket;

/// <summary>Market makers: accounts that administrators create, fund and deactivate, and that place orders in liquidity operations only.</summary>
public sealed class MarketMakers(
    AccountBook accounts, Markets markets, SettleAccounts settle, AnnounceMarkets announceMarkets, AnnounceAccounts announce, AuditTrail audit, TimeProvider time)
{
    private const int MaxName = 100;

    /// <summary>Creates a market maker with balances that fit its type.</summary>
    /// <exception cref="CashMarketRefusedException">It cannot be created; nothing has changed.</exception>
    public async Task<MarketMakerAnswer> CreateAsync(MarketMakerRequest request, Guid operation, string by, CancellationToken cancellationToken)
    {
        if (!AccountAnswers.TryParse(request.MmType, out AccountKind kind))
            throw Refusals.Malformed("mm_type", "One of ASSET_HOLDER, LIQUIDITY_PROVIDER is expected.");
        var name = Name("name", request.Name) ?? throw Refusals.Malformed("name", "A name of 1 to 100 characters is expected.");
        var document = await OpenAsync(name, kind, Name("beneficial_owner", request.BeneficialOwner) ?? name, Initial(request, kind), operation, by, cancellationToken);
        return await AnswerAsync(document, cancellationToken);
    }

    /// <summary>Market makers, by name.</summary>
    /// <param name="kind">Only of this type; null for all.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<MarketMakerListAnswer> ListAsync(AccountKind? kind, CancellationToken cancellationToken)
    {
        var documents = await AllAsync(kind, cancellationToken);
        var answers = new List<MarketMakerAnswer>(documents.Count);
        foreach (var document in documents) answers.Add(await AnswerAsync(document, cancellationToken));
        return new(answers);
    }

    /// <summary>Market makers as stored, brought up to the markets; by name.</summary>
    public async Task<IReadOnlyList<AccountDocument>> AllAsync(AccountKind? kind, CancellationToken cancellationToken)
    {
        var heads = await accounts.ListAsync(cancellationToken);
        var ids = heads.Where(h => h.Kind != AccountKind.Client && (kind is null || h.Kind == kind)).Select(h => h.Id).ToList();
        return [.. (await settle.SettleAsync(ids, cancellationToken)).OrderBy(d => d.Profile.Name, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>One market maker as stored.</summary>
    /// <exception cref="CashMarketRefusedException">There is none.</exception>
    public async Task<AccountDocument> FindAsync(AccountId id, CancellationToken cancellationToken) =>
        await settle.SettleAsync([id], cancellationToken) is [var document] && document.Account.Kind != AccountKind.Client
            ? document
            : throw Refusals.NotFound("There is no such market maker.");

    /// <summary>Deactivates a market maker: its orders are cancelled, which releases what they locked.</summary>
    /// <exception cref="CashMarketRefusedException">There is none.</exception>
    public async Task<MarketMakerAnswer> DeactivateAsync(AccountId id, Guid operation, string by, CancellationToken cancellationToken)
    {
        var wasActive = (await FindAsync(id, cancellationToken)).IsActive;
        await accounts.ChangeAsync(id, d => new(d.IsActive ? d with { IsActive = false, Seq = d.Seq + 1, ChangedAt = time.GetUtcNow() } : null), cancellationToken);
        foreach (var market in markets.All)
        {
            var resting = await market.ReadAsync(
                r => r.Orders(OrderSide.Buy).Concat(r.Orders(OrderSide.Sell)).Where(o => o.Account == id).Select(o => new OwnedOrder(o.Id, id)).ToImmutableArray(),
                cancellationToken);
            foreach (var order in resting)
            {
                // One by one: an order that trades meanwhile must not keep the others in the book.
                var command = DerivedIds.Command("deactivate", operation.ToString("N"), market.Certificate.Value, order.Order.ToString());
                var entry = await market.AppendAsync(command, MarketSources.Deactivation, null, _ => new CancelOrder(command, order.Order, id), cancellationToken);
                await announceMarkets.PublishAsync(market.Certificate, entry.Sequence, cancellationToken);
            }
        }

        if (wasActive) await CashMarketAudit.AppendAsync(audit, CashMarketAudit.Account(id), "deactivated", by, "Orders cancelled.", null, cancellationToken);
        return await AnswerAsync(await FindAsync(id, cancellationToken), cancellationToken);
    }

    /// <summary>A market maker in the words of the contract.</summary>
    public async Task<MarketMakerAnswer> AnswerAsync(AccountDocument document, CancellationToken cancellationToken)
    {
        var (account, profile) = (document.Account, document.Profile);
        var open = new Dictionary<string, int>(StringComparer.Ordinal);
        var performance = new List<MakerPerformanceAnswer>();
        foreach (var market in markets.All)
        {
            var (orders, record) = await market.PeekAsync(
                r => (r.Orders(account.Kind.SideOf()).Count(o => o.Account == account.Id), r.Makers.Of(account.Id)), cancellationToken);
            open[market.Certificate.Value] = orders;
            if (record?.Performance(time.GetUtcNow()) is not { } p) continue;
            performance.Add(new(
                market.Certificate.Value, Rounded(p.TimeAtTop), Rounded(p.FillRatio), p.Spread is { } s ? Math.Round(s.Value, 2) : null, p.Placed, p.Trades, p.Volume.Value));
        }

        var holdings = account.Holdings;
        return new(
            account.Id.Value.ToString("N"),
            profile.Name,
            AccountAnswers.Of(account.Kind),
            document.IsActive,
            profile.Owner,
            holdings.Eur.Available.Value,
            holdings.Cea.Available.Value,
            holdings.Eua.Available.Value,
            AccountAnswers.Balances(holdings),
            open,
            performance,
            profile.CreatedAt,
            profile.CreatedBy);
    }

    /// <summary>What a market maker did lately in a market, for the check of conduct.</summary>
    public async Task<MakerActivity> ActivityAsync(CertificateType certificate, AccountId id, CancellationToken cancellationToken) =>
        await markets[certificate].PeekAsync(r => r.Makers.Of(id)?.Activity(time.GetUtcNow()) ?? default, cancellationToken);

    /// <summary>Opens the account of a market maker, with its initial balances in the same write; finds the one that this operation opened before.</summary>
    /// <exception cref="CashMarketRefusedException">The name is taken.</exception>
    internal async Task<AccountDocument> OpenAsync(
        string name, AccountKind kind, string owner, IReadOnlyList<AssetAmount> initial, Guid operation, string by, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var id = DerivedIds.MakerAccount(name);
        var document = AccountDocument.Open(
            id, DerivedIds.Owner(owner), kind, await markets.PositionsAsync(cancellationToken), new(name, owner, by, now, operation));
        foreach (var amount in initial)
        {
            var result = Funding.Deposit(document.Account, DerivedIds.Command("initial", operation.ToString("N"), AccountAnswers.Of(amount.Asset)), amount, now);
            if (result.Refusal is { } refusal) throw Refusals.Of(refusal, "initial_balances");
            document = document.With(result, now);
        }

        if (!await accounts.TryOpenAsync(document, cancellationToken))
        {
            document = await accounts.ReadAsync(id, cancellationToken) is { } earlier && earlier.Profile.CreatedIn == operation
                ? earlier
                : throw Refusals.Conflict("name_taken", "name", $"There is a market maker called {name}.");
        }

        var subject = CashMarketAudit.Account(id);
        if (await audit.AsOfAsync(subject, "created", asOf: null, cancellationToken) is not null) return document;
        var balances = initial.Count == 0 ? "nothing" : string.Join(", ", initial);
        await CashMarketAudit.AppendAsync(
            audit, subject, "created", by, $"{AccountAnswers.Of(kind)} {name}, owner {owner}, with {balances}.", null, cancellationToken);
        await announce.PublishAsync([document], cancellationToken);
        return document;
    }

    /// <summary>A name of 1 to 100 characters without blanks around it; null when absent.</summary>
    internal static string? Name(string field, string? text)
    {
        if (text is null) return null;
        var name = text.Trim();
        return name.Length is >= 1 and <= MaxName && !name.Any(char.IsControl)
            ? name
            : throw Refusals.Malformed(field, "A name of 1 to 100 characters is expected.");
    }

    private static List<AssetAmount> Initial(MarketMakerRequest request, AccountKind kind)
    {
        var amounts = new List<AssetAmount>();
        if (request.InitialEurBalance is { } euros)
        {
            if (!kind.MayReceive(Asset.Eur)) throw Refusals.Impossible("asset_not_allowed", "initial_eur_balance", "An asset holder is funded with CEA or EUA only.");
            if (euros != 0) amounts.Add(Positive(FundAccounts.Amount("initial_eur_balance", Asset.Eur, euros), "initial_eur_balance"));
        }

        foreach (var (name, value) in request.InitialBalances ?? new Dictionary<string, decimal>(StringComparer.Ordinal))
        {
            var field = $"initial_balances.{name}";
            if (!AccountAnswers.TryParse(name, out Asset asset) || asset == Asset.Eur) throw Refusals.Malformed(field, "Balances of CEA and EUA are expected.");
            if (!kind.MayReceive(asset)) throw Refusals.Impossible("asset_not_allowed", field, "A liquidity provider is funded with EUR only.");
            if (value != 0) amounts.Add(Positive(FundAccounts.Amount(field, asset, value), field));
        }

        return amounts;
    }

    private static AssetAmount Positive(AssetAmount amount, string field) =>
        amount.IsNegative ? throw Refusals.Malformed(field, "A balance is not negative.") : amount;

    private static double? Rounded(Weight? weight) => weight is { } w ? Math.Round(w.Value, 4) : null;
}
