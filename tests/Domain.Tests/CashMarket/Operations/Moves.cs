using LiquidityRisk.Domain.CashMarket.Accounts;
using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Domain.CashMarket.Matching.Tests;

namespace LiquidityRisk.Domain.CashMarket.Operations.Tests;

/// <summary>Everything that can happen next in a world.</summary>
internal sealed class Moves(Driver driver, int orders)
{
    public IEnumerable<(string Name, World After)> From(World world) =>
        People(world).Concat(Forward(world)).Concat(Back(world)).Concat(Others(world));

    private static IEnumerable<(string Name, World After)> People(World world)
    {
        var operation = world.Operation;
        foreach (var (who, approves) in ((string, bool)[])[("adam", true), ("adam", false), (Plans.Requester, true), (Plans.Requester, false)])
            yield return Decision(who, approves);
        if (operation.Decision is not null) yield return Decision("beth", true);
        yield return ("expire", world with { Operation = operation.Expire(world.Now) });
        if (operation.Status == OperationStatus.AwaitingApproval && !world.IsLate) yield return ("the deadline passes", world with { IsLate = true });
        if (operation.Status == OperationStatus.NeedsAttention) yield return ("retry", world with { Operation = operation.Retry(Plans.Now) });

        (string, World) Decision(string who, bool approves) => (
            $"{who} decides {approves}", world with { Operation = operation.Decide(new(approves, who, null, world.Now)).Operation });
    }

    // A step that was ever started may take effect at any later time, by the hand of an attempt that was thought dead. Its outcome is told,
    // or it is not: then that is a crash before saving, and a failure told after it is a step that failed although it happened.
    private IEnumerable<(string Name, World After)> Forward(World world)
    {
        var operation = world.Operation;
        var next = operation.Next is { IsUndo: false } batch ? batch : null;
        if (next is not null) yield return ($"start {next.Name}", world with { Operation = operation.Start(next, Plans.Now) });
        foreach (var (i, step) in operation.Steps.Index())
        {
            var isNext = next?.Steps.Contains(i) == true;
            if (step.State == StepState.Started || isNext)
                yield return ($"give up {step.Name} {i}", world with { Operation = operation.Fail(i, "given up", Plans.Now) });
            if (step.State == StepState.Pending && !(isNext && driver.Flaw == Flaw.DoesBeforeStart)) continue;
            var (after, failure) = driver.Do(world, i);
            if (!ReferenceEquals(after, world)) yield return ($"do {step.Name} {i} and die", after);
            if (step.State == StepState.Pending) continue;
            yield return failure is null
                ? ($"do {step.Name} {i}", after with { Operation = operation.Finish(i, null, Plans.Now) })
                : ($"try {step.Name} {i}", after with { Operation = operation.Fail(i, failure, Plans.Now) });
        }
    }

    private IEnumerable<(string Name, World After)> Back(World world)
    {
        var operation = world.Operation;
        foreach (var (i, step) in operation.Steps.Index())
        {
            var isNext = operation.Next is { IsUndo: true } next && next.Steps.Contains(i);
            if (!isNext && step.Undo is null) continue;
            if (step.Name == StepName.Place) yield return ($"make {step.Name} {i} void and die", driver.Void(world, i));
            var after = driver.Undo(world, i);
            yield return ($"undo {step.Name} {i} and die", after);
            yield return ($"undo {step.Name} {i}", after with { Operation = operation.FinishUndo(i, null, Plans.Now) });
            if (!isNext) continue;
            var failed = world with { Operation = operation.FailUndo(i, "given up", Plans.Now) };
            if (driver.Flaw == Flaw.ReleasesRegardless && step.Name == StepName.Place) failed = ReleaseAll(failed, step.Leg);
            yield return ($"give up undoing {step.Name} {i}", failed);
        }
    }

    private IEnumerable<(string Name, World After)> Others(World world)
    {
        for (var i = 0; i < world.Makers; i++) yield return ($"maker {i} follows the journals", world.Settle(i));
        if (!world.PriceMoved && !world.Operation.IsTerminal && world.Operation.Steps[0] is { Name: StepName.Recheck, State: StepState.Pending or StepState.Started })
            yield return ("the price moves", world with { PriceMoved = true });
        var rich = world.Accounts[0].Holdings.Eur.Available;
        if (world.Withdrawn == 0 && rich.Value >= 1) yield return ("maker 0 is paid out", PayOut(world));
        if (world.Sent >= orders) yield break;
        foreach (var order in driver.Scenario.Orders.SelectMany((leg, i) => leg.Select(o => (Leg: i, Order: o))))
            yield return ($"the client meets order {order.Order.Id}", Meet(world, order.Leg, order.Order));
    }

    // Trades with the order when it rests; rests in its way when it does not.
    private static World Meet(World world, int leg, NewOrder order)
    {
        var command = Desk.Command(30 + world.Sent);
        var side = order.Side == OrderSide.Buy ? OrderSide.Sell : OrderSide.Buy;
        var met = Scenario.Order(200 + world.Sent, Scenario.Client, side, order.Limit!.Value.Euros, 1);
        var need = OrderLock.Of(world.Markets[leg].Certificate, side, met.Limit, met.Quantity);
        return (world with { Sent = world.Sent + 1 })
            .Change(world.Makers, a => Reserving.Reserve(a, command, AssetAmounts.Sum(need), Plans.Now)).Append(leg, new PlaceOrder(command, met));
    }

    private static World PayOut(World world)
    {
        var one = new AssetAmount(Asset.Eur, 1);
        return (world with { Withdrawn = 1, Funded = world.Funded.Plus(-one), Entitled = world.Entitled.SetItem(0, world.Entitled[0].Plus(-one)) })
            .Change(0, a => Funding.Withdraw(a, Desk.Command(50), one, Plans.Now));
    }

    private World ReleaseAll(World world, int leg) => world.Operation.Steps.Index().Where(s => s.Item.Name == StepName.Reserve && s.Item.Leg == leg)
        .Aggregate(world, (w, s) => driver.Undo(w, s.Index));
}
