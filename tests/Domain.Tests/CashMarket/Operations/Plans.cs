using LiquidityRisk.Domain.CashMarket.Accounts;
using LiquidityRisk.Domain.CashMarket.Matching.Tests;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Operations.Tests;

/// <summary>Operations in two markets, with two makers in the first and one in the second, and a few words to drive them.</summary>
internal static class Plans
{
    public const string Requester = "rita";
    public static readonly Guid Id = new(1, 1, 1, [1, 1, 1, 1, 1, 1, 1, 1]);
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Deadline = Now.AddHours(1);

    public static OperationLeg Eua { get; } = new(CertificateType.Eua, Desk.Command(1), Desk.Command(2), [Lock("lea", Asset.Eur, 500), Lock("kim", Asset.Eua, 5)]);

    public static OperationLeg Cea { get; } = new(CertificateType.Cea, Desk.Command(3), Desk.Command(4), [Lock("lea", Asset.Eur, 100)]);

    public static LiquidityOperation Creation => LiquidityOperation.Create(Id, Requester, [Eua, Cea], null, Now);

    public static LiquidityOperation Awaiting => LiquidityOperation.Create(Id, Requester, [Eua, Cea], Deadline, Now);

    public static LiquidityOperation Withdrawal =>
        LiquidityOperation.Withdraw(Id, Requester, [Eua with { Locks = [] }, Cea with { Locks = [] }], Now);

    public static MakerLock Lock(string who, Asset asset, decimal value) => new(Desk.Account(who), new(asset, value));

    /// <summary>What comes next, for example <c>Reserve 1 2 3</c> or <c>undo Place 4</c>.</summary>
    public static string Turn(this LiquidityOperation operation) => operation.Next is not { } next
        ? operation.Status.ToString()
        : $"{(next.IsUndo ? "undo " : "")}{next.Name} {string.Join(' ', next.Steps)}";

    public static LiquidityOperation Begin(this LiquidityOperation operation) => operation.Start(operation.Next!, Now);

    /// <summary>Does, or undoes, all that comes next.</summary>
    public static LiquidityOperation Do(this LiquidityOperation operation, int batches = 1)
    {
        for (var i = 0; i < batches; i++)
        {
            var batch = operation.Next!;
            operation = batch.Steps.Aggregate(operation.Start(batch, Now), (o, s) => batch.IsUndo ? o.FinishUndo(s, "gone", Now) : o.Finish(s, "there", Now));
        }

        return operation;
    }

    /// <summary>Everything it is, as text: records compare their arrays by reference.</summary>
    public static string Describe(this LiquidityOperation o) => string.Join('\n', [
        $"{o.Status} {o.Decision} {o.Reason} {o.FinishedAt}", .. o.Steps.Select(s => s.ToString())]);
}
