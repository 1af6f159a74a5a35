using System.Collections.Immutable;
using LiquidityRisk.Domain.CashMarket.Accounts;
using LiquidityRisk.Domain.CashMarket.Matching;

namespace LiquidityRisk.Domain.CashMarket.Operations.Tests;

/// <summary>What holds in every world, and what an end promises.</summary>
internal static class Invariants
{
    /// <summary>What is broken in a world; null when nothing is.</summary>
    public static string? Broken(World world, Driver driver)
    {
        for (var i = 0; i < world.Makers; i++)
            if (world.Settled(i).Refusal is { } refusal) return $"account {i} cannot follow the journal: {refusal.GetType().Name}";
        var settled = Enumerable.Range(0, world.Makers).Aggregate(world, (w, i) => w.Settle(i));
        if (Conservation.Check(settled.Accounts, world.Funded, world.Markets.Select(m => MarketBook.Of(m.Certificate, m.Book))) is [var difference, ..])
            return difference.ToString();
        foreach (var (account, entitled) in settled.Accounts.Zip(world.Entitled))
        {
            if (Assets.All.Any(a => account.Holdings[a].Available.IsNegative || account.Holdings[a].Locked.IsNegative)) return "a holding is negative";
            if (Assets.All.Any(a => account.Holdings[a].Total != entitled[a])) return $"{account.Holdings} is not {entitled}";
        }

        var accepted = world.Markets.SelectMany(m => m.Journal).SelectMany(e => e.Events).OfType<OrderAccepted>().Select(e => e.Order.Id).ToList();
        if (accepted.Distinct().Count() != accepted.Count) return "an order was placed twice";
        return AtTheEnd(world, settled, [.. driver.Scenario.Orders.SelectMany(o => o.Select(x => x.Id)).Where(accepted.Contains)], driver);
    }

    /// <summary>What is broken in a move from one world to another; null when nothing is.</summary>
    public static string? Broken(World before, World after) => before.Operation.IsTerminal && before.Operation.Status != OperationStatus.NeedsAttention
        && !ReferenceEquals(before.Operation, after.Operation) ? "an operation that had ended changed" : null;

    private static string? AtTheEnd(World world, World settled, ImmutableArray<Units.OrderId> placed, Driver driver)
    {
        var planned = driver.Scenario.Orders.Sum(o => o.Length);
        var makers = settled.Accounts[..world.Makers];
        switch (world.Operation.Status)
        {
            case OperationStatus.Completed when world.Operation.Kind == OperationKind.Creation:
                if (placed.Length != planned) return "completed without all its orders";
                return makers.Any(a => !a.Reservations.IsEmpty) ? "completed with an open reservation" : null;
            case OperationStatus.Rejected or OperationStatus.Expired or OperationStatus.Stopped when !placed.IsEmpty:
                return "an order was placed by an operation that never began";
            case OperationStatus.Rejected or OperationStatus.Expired or OperationStatus.Stopped or OperationStatus.RolledBack or OperationStatus.Completed:
                if (world.Markets.SelectMany(m => m.Resting).Any(o => placed.Contains(o.Id))) return "an order rests";
                var followed = world.Operation.Status == OperationStatus.Completed ? settled : world; // a withdrawal does not look at the accounts
                if (followed.Accounts[..world.Makers].Any(a => !a.Reservations.IsEmpty)) return "a reservation is open";
                return makers.Any(a => Assets.All.Any(x => !a.Holdings[x].Locked.IsZero)) ? "something is locked" : null;
            default:
                return null;
        }
    }
}
