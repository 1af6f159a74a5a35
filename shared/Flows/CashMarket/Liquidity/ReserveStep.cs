using LiquidityRisk.Domain.CashMarket.Accounts;
using LiquidityRisk.Domain.CashMarket.Operations;

namespace LiquidityRisk.Flows.CashMarket.Liquidity;

/// <summary>Reserves what a plan's orders need on every market maker's account, and gives it back.</summary>
public sealed class ReserveStep(AccountBook accounts, SettleAccounts settle, AnnounceAccounts announce, TimeProvider time) : IReversibleStep
{
    /// <inheritdoc/>
    public async Task<BatchOutcome> DoAsync(OperationDocument document, StepBatch batch, CancellationToken cancellationToken)
    {
        var outcomes = await Task.WhenAll(batch.Steps.Select(s => ReserveAsync(document, s, cancellationToken)));
        var faults = outcomes.Where(o => o.Fault is not null).Select(o => o.Fault!).ToList();
        return new([.. outcomes], faults.Count > 0
            ? string.Join(" ", faults)
            : FormattableString.Invariant($"Reserved on {outcomes.Length} accounts."));
    }

    /// <inheritdoc/>
    public async Task<BatchOutcome> UndoAsync(OperationDocument document, StepBatch batch, CancellationToken cancellationToken)
    {
        var outcomes = await Task.WhenAll(batch.Steps.Select(s => ReleaseAsync(document, s, cancellationToken)));
        var faults = outcomes.Where(o => o.Fault is not null).Select(o => o.Fault!).ToList();
        return new([.. outcomes], faults.Count > 0
            ? string.Join(" ", faults)
            : FormattableString.Invariant($"Released on {outcomes.Length} accounts."));
    }

    private async Task<StepOutcome> ReserveAsync(OperationDocument document, int index, CancellationToken cancellationToken)
    {
        var (leg, wanted) = Lock(document, index);
        var name = document.Plan.NameOf(wanted.Account);
        string? fault = null;
        var changed = await accounts.ChangeAsync(wanted.Account, account =>
        {
            fault = account.IsActive ? null : $"{name} was deactivated.";
            if (fault is not null) return new((AccountDocument?)null);
            var now = time.GetUtcNow();
            var result = Reserving.Reserve(account.Account, leg.Place, AssetAmounts.Sum(wanted.Amount), now);
            // Ended already: the orders were placed and took it over, and this is a repetition.
            fault = result.Refusal is null or OperationFinished ? null : $"{name}: {Refusals.Of(result.Refusal, "amount").Message}";
            return new(result.Transactions.IsEmpty ? null : account.With(result, now));
        }, cancellationToken);
        if (changed is not var (reserved, isChanged)) return new(index, $"{name} has no account.", null);
        if (isChanged) await announce.PublishAsync([reserved], cancellationToken);
        return new(index, fault, fault is null ? $"{wanted.Amount} reserved." : null);
    }

    private async Task<StepOutcome> ReleaseAsync(OperationDocument document, int index, CancellationToken cancellationToken)
    {
        var (leg, wanted) = Lock(document, index);
        if (await settle.ReleaseAsync(wanted.Account, leg.Place, cancellationToken) is not { } released) return new(index, null, "There is no such account.");
        return released.Fault is null ? new(index, null, $"{wanted.Amount} released.") : new(index, released.Fault, null);
    }

    private static (OperationLeg Leg, MakerLock Lock) Lock(OperationDocument document, int index)
    {
        var step = document.Operation.Steps[index];
        var leg = document.Operation.Legs[step.Leg];
        return (leg, leg.Locks.First(l => l.Account == step.Account));
    }
}
