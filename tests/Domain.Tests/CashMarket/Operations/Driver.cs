using System.Collections.Immutable;
using LiquidityRisk.Domain.CashMarket.Accounts;
using LiquidityRisk.Domain.CashMarket.Matching;

namespace LiquidityRisk.Domain.CashMarket.Operations.Tests;

/// <summary>What a driver could get wrong.</summary>
public enum Flaw
{
    None,

    /// <summary>To undo a placing it only cancels what rests now.</summary>
    DoesNotVoid,

    /// <summary>It releases without having followed the journal.</summary>
    DoesNotSettle,

    /// <summary>It releases although the placing could not be undone.</summary>
    ReleasesRegardless,

    /// <summary>It does steps before it has saved that they are started.</summary>
    DoesBeforeStart,

    /// <summary>To undo a reservation it gives back what it finds, and does not bar a late one.</summary>
    DoesNotBarLateReserve,
}

/// <summary>Carries out steps and their undos with the real accounts and markets. Each can be done any number of times.</summary>
internal sealed class Driver(Scenario scenario, Flaw flaw)
{
    public Scenario Scenario => scenario;

    public Flaw Flaw => flaw;

    /// <summary>The world after a step, and why the step failed; null when it had its effect, now or before.</summary>
    public (World World, string? Failure) Do(World world, int step)
    {
        var (name, leg, account) = (world.Operation.Steps[step].Name, world.Operation.Steps[step].Leg, world.Operation.Steps[step].Account);
        switch (name)
        {
            case StepName.Recheck:
                var gone = scenario.Legs.SelectMany(l => l.Locks).GroupBy(l => l.Account)
                    .Any(g => world.Accounts[world.IndexOf(g.Key)].Holdings[g.First().Amount.Asset].Available < g.Select(l => l.Amount).Aggregate((a, b) => a + b));
                return (world, world.PriceMoved ? "price" : gone ? "assets" : null);
            case StepName.Reserve:
                var amount = scenario.Legs[leg].Locks.First(l => l.Account == account).Amount;
                var index = world.IndexOf(account);
                var result = Reserving.Reserve(world.Accounts[index], scenario.Legs[leg].Place, AssetAmounts.Sum(amount), Plans.Now);
                return (world.Change(index, _ => result), result.Refusal?.GetType().Name);
            case StepName.Place:
                var placed = world.Append(leg, new PlaceOrders(scenario.Legs[leg].Place, scenario.Orders[leg]));
                return (placed, IsPlaced(placed, leg) ? null : "refused");
            case StepName.Cancel:
                return (CancelRest(world, leg), null);
            default:
                return (world, null);
        }
    }

    /// <summary>The world after a step is undone.</summary>
    public World Undo(World world, int step)
    {
        var (name, leg, account) = (world.Operation.Steps[step].Name, world.Operation.Steps[step].Leg, world.Operation.Steps[step].Account);
        if (name == StepName.Reserve) return Release(world, world.IndexOf(account), scenario.Legs[leg]);
        return CancelRest(Void(world, step), leg);
    }

    /// <summary>The first half of undoing a placing: from now on it cannot happen.</summary>
    public World Void(World world, int step)
    {
        var leg = world.Operation.Steps[step].Leg;
        return flaw == Flaw.DoesNotVoid ? world : world.Append(leg, new CancelOrders(scenario.Legs[leg].Place, []));
    }

    public bool IsPlaced(World world, int leg) =>
        world.Markets[leg].EntryOf(scenario.Legs[leg].Place)?.Events.OfType<OrderAccepted>().Any() == true;

    /// <summary>The world after all that comes next was done.</summary>
    public World Complete(World world)
    {
        while (world.Operation.Next is { } next)
        {
            world = world with { Operation = world.Operation.Start(next, Plans.Now) };
            world = next.Steps.Aggregate(world, (w, i) => Do(w, i).World with { Operation = w.Operation.Finish(i, null, Plans.Now) });
        }

        return world;
    }

    private World CancelRest(World world, int leg)
    {
        var orders = scenario.Orders[leg].Select(o => o.Id).ToHashSet();
        ImmutableArray<OwnedOrder> resting = [.. world.Markets[leg].Resting.Where(o => orders.Contains(o.Id)).Select(o => new OwnedOrder(o.Id, o.Account))];
        return resting.IsEmpty ? world : world.Append(leg, new CancelOrders(world.Operation.Legs[leg].Cancel, resting));
    }

    private World Release(World world, int account, OperationLeg leg)
    {
        if (flaw != Flaw.DoesNotSettle) world = world.Settle(account);
        if (flaw == Flaw.DoesNotBarLateReserve && world.Accounts[account].ReservationOf(leg.Place) is null) return world;
        return world.Change(account, a => Reserving.Release(a, leg.Place, Plans.Now));
    }
}
