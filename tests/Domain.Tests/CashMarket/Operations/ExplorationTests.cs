using LiquidityRisk.Domain.CashMarket.Matching;

namespace LiquidityRisk.Domain.CashMarket.Operations.Tests;

/// <summary>
/// The machine with real accounts and markets in every possible order of what its driver, its people, its dead attempts, a trading client
/// and an owner who takes money out can do.
/// </summary>
public class ExplorationTests(ITestOutputHelper output)
{
    [Fact]
    public void With_approval_and_a_maker_on_each_side()
    {
        var all = Explore(Scenario.Of(true, (0, "lea", OrderSide.Buy, 50), (0, "kim", OrderSide.Sell, 51)));

        Assert.Equal(Enum.GetValues<OperationStatus>(), all.Statuses.Order());
    }

    [Fact]
    public void Two_makers_on_one_side() => Explore(Scenario.Of(false, (0, "lea", OrderSide.Buy, 50), (0, "lou", OrderSide.Buy, 49)));

    [Fact]
    public void A_maker_in_each_of_two_markets() => Explore(Scenario.Of(false, (0, "lea", OrderSide.Buy, 50), (1, "kim", OrderSide.Sell, 9)), 1);

    [Fact]
    public void One_maker_in_two_markets() => Explore(Scenario.Of(false, (0, "lea", OrderSide.Buy, 50), (1, "lea", OrderSide.Buy, 9)), 1);

    [Fact]
    public void Withdrawing_from_two_markets()
    {
        var all = Explore(Scenario.Of(false, (0, "lea", OrderSide.Buy, 50), (1, "kim", OrderSide.Sell, 9)).ThenWithdrawn());

        Assert.Equal([OperationStatus.Running, OperationStatus.Completed, OperationStatus.NeedsAttention], all.Statuses.Order());
    }

    [Theory]
    [InlineData(Flaw.DoesNotVoid)]
    [InlineData(Flaw.DoesNotSettle)]
    [InlineData(Flaw.ReleasesRegardless)]
    [InlineData(Flaw.DoesBeforeStart)]
    [InlineData(Flaw.DoesNotBarLateReserve)]
    public void A_driver_that_gets_it_wrong_is_found_out(Flaw flaw)
    {
        var found = Exploration.Of(Scenario.Of(false, (0, "lea", OrderSide.Buy, 50), (0, "lou", OrderSide.Buy, 49)), 1, flaw);
        output.WriteLine(found.Fault ?? "");

        Assert.NotNull(found.Fault);
    }

    private Exploration Explore(Scenario scenario, int orders = 2)
    {
        var clock = TimeProvider.System.GetTimestamp();
        var all = Exploration.Of(scenario, orders);
        output.WriteLine($"{all.States} states, {all.Transitions} transitions, {TimeProvider.System.GetElapsedTime(clock).TotalSeconds:0.0} s");
        Assert.Null(all.Fault);
        return all;
    }
}
