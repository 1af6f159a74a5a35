using LiquidityRisk.Domain.CashMarket.Accounts;
using LiquidityRisk.Domain.CashMarket.Matching.Tests;

namespace LiquidityRisk.Domain.CashMarket.Operations.Tests;

public class CreationTests
{
    private static readonly DateTimeOffset Later = Plans.Now.AddMinutes(1);

    [Fact]
    public void Rechecks_reserves_everywhere_places_leg_by_leg_and_records()
    {
        var turns = new List<(string, int)>();
        var operation = Plans.Creation;
        for (; operation.Next is not null; operation = operation.Do()) turns.Add((operation.Turn(), operation.Percent));

        Assert.Equal([("Recheck 0", 0), ("Reserve 1 2 3", 14), ("Place 4", 57), ("Place 5", 71), ("Record 6", 85)], turns);
        Assert.Equal((OperationStatus.Completed, 100, Plans.Now, null), (operation.Status, operation.Percent, operation.FinishedAt, operation.Reason));
        Assert.Equal([Desk.Account("lea"), Desk.Account("kim"), Desk.Account("lea")], operation.Steps[1..4].Select(s => s.Account));
    }

    [Fact]
    public void What_was_started_and_not_finished_is_done_again()
    {
        var one = Plans.Creation.Do().Begin().Finish(2, null, Plans.Now);

        Assert.Equal("Reserve 1 3", one.Turn());
        Assert.Same(one, one.Begin());
        Assert.All(one.Steps[1..4], s => Assert.NotEqual(StepState.Pending, s.State));
    }

    [Fact]
    public void A_failed_recheck_stops_it_without_anything_to_undo()
    {
        var stopped = Plans.Creation.Begin().Fail(0, "the price moved", Later);

        Assert.Equal((OperationStatus.Stopped, "the price moved", Later), (stopped.Status, stopped.Reason, stopped.FinishedAt));
        Assert.Null(stopped.Next);
    }

    [Fact]
    public void What_was_reserved_and_what_may_have_been_is_released_together()
    {
        var failed = Plans.Creation.Do().Begin().Finish(1, null, Plans.Now).Fail(2, "too little", Plans.Now);

        Assert.Equal((OperationStatus.RollingBack, "too little", "undo Reserve 1 2 3"), (failed.Status, failed.Reason, failed.Turn()));
        Assert.Equal(33, failed.FinishUndo(1, null, Plans.Now).Percent);
        Assert.Equal(OperationStatus.RolledBack, failed.Do().Status);
    }

    [Fact]
    public void What_was_not_started_is_not_undone()
    {
        var failed = Plans.Creation.Do().Fail(1, "the store is away", Plans.Now);

        Assert.Equal("undo Reserve 1", failed.Turn());
        Assert.Same(failed, failed.Fail(2, "the store is away", Plans.Now));
    }

    [Theory]
    [InlineData(2, 4, "undo Place 4", "undo Reserve 1 2 3")]
    [InlineData(3, 5, "undo Place 5", "undo Place 4", "undo Reserve 1 2 3")]
    [InlineData(4, 6, "undo Place 5", "undo Place 4", "undo Reserve 1 2 3")]
    public void Undoes_in_reverse(int done, int failing, params string[] expected)
    {
        var operation = Plans.Creation.Do(done).Begin().Fail(failing, "no", Plans.Now);
        var turns = new List<string>();
        for (; operation.Next is not null; operation = operation.Do()) turns.Add(operation.Turn());

        Assert.Equal(expected, turns);
        Assert.Equal((OperationStatus.RolledBack, "no", Plans.Now), (operation.Status, operation.Reason, operation.FinishedAt));
        Assert.All(operation.Steps.Where(s => s.Name is StepName.Reserve or StepName.Place && s.State != StepState.Pending), s => Assert.Equal("gone", s.UndoDetail));
    }

    [Fact]
    public void A_failed_undo_does_not_stop_the_others_but_keeps_what_its_orders_may_need()
    {
        var failed = Plans.Creation.Do(4).Begin().Fail(6, "no", Plans.Now).FailUndo(5, "the market is away", Plans.Now);
        Assert.Equal("undo Place 4", failed.Turn());

        var ended = failed.Do().FailUndo(1, "the account is away", Plans.Now).FinishUndo(2, null, Later);

        Assert.Equal((OperationStatus.NeedsAttention, Later, null, "no"), (ended.Status, ended.FinishedAt, ended.Steps[3].Undo, ended.Reason));
        var again = ended.Retry(Later);
        Assert.Equal((OperationStatus.RollingBack, null, "undo Place 5"), (again.Status, again.FinishedAt, again.Turn()));
        Assert.Same(again, again.Retry(Later));
        Assert.Equal("undo Reserve 1 3", again.Do().Turn());
        Assert.Equal(OperationStatus.RolledBack, again.Do(2).Status);
    }

    [Fact]
    public void What_is_told_late_or_twice_changes_nothing()
    {
        var failed = Plans.Creation.Do().Begin().Fail(1, "no", Plans.Now);
        Assert.Same(failed, failed.Fail(1, "again", Later));
        Assert.Same(failed, failed.Finish(1, "after all", Later));
        Assert.Same(failed, failed.Finish(0, "again", Later));
        Assert.Equal(StepState.Done, failed.Finish(2, "after all", Later).Steps[2].State);
        var undone = failed.FinishUndo(1, null, Plans.Now);
        Assert.Same(undone, undone.FinishUndo(1, null, Later));
        Assert.Same(undone, undone.FailUndo(1, "again", Later));
        foreach (var ended in (LiquidityOperation[])[failed.Do(), Plans.Creation.Do(5), Plans.Creation.Begin().Fail(0, "no", Plans.Now)])
        {
            Assert.Same(ended, ended.Finish(2, null, Later));
            Assert.Same(ended, ended.Fail(2, "no", Later));
            Assert.Same(ended, ended.FinishUndo(2, null, Later));
            Assert.Same(ended, ended.FailUndo(2, "no", Later));
        }
    }

    [Fact]
    public void Nothing_is_done_out_of_turn()
    {
        var running = Plans.Creation.Do();
        Assert.Throws<InvalidOperationException>(() => running.Start(new(StepName.Place, false, [4]), Later));
        Assert.Throws<InvalidOperationException>(() => running.Start(new(StepName.Reserve, true, [1]), Later));
        Assert.Throws<InvalidOperationException>(() => running.Start(new(StepName.Reserve, false, [1, 4]), Later));
        Assert.Throws<InvalidOperationException>(() => running.Finish(1, null, Later));
        Assert.Throws<InvalidOperationException>(() => running.Finish(7, null, Later));
        Assert.Throws<InvalidOperationException>(() => running.Fail(4, "no", Later));
        Assert.Throws<InvalidOperationException>(() => running.FinishUndo(1, null, Later));
        var back = Plans.Creation.Do(2).Begin().Fail(4, "no", Plans.Now);
        Assert.Throws<InvalidOperationException>(() => back.FinishUndo(1, null, Later));
        Assert.Throws<InvalidOperationException>(() => back.Start(running.Next!, Later));
        Assert.Throws<InvalidOperationException>(() => Plans.Creation.Do(5).Start(running.Next!, Later));
        Assert.Throws<InvalidOperationException>(() => Plans.Creation.Do(5).Retry(Later));
        Assert.Throws<InvalidOperationException>(() => Plans.Awaiting.Retry(Later));
    }

    [Fact]
    public void There_are_operations_that_cannot_be()
    {
        Fails(default, "rita", Plans.Eua);
        Fails(Plans.Id, " ", Plans.Eua);
        Fails(Plans.Id, "rita");
        Fails(Plans.Id, "rita", Plans.Eua with { Certificate = default });
        Fails(Plans.Id, "rita", Plans.Eua with { Cancel = Plans.Eua.Place });
        Fails(Plans.Id, "rita", Plans.Eua with { Place = default });
        Fails(Plans.Id, "rita", Plans.Eua with { Locks = [] });
        Fails(Plans.Id, "rita", Plans.Eua with { Locks = [Plans.Lock("lea", Asset.Eur, 0)] });
        Fails(Plans.Id, "rita", Plans.Eua with { Locks = [Plans.Lock("lea", Asset.Eur, 1), Plans.Lock("lea", Asset.Eua, 1)] });
        Fails(Plans.Id, "rita", Plans.Eua, Plans.Cea with { Certificate = Plans.Eua.Certificate });
        Assert.Throws<ArgumentException>(() => LiquidityOperation.Create(Plans.Id, "rita", [Plans.Eua], Plans.Now, Plans.Now));
        Assert.Throws<ArgumentException>(() => LiquidityOperation.Withdraw(Plans.Id, "rita", [Plans.Eua], Plans.Now));
    }

    private static void Fails(Guid id, string by, params OperationLeg[] legs) =>
        Assert.Throws<ArgumentException>(() => LiquidityOperation.Create(id, by, [.. legs], null, Plans.Now));
}
