using LiquidityRisk.Contracts.CashMarket;
using LiquidityRisk.Flows.Ports;

namespace LiquidityRisk.Flows.CashMarket.Liquidity;

/// <summary>Plans liquidity for somebody to look at, and keeps the plan so that just this one can be carried out.</summary>
public sealed class PreviewLiquidity(PlanLiquidity planner, IDocumentStore store, LiquidityRules rules, TimeProvider time)
{
    private const string Id = "preview";

    /// <summary>Plans.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="id">What the preview is known by from then on.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="CashMarketRefusedException">The request is at fault.</exception>
    public async Task<LiquidityPreviewAnswer> PreviewAsync(LiquidityPreviewRequest request, Guid id, string by, CancellationToken cancellationToken)
    {
        var asked = PlanRequest.Read(request);
        var plan = await planner.PlanAsync(asked, cancellationToken);
        var key = id.ToString("N");
        if (plan.CanExecute)
        {
            await store.WriteAsync(
                Key(key), new PreviewDocument(asked, plan, by), ifMatch: null, new DocumentTags(time.GetUtcNow()), cancellationToken);
        }

        return PlanAnswers.Preview(key, plan, RequiresApproval(asked));
    }

    /// <summary>Whether another administrator has to approve so much.</summary>
    public bool RequiresApproval(PlanRequest request) => request.TotalEuros > rules.ApprovalAbove.Amount;

    /// <summary>A preview that is to be carried out.</summary>
    /// <exception cref="CashMarketRefusedException">There is none, it has expired, or it is not the one that was shown.</exception>
    public async Task<PreviewDocument> RedeemAsync(string id, string? hash, CancellationToken cancellationToken)
    {
        var isId = Guid.TryParseExact(id, "N", out _);
        var preview = isId ? (await store.ReadAsync<PreviewDocument>(Key(id), cancellationToken))?.Body : null;
        if (preview is null) throw Refusals.Conflict("preview_unknown", "preview_id", "There is no such preview, or it could not be carried out; preview again.");
        if (hash is not null && !string.Equals(hash, preview.Plan.Hash, StringComparison.Ordinal))
            throw Refusals.Conflict("preview_altered", "preview_hash", "The plan is not the one that was shown to you; preview again.");
        return preview.Plan.Previews.Any(p => p.HasExpired(time.GetUtcNow()))
            ? throw Refusals.Conflict("preview_expired", "preview_id", "The preview has expired; preview again.")
            : preview;
    }

    private static DocumentKey Key(string id) => new(Collections.Previews, id, Id);
}

/// <summary>A plan as it was shown.</summary>
/// <param name="Request">What was asked for.</param>
/// <param name="Plan">The plan.</param>
/// <param name="RequestedBy">Who asked.</param>
public sealed record PreviewDocument(PlanRequest Request, LiquidityPlan Plan, string RequestedBy);
