namespace LiquidityRisk.Domain.CashMarket.Operations.Tests;

public class DecisionTests
{
    [Fact]
    public void Without_a_deadline_nobody_has_to_decide()
    {
        Assert.False(Plans.Creation.NeedsApproval);
        Assert.Equal("Recheck 0", Plans.Creation.Turn());
        Refused(Plans.Creation, By("adam", true), DecisionRefusal.NotAwaiting);
        Refused(Plans.Withdrawal, By("adam", true), DecisionRefusal.NotAwaiting);
    }

    [Fact]
    public void Nothing_is_done_before_somebody_else_approves()
    {
        Assert.Equal((OperationStatus.AwaitingApproval, null, 0), (Plans.Awaiting.Status, Plans.Awaiting.Next, Plans.Awaiting.Percent));
        Assert.Throws<InvalidOperationException>(() => Plans.Awaiting.Start(Plans.Creation.Next!, Plans.Now));
        Assert.Throws<InvalidOperationException>(() => Plans.Awaiting.Fail(0, "no", Plans.Now));

        var (approved, refusal) = Plans.Awaiting.Decide(By("adam", true));

        Assert.Null(refusal);
        Assert.Equal((OperationStatus.Running, "Recheck 0", By("adam", true)), (approved.Status, approved.Turn(), approved.Decision));
    }

    [Fact]
    public void A_rejection_is_the_end()
    {
        var (rejected, refusal) = Plans.Awaiting.Decide(By("adam", false));

        Assert.Null(refusal);
        Assert.Equal((OperationStatus.Rejected, "because", Plans.Now), (rejected.Status, rejected.Reason, rejected.FinishedAt));
        Assert.Null(rejected.Next);
        Assert.All(rejected.Steps, s => Assert.Equal(StepState.Pending, s.State));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Nobody_decides_about_a_request_of_their_own(bool approves) =>
        Refused(Plans.Awaiting, By(Plans.Requester, approves), DecisionRefusal.OwnRequest);

    [Fact]
    public void The_first_decision_counts_and_saying_it_again_is_no_fault()
    {
        var approved = Plans.Awaiting.Decide(By("adam", true)).Operation;

        Refused(approved, By("adam", true) with { Comment = "again", At = Plans.Deadline }, null);
        Refused(approved, By("adam", false), DecisionRefusal.AlreadyDecided);
        Refused(approved, By("beth", true), DecisionRefusal.AlreadyDecided);
        Refused(approved.Do(5), By("adam", true), null);
    }

    [Fact]
    public void From_the_deadline_on_it_is_too_late()
    {
        Assert.Null(Plans.Awaiting.Decide(By("adam", true) with { At = Plans.Deadline.AddTicks(-1) }).Refusal);
        Refused(Plans.Awaiting, By("adam", true) with { At = Plans.Deadline }, DecisionRefusal.TooLate);
    }

    [Fact]
    public void Without_a_decision_it_expires_at_the_deadline_and_once()
    {
        Assert.Equal(OperationStatus.AwaitingApproval, Plans.Awaiting.Expire(Plans.Deadline.AddTicks(-1)).Status);

        var expired = Plans.Awaiting.Expire(Plans.Deadline);

        Assert.Equal((OperationStatus.Expired, Plans.Deadline), (expired.Status, expired.FinishedAt));
        Assert.Same(expired, expired.Expire(Plans.Deadline.AddHours(1)));
        Refused(expired, By("adam", true), DecisionRefusal.TooLate);
        var approved = Plans.Awaiting.Decide(By("adam", true)).Operation;
        Assert.Same(approved, approved.Expire(Plans.Deadline));
    }

    private static ApprovalDecision By(string who, bool approves) => new(approves, who, "because", Plans.Now);

    private static void Refused(LiquidityOperation operation, ApprovalDecision decision, DecisionRefusal? why)
    {
        var (same, refusal) = operation.Decide(decision);
        Assert.Same(operation, same);
        Assert.Equal(why, refusal);
    }
}
