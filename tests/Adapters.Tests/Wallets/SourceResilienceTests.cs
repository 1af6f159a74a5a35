using System.Diagnostics;
using LiquidityRisk.Adapters.Tests.Cosmos;
using LiquidityRisk.Flows.Wallets.Sources;
using LiquidityRisk.TestKit;

namespace LiquidityRisk.Adapters.Tests.Wallets;

/// <summary>What every source does when it fails, told by the simplest of them.</summary>
public sealed class SourceResilienceTests
{
    private static readonly StubReply Gas = new("""{"status":"1","message":"OK","result":{"LastBlock":"1","ProposeGasPrice":"0.51"}}""");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, StubReply, SourceFault> Failures => new()
    {
        { "server error", StubReply.Failed(500), SourceFault.Down },
        { "gateway down", StubReply.Failed(502), SourceFault.Down },
        { "gateway slow", StubReply.Failed(504), SourceFault.Slow },
        { "throttled", StubReply.Failed(429), SourceFault.Throttled },
        { "refused", StubReply.Failed(401), SourceFault.Refused },
        { "forbidden", StubReply.Failed(403), SourceFault.Refused },
        { "not found", StubReply.Failed(404), SourceFault.Unusable },
        { "moved", StubReply.Failed(302, ("Location", "https://example.org/")), SourceFault.Unusable },
        { "HTML", new StubReply("<html>down for a while</html>", ContentType: "text/html"), SourceFault.Unusable },
        { "HTML said to be JSON", new StubReply("<html>down for a while</html>"), SourceFault.Unusable },
        { "another content type", Gas with { ContentType = "image/png" }, SourceFault.Unusable },
        { "empty", new StubReply(""), SourceFault.Unusable },
        { "half of the JSON", new StubReply(Gas.Body[..^5]), SourceFault.Unusable },
        { "other members", new StubReply("""{"gas":1}"""), SourceFault.Unusable },
        { "a member twice", new StubReply("""{"status":"1","status":"1","result":{"ProposeGasPrice":"1"}}"""), SourceFault.Unusable },
        { "huge", Gas with { Body = Gas.Body + new string(' ', 5_000) }, SourceFault.Unusable },
        { "broken off", Gas with { Ending = StubEnding.Halfway }, SourceFault.Down },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_failure_that_stays_is_told_by_its_kind_and_without_the_key(string what, StubReply reply, SourceFault fault)
    {
        await using var sources = await StubbedSources.StartAsync(new AutoTime(), s => s with { Retries = 1, MaxAnswerBytes = 4_096 });
        sources.Server.Answer = _ => reply;
        var e = await Assert.ThrowsAsync<SourceUnavailableException>(() => sources.Gas.ReadAsync(Stop));

        Assert.Equal((SourceName.Etherscan, fault), (e.From, e.Fault));
        Assert.StartsWith("Etherscan did not give the price of gas: ", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(StubbedSources.Key, e.ToString(), StringComparison.Ordinal);
        Assert.True(sources.Server.Sent.Count == (fault == SourceFault.Refused ? 1 : 2), what);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_failure_that_passes_is_not_noticed(string what, StubReply reply, SourceFault fault)
    {
        await using var sources = await StubbedSources.StartAsync(new AutoTime(), s => s with { MaxAnswerBytes = 4_096 });
        sources.Server.Next(reply, reply);
        sources.Server.Answer = _ => Gas;
        if (fault == SourceFault.Refused)
        {
            await Assert.ThrowsAsync<SourceUnavailableException>(() => sources.Gas.ReadAsync(Stop));
            return;
        }

        Assert.Equal(0.51m, (await sources.Gas.ReadAsync(Stop)).Gwei);
        Assert.True(sources.Server.Sent.Count == 3, what);
    }

    [Fact]
    public async Task A_source_that_says_when_to_come_back_is_left_alone_until_then()
    {
        var time = new AutoTime();
        var started = time.GetUtcNow();
        await using var sources = await StubbedSources.StartAsync(time);
        sources.Server.Next(StubReply.Failed(429, ("Retry-After", "7")), StubReply.Failed(503, ("Retry-After", (started + TimeSpan.FromSeconds(16)).ToString("R"))));
        sources.Server.Answer = _ => Gas;
        await sources.Gas.ReadAsync(Stop);
        Assert.InRange(time.GetUtcNow() - started, TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(18));
    }

    [Fact]
    public async Task A_source_that_wants_more_time_than_there_is_is_given_up_at_once()
    {
        var time = new AutoTime();
        var started = time.GetUtcNow();
        await using var sources = await StubbedSources.StartAsync(time);
        sources.Server.Answer = _ => StubReply.Failed(429, ("Retry-After", "3600"));
        Assert.Equal(SourceFault.Throttled, (await Assert.ThrowsAsync<SourceUnavailableException>(() => sources.Gas.ReadAsync(Stop).WaitAsync(TimeSpan.FromSeconds(30), Stop))).Fault);
        Assert.Single(sources.Server.Sent);
        Assert.Equal(started, time.GetUtcNow());
    }

    [Fact]
    public async Task An_answer_that_does_not_come_is_given_up_in_time()
    {
        var time = new ManualTime();
        await using var sources = await StubbedSources.StartAsync(time, s => s with { Retries = 0 });
        var arrived = new TaskCompletionSource();
        sources.Server.OnRequest = () => arrived.TrySetResult();
        sources.Server.Answer = _ => Gas with { Ending = StubEnding.Never };
        var read = sources.Gas.ReadAsync(Stop);
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(30), Stop);
        Assert.False(read.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(SourceFault.Slow, (await Assert.ThrowsAsync<SourceUnavailableException>(() => read)).Fault);
    }

    [Fact]
    public async Task Where_nobody_listens_the_source_is_down()
    {
        var sources = await StubbedSources.StartAsync(new AutoTime(), s => s with { Retries = 1 });
        await sources.Server.DisposeAsync();
        var e = await Assert.ThrowsAsync<SourceUnavailableException>(() => sources.Gas.ReadAsync(Stop));
        Assert.Equal(SourceFault.Down, e.Fault);
        Assert.DoesNotContain(StubbedSources.Key, e.ToString(), StringComparison.Ordinal);
        await sources.DisposeAsync();
    }

    [Fact]
    public async Task A_source_that_keeps_failing_is_left_alone_and_asked_again_later()
    {
        var time = new ManualTime();
        await using var sources = await StubbedSources.StartAsync(time, s => s with { Retries = 0, CircuitAfter = 4 });
        sources.Server.Answer = _ => StubReply.Failed(500);
        for (var i = 0; i < 4; i++) await Assert.ThrowsAsync<SourceUnavailableException>(() => sources.Gas.ReadAsync(Stop));
        Assert.True(Health(sources).CircuitOpen);

        var e = await Assert.ThrowsAsync<SourceUnavailableException>(() => sources.Gas.ReadAsync(Stop));
        Assert.Equal(SourceFault.Down, e.Fault);
        Assert.EndsWith("it failed too often and is left alone for now.", e.Message, StringComparison.Ordinal);
        Assert.Equal(4, sources.Server.Sent.Count);

        sources.Server.Answer = _ => Gas;
        time.Advance(sources.Options.Etherscan.CircuitPause);
        await sources.Gas.ReadAsync(Stop);
        Assert.False(Health(sources).CircuitOpen);
        Assert.Equal(5, sources.Server.Sent.Count);
    }

    [Fact]
    public async Task Answers_that_make_no_sense_do_not_stop_other_questions()
    {
        await using var sources = await StubbedSources.StartAsync(new ManualTime(), s => s with { Retries = 0, CircuitAfter = 2 });
        sources.Server.Answer = _ => new StubReply("{}");
        for (var i = 0; i < 5; i++) await Assert.ThrowsAsync<SourceUnavailableException>(() => sources.Gas.ReadAsync(Stop));
        Assert.False(Health(sources).CircuitOpen);
        Assert.Equal(5, sources.Server.Sent.Count);
    }

    [Fact]
    public async Task Health_tells_the_last_success_and_the_last_failure()
    {
        var time = new ManualTime();
        await using var sources = await StubbedSources.StartAsync(time, s => s with { Retries = 0 });
        Assert.Equal(new SourceHealth(SourceName.Etherscan, IsConfigured: true, LastSuccess: null, LastFailure: null, CircuitOpen: false), Health(sources));

        var started = time.GetUtcNow();
        sources.Server.Next(Gas, StubReply.Failed(500));
        await sources.Gas.ReadAsync(Stop);
        time.Advance(TimeSpan.FromMinutes(1));
        await sources.Gas.ReadAsync(Stop);
        var health = Health(sources);
        Assert.Equal(started, health.LastSuccess);
        Assert.Equal(
            new SourceFailure(started + TimeSpan.FromMinutes(1), SourceFault.Down, "Etherscan did not give the price of gas: status 500."),
            health.LastFailure);
        Assert.Equal(Enum.GetValues<SourceName>(), sources.Health.List().Select(h => h.Source));
    }

    [Fact]
    public async Task Too_many_questions_at_once_are_refused_without_asking_or_blaming_the_source()
    {
        await using var sources = await StubbedSources.StartAsync(new ManualTime(), s => s with { Burst = 2, Queue = 0, CircuitAfter = 2 });
        sources.Server.Answer = _ => new StubReply("{}");
        for (var i = 0; i < 2; i++) await Assert.ThrowsAsync<SourceUnavailableException>(() => sources.Gas.ReadAsync(Stop));
        for (var i = 0; i < 5; i++)
        {
            var e = await Assert.ThrowsAsync<SourceUnavailableException>(() => sources.Gas.ReadAsync(Stop));
            Assert.Equal((SourceFault.Throttled, "Etherscan did not give the price of gas: too many requests to it are waiting already."), (e.Fault, e.Message));
        }

        Assert.Equal(2, sources.Server.Sent.Count);
        Assert.False(Health(sources).CircuitOpen);
    }

    [Fact]
    public async Task What_the_app_traces_is_not_told_to_the_source()
    {
        await using var sources = await StubbedSources.StartAsync(new ManualTime());
        sources.Server.Answer = _ => Gas;
        using var activity = new Activity("a request of the app").Start();
        await sources.Gas.ReadAsync(Stop);
        Assert.Equal(["Accept", "Host", "User-Agent"], sources.Server.LastSent.Headers.Keys.Where(h => h is not "Accept-Encoding").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_caller_who_gives_up_waits_no_longer()
    {
        await using var sources = await StubbedSources.StartAsync(new ManualTime());
        using var cancel = new CancellationTokenSource();
        sources.Server.OnRequest = cancel.Cancel;
        sources.Server.Answer = _ => Gas with { Ending = StubEnding.Never };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sources.Gas.ReadAsync(cancel.Token));
    }

    private static SourceHealth Health(StubbedSources sources) => sources.Health.List().Single(h => h.Source == SourceName.Etherscan);
}
