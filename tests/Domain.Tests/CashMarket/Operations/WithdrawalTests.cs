namespace LiquidityRisk.Domain.CashMarket.Operations.Tests;

public class WithdrawalTests
{
    [Fact]
    public void Cancels_every_leg_and_records()
    {
        Assert.Equal("Cancel 0 1", Plans.Withdrawal.Turn());
        Assert.Equal("Record 2", Plans.Withdrawal.Do().Turn());
        Assert.Equal((OperationStatus.Completed, Plans.Now), (Plans.Withdrawal.Do(2).Status, Plans.Withdrawal.Do(2).FinishedAt));
    }

    [Fact]
    public void A_leg_that_fails_does_not_stop_the_others_and_is_tried_again()
    {
        var failed = Plans.Withdrawal.Begin().Fail(0, "the market is away", Plans.Now);
        Assert.Equal((OperationStatus.Running, "Cancel 1"), (failed.Status, failed.Turn()));

        var ended = failed.Do();
        Assert.Equal((OperationStatus.NeedsAttention, "the market is away", StepState.Pending), (ended.Status, ended.Reason, ended.Steps[2].State));
        Assert.Same(ended, ended.Finish(0, null, Plans.Now));

        var again = ended.Retry(Plans.Now);
        Assert.Equal((OperationStatus.Running, null, null, "Cancel 0"), (again.Status, again.Reason, again.FinishedAt, again.Turn()));
        Assert.Equal(OperationStatus.Completed, again.Do(2).Status);
    }

    [Fact]
    public void A_failed_record_is_tried_again_without_cancelling_again()
    {
        var ended = Plans.Withdrawal.Do().Begin().Fail(2, "the store is away", Plans.Now);

        Assert.Equal(OperationStatus.NeedsAttention, ended.Status);
        Assert.Equal("Record 2", ended.Retry(Plans.Now).Turn());
    }
}
