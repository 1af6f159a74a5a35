using LiquidityRisk.Domain.CashMarket.Operations;

namespace LiquidityRisk.Flows.CashMarket.Liquidity;

/// <summary>Another administrator's decision. It is stored here first; the event that wakes the workflow comes second and may be lost.</summary>
public sealed class DecideLiquidity(OperationBook operations, TimeProvider time)
{
    private const int MaxComment = 500;

    /// <summary>Decides; the same decision again changes nothing.</summary>
    /// <exception cref="CashMarketRefusedException">The decision does not count; the reason is named.</exception>
    public async Task<OperationDocument> DecideAsync(Guid id, bool isApproved, string? comment, string by, CancellationToken cancellationToken)
    {
        if (comment?.Length > MaxComment) throw Refusals.Malformed("comment", "At most 500 characters are expected.");
        DecisionRefusal? refusal = null;
        var document = await operations.ChangeAsync(id, known =>
        {
            var (decided, refused) = known.Operation.Decide(new(isApproved, by, comment, time.GetUtcNow()));
            refusal = refused;
            if (ReferenceEquals(decided, known.Operation)) return null;
            var words = comment is { Length: > 0 } ? $"{by}: {comment}" : $"By {by}.";
            return (known with { Operation = decided }, new Happening(isApproved ? "approved" : "rejected", by, words));
        }, cancellationToken);
        return refusal is { } why ? throw Refused(why) : document;
    }

    private static CashMarketRefusedException Refused(DecisionRefusal refusal) => refusal switch
    {
        DecisionRefusal.OwnRequest => Refusals.NotAllowed("own_request", "Nobody decides about a request of their own; another administrator has to."),
        DecisionRefusal.NotAwaiting => Refusals.Conflict("no_decision_needed", null, "The operation needs no approval."),
        DecisionRefusal.TooLate => Refusals.Conflict("too_late", null, "The deadline has passed."),
        _ => Refusals.Conflict("already_decided", null, "It has been decided already."),
    };
}
