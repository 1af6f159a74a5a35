using System.Collections.Immutable;
using System.Globalization;
using LiquidityRisk.Contracts.CashMarket;
using LiquidityRisk.Domain.CashMarket.Accounts;
using LiquidityRisk.Domain.CashMarket.Liquidity;
using LiquidityRisk.Domain.CashMarket.Operations;

namespace LiquidityRisk.Flows.CashMarket.Liquidity;

/// <summary>
/// The beginning of the story of created liquidity: a plan becomes an operation. What follows is driven by <see cref="DriveOperation"/>.
/// </summary>
public sealed class CreateLiquidity(PlanLiquidity planner, PreviewLiquidity previews, Markets markets, OperationBook operations, LiquidityRules rules, TimeProvider time)
{
    private const int MaxNotes = 500;

    /// <summary>Takes an operation on; asked again under the same id, finds it.</summary>
    /// <exception cref="CashMarketRefusedException">It cannot be carried out; with the four figures when assets are missing.</exception>
    public async Task<OperationDocument> CreateAsync(LiquidityCreateRequest request, Guid id, string by, CancellationToken cancellationToken)
    {
        if (request.Notes?.Length > MaxNotes) throw Refusals.Malformed("notes", "At most 500 characters are expected.");
        if (await operations.ReadAsync(id, cancellationToken) is { } earlier) return earlier;
        if (request.PreviewId is { } preview)
        {
            if (request.CertificateType is not null || request.Items is not null)
                throw Refusals.Malformed("preview_id", "Either a preview or amounts are expected, not both.");
            var shown = await previews.RedeemAsync(preview, request.PreviewHash, cancellationToken);
            return await OpenAsync(id, shown.Request, shown.Plan, request.Notes, by, cancellationToken);
        }

        var asked = PlanRequest.Read(new(
            request.CertificateType, request.BidAmountEur, request.AskAmountEur, request.Items, request.Distribution, request.AllowDefaultReference));
        return await CreateAsync(asked, id, request.Notes, by, cancellationToken);
    }

    /// <summary>Plans and takes an operation on.</summary>
    /// <exception cref="CashMarketRefusedException">It cannot be carried out.</exception>
    public async Task<OperationDocument> CreateAsync(PlanRequest asked, Guid id, string? notes, string by, CancellationToken cancellationToken) =>
        await OpenAsync(id, asked, await planner.PlanAsync(asked, cancellationToken), notes, by, cancellationToken);

    private async Task<OperationDocument> OpenAsync(
        Guid id, PlanRequest asked, LiquidityPlan plan, string? notes, string by, CancellationToken cancellationToken)
    {
        RequirePossible(plan);
        var now = time.GetUtcNow();
        DateTimeOffset? deadline = previews.RequiresApproval(asked) ? now + rules.ApprovalTime : null;
        var operation = LiquidityOperation.Create(id, by, [.. plan.Previews.Select(p => Leg(id, p))], deadline, now);
        var document = new OperationDocument(
            operation, asked, plan, null, notes, await markets.PositionsAsync(cancellationToken), [], [], [], null);
        return await operations.OpenAsync(document, new("requested", by, Words(plan, deadline is not null)), cancellationToken);
    }

    private static void RequirePossible(LiquidityPlan plan)
    {
        foreach (var preview in plan.Previews)
        {
            if (!preview.MissingAssets.IsEmpty) throw Refusals.Insufficient(Field(preview.MissingAssets[0]), preview.MissingAssets[0], RefusalKind.Conflict);
            if (!preview.Refusals.IsEmpty) throw PlanRefused(preview.Refusals[0]);
            if (preview.Orders.Count() > OrderNumbers.MostInCommand)
                throw Refusals.Impossible("too_many_orders", null, FormattableString.Invariant($"A plan places at most {OrderNumbers.MostInCommand} orders in a market."));
        }
    }

    private static CashMarketRefusedException PlanRefused(PlanRefusal refusal) => Refusals.Conflict(
        Contracts.Json.SnakeCase.Of(refusal.Reason), Contracts.Json.SnakeCase.Of(refusal.Field), Narrative.CashMarket.PlanWords.Of(refusal.Reason));

    private static string Field(AssetShortfall missing) => missing.AssetType == Asset.Eur ? "bid_amount_eur" : "ask_amount_eur";

    private static OperationLeg Leg(Guid id, LiquidityPreview preview)
    {
        var (operation, certificate) = (id.ToString("N"), preview.Request.Certificate);
        var locks = (preview.Bid?.Makers ?? []).Concat(preview.Ask?.Makers ?? []).Where(m => m.Placed.Value > 0)
            .Select(m => new MakerLock(m.Account, m.Placed)).ToImmutableArray();
        return new(
            certificate,
            DerivedIds.Command("place", operation, certificate.Value),
            DerivedIds.Command("cancel", operation, certificate.Value),
            locks);
    }

    private static string Words(LiquidityPlan plan, bool needsApproval)
    {
        var parts = plan.Previews.Select(p => string.Create(
            CultureInfo.InvariantCulture,
            $"{p.Request.Certificate}: EUR {p.Bid?.Placed.Amount ?? 0:N2} of bids and EUR {p.Ask?.Placed.Amount ?? 0:N2} of asks, measured from EUR {p.Reference?.Price} ({Source(p.Reference)})"));
        var orders = string.Create(CultureInfo.InvariantCulture, $"{plan.OrderCount} orders");
        return $"{string.Join("; ", parts)}; {orders}{(needsApproval ? "; waits for another administrator" : "")}.";
    }

    private static string Source(ReferencePrice? reference) => reference?.Source switch
    {
        ReferenceSource.Midpoint => "midpoint",
        ReferenceSource.LastTrade => "last trade",
        _ => "default price, allowed by the request",
    };
}
