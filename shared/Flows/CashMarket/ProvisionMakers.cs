using LiquidityRisk.Contracts.CashMarket;
using LiquidityRisk.Domain.CashMarket.Accounts;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.CashMarket;

/// <summary>Brings in what a plan lacks: new market makers, or more for those there are.</summary>
public sealed class ProvisionMakers(MarketMakers makers, FundAccounts fund)
{
    private const int MaxCount = 100;

    /// <summary>Provisions; the amount is spread evenly, odd cents and certificates go to the first ones.</summary>
    /// <exception cref="CashMarketRefusedException">It cannot be done.</exception>
    public async Task<ProvisionAnswer> ProvisionAsync(ProvisionRequest request, Guid operation, string by, CancellationToken cancellationToken)
    {
        if (!AccountAnswers.TryParse(request.MmType, out AccountKind kind))
            throw Refusals.Malformed("mm_type", "One of ASSET_HOLDER, LIQUIDITY_PROVIDER is expected.");
        var asset = AssetFor(kind, request.CertificateType);
        var amount = FundAccounts.Amount("amount", asset, request.Amount);
        if (amount.IsNegative) throw Refusals.Malformed("amount", "An amount above 0 is expected.");
        var provisioned = request.Action switch
        {
            "create_new" => await CreateAsync(kind, amount, request.Count ?? 1, operation, by, cancellationToken),
            "fund_existing" => await FundAsync(kind, amount, request.MmIds, operation, by, cancellationToken),
            _ => throw Refusals.Malformed("action", "One of create_new, fund_existing is expected."),
        };
        return new(request.Action!, AccountAnswers.Of(asset), amount.Value, provisioned);
    }

    private async Task<List<MarketMakerAnswer>> CreateAsync(
        AccountKind kind, AssetAmount amount, int count, Guid operation, string by, CancellationToken cancellationToken)
    {
        if (count is < 1 or > MaxCount) throw Refusals.Malformed("count", "A whole number from 1 to 100 is expected.");
        var answers = new List<MarketMakerAnswer>(count);
        foreach (var (index, share) in Shares(amount, count).Index())
        {
            var one = DerivedIds.Derive("provision", operation.ToString("N"), FormattableString.Invariant($"{index}"));
            var name = $"{(kind == AccountKind.AssetHolder ? "Asset holder" : "Liquidity provider")} {one.ToString("N")[..6].ToUpperInvariant()}";
            answers.Add(await makers.AnswerAsync(await makers.OpenAsync(name, kind, name, [share], one, by, cancellationToken), cancellationToken));
        }

        return answers;
    }

    private async Task<List<MarketMakerAnswer>> FundAsync(
        AccountKind kind, AssetAmount amount, IReadOnlyList<string?>? ids, Guid operation, string by, CancellationToken cancellationToken)
    {
        var active = (await makers.AllAsync(kind, cancellationToken)).Where(m => m.IsActive).ToList();
        var chosen = ids is null ? active : [.. ids.Distinct(StringComparer.Ordinal).Select((id, i) => Find(active, id, i))];
        if (chosen.Count == 0) throw Refusals.Impossible("no_market_makers", "mm_ids", "There is no active market maker of this type.");
        var answers = new List<MarketMakerAnswer>(chosen.Count);
        foreach (var (maker, share) in chosen.Zip(Shares(amount, chosen.Count)))
        {
            var one = DerivedIds.Command("provision", operation.ToString("N"), maker.Account.Id.ToString());
            var request = new FundRequest(AccountAnswers.Of(amount.Asset), share.Value, "Provisioned for a liquidity plan");
            answers.Add(await makers.AnswerAsync(await fund.FundMakerAsync(maker.Account.Id, request, one, by, cancellationToken), cancellationToken));
        }

        return answers;
    }

    private static AccountDocument Find(List<AccountDocument> active, string? id, int index) =>
        active.Find(m => m.Account.Id.Value.ToString("N") == id)
        ?? throw Refusals.Impossible(
            "unknown_market_maker", FormattableString.Invariant($"mm_ids[{index}]"), "This is no active market maker of the type.");

    private static Asset AssetFor(AccountKind kind, string? certificate)
    {
        if (kind == AccountKind.LiquidityProvider) return Asset.Eur;
        if (certificate is null) return Asset.Eua;
        return CertificateType.TryParse(certificate, out var type) ? Assets.Of(type) : throw Refusals.Malformed("certificate_type", "One of EUA, CEA is expected.");
    }

    private static IEnumerable<AssetAmount> Shares(AssetAmount amount, int count)
    {
        var grain = amount.Asset == Asset.Eur ? 0.01m : 1;
        var units = amount.Value / grain;
        if (units < count) throw Refusals.Impossible("amount_too_small", "amount", "There is not a cent or certificate for each market maker.");
        var (each, odd) = (decimal.Floor(units / count), units % count);
        for (var i = 0; i < count; i++) yield return new(amount.Asset, (each + (i < odd ? 1 : 0)) * grain);
    }
}
