using System.Collections.Immutable;
using LiquidityRisk.Domain.Wallets.Security;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Security.Tests;

public class AccessPatternTests
{
    private static readonly WalletAddress Wallet = WalletAddress.Parse("0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2");
    private static readonly AccessRules Rules = AccessRules.ForLimit(60);

    private readonly List<SecurityFinding> _found = [];
    private AccessPattern _pattern = AccessPattern.Empty;
    private DateTimeOffset _now = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Five_addresses_in_ten_minutes_are_one_event_with_their_networks()
    {
        foreach (var client in (string[])["203.0.113.1", "203.0.113.2", "198.51.100.7", "198.18.0.3", "203.0.113.1"]) Request(client, seconds: 60);
        Assert.Empty(_found);

        Request("192.0.2.1");
        Request("192.0.2.2");

        var finding = Assert.Single(_found);
        Assert.Equal((SecurityEventKind.ManyClients, 5, TimeSpan.FromMinutes(10)), (finding.Kind, finding.Count, finding.Window));
        Assert.Equal(["203.0.113.0/24", "198.51.100.0/24", "198.18.0.0/24", "192.0.2.0/24"], finding.Networks);
    }

    [Fact]
    public void Addresses_that_came_long_ago_do_not_count()
    {
        for (var i = 0; i < 20; i++) Request($"203.0.113.{i}", seconds: 150);

        Assert.Empty(_found);
        for (var i = 0; i < 5; i++) Request($"203.0.113.{i}", seconds: 149);
        Assert.Single(_found);
    }

    [Fact]
    public void An_event_comes_again_when_it_goes_on_after_its_window()
    {
        for (var i = 0; i < 40; i++) Request($"203.0.113.{i % 7}", seconds: 60);

        Assert.Equal(4, _found.Count);
        Assert.All(_found.Zip(_found.Skip(1)), pair => Assert.Equal(TimeSpan.FromMinutes(10), pair.Second.At - pair.First.At));
    }

    [Fact]
    public void Three_times_the_limit_in_a_minute_is_an_event()
    {
        for (var i = 0; i < 179; i++) Request("203.0.113.1", seconds: 0.3);
        Assert.Empty(_found);

        Request("203.0.113.1");

        Assert.Equal((SecurityEventKind.HighFrequency, 180), (Assert.Single(_found).Kind, _found[0].Count));
    }

    [Fact]
    public void As_many_requests_in_more_than_a_minute_are_none()
    {
        for (var i = 0; i < 1_000; i++) Request("203.0.113.1", seconds: 0.34);

        Assert.Empty(_found);
    }

    [Fact]
    public void Ten_failed_checks_in_ten_minutes_are_an_event_and_nine_are_none()
    {
        for (var i = 0; i < 30; i++) FailedCheck(seconds: 61);
        Assert.Equal(3, _found.Count(f => f.Kind == SecurityEventKind.ManyFailedChecks && f.Count == 10));

        _found.Clear();
        (_pattern, _now) = (AccessPattern.Empty, _now.AddDays(1));
        for (var i = 0; i < 30; i++) FailedCheck(seconds: 67);
        Assert.Empty(_found);
    }

    [Fact]
    public void A_naive_count_over_everything_that_happened_agrees()
    {
        var random = new Random(5);
        List<DateTimeOffset> failures = [];
        DateTimeOffset? raised = null;
        for (var i = 0; i < 5_000; i++)
        {
            _now = _now.AddSeconds(random.Next(1, 120));
            failures.Add(_now);
            _found.Clear();
            FailedCheck(seconds: 0);

            var expected = failures.Count(f => _now - f < AccessRules.Long) >= 10 && (raised is null || _now - raised >= AccessRules.Long);
            Assert.Equal(expected, _found.Count == 1);
            if (expected) raised = _now;
        }
    }

    private void Request(string client, double seconds = 0) => Take(_pattern.WithRequest(Wallet, Origin(client), _now, Rules), seconds);

    private void FailedCheck(double seconds) => Take(_pattern.WithFailedCheck(Wallet, Origin("203.0.113.1"), _now, Rules), seconds);

    // Addresses of four parts, whose network is the first three.
    private static ClientOrigin Origin(string address) => new(address, address[..address.LastIndexOf('.')] + ".0/24");

    private void Take((AccessPattern Next, ImmutableArray<SecurityFinding> Findings) step, double seconds)
    {
        _pattern = step.Next;
        _found.AddRange(step.Findings);
        _now = _now.AddSeconds(seconds);
    }
}
