using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LiquidityRisk.Adapters.Sqlite;

namespace LiquidityRisk.Local.Runtime.Tests.Hosting;

public sealed class KillTests : IDisposable
{
    private const int Kills = 3;

    private readonly string _folder = Directory.CreateTempSubdirectory("kill-").FullName;
    private readonly ConcurrentBag<string> _accepted = [];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Killed_process_loses_nothing_it_accepted_and_applies_nothing_twice()
    {
        for (var life = 1; life <= Kills; life++) await LiveAndDieAsync(life);
        await FinishAsync();

        await using var effects = new SqliteDatabase(Path.Combine(_folder, "effects.db"), "SELECT 1");
        var applied = effects.Read(s => s.Query("SELECT id FROM applied", row => row.GetString(0))).ToHashSet();
        var total = effects.Read(s => s.First("SELECT value FROM totals WHERE name = 'applied'", row => row.GetInt64(0)));
        Assert.NotEmpty(_accepted);
        Assert.True(AreAllApplied(applied));
        Assert.Equal(applied.Count, total);
        AssertNoTickLost(effects);
    }

    /// <summary>Both events of every accepted order, and of no order only one.</summary>
    private bool AreAllApplied(IReadOnlyCollection<string> applied)
    {
        var orders = applied.GroupBy(id => id[..^2], StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        return orders.Values.All(events => events == 2) && _accepted.All(orders.ContainsKey);
    }

    /// <summary>
    /// After each kill the first occurrence that fell into the pause is made up for, flagged past due. A run makes up for
    /// everything that was due when it ran, so the pause begins with the minute after that.
    /// </summary>
    private static void AssertNoTickLost(SqliteDatabase effects)
    {
        var starts = effects.Read(s => s.Query("SELECT life, at FROM lives ORDER BY life", row => (Life: row.GetInt64(0), At: row.GetInt64(1))));
        var ticks = effects.Read(s => s.Query(
            "SELECT life, due, past_due, at FROM ticks ORDER BY number",
            row => (Life: row.GetInt64(0), Due: row.GetInt64(1), PastDue: row.GetBoolean(2), At: row.GetInt64(3))));
        Assert.Equal(Kills + 1, starts.Count);
        foreach (var (life, start) in starts.Skip(1))
        {
            var before = ticks.Last(tick => tick.Life < life);
            var first = ticks.First(tick => tick.Life == life);
            var wasMissed = before.At - (before.At % TimeSpan.TicksPerMinute) + TimeSpan.TicksPerMinute <= start;
            Assert.True(!wasMissed || (first.PastDue && first.Due <= start), $"Life {life} started at {start} after {before} with {first}.");
            Assert.True(first.Due >= before.Due);
        }
    }

    private async Task LiveAndDieAsync(int life)
    {
        using var app = await AppProcess.StartAsync(_folder);
        using var client = new HttpClient { BaseAddress = app.Address };
        var goal = _accepted.Count + 200;
        var senders = Enumerable.Range(0, 4).Select(sender => SendUntilDeathAsync(client, $"{life}-{sender}")).ToArray();
        await UntilAsync(async () => _accepted.Count >= goal && (await CountAsync(client)).Ticks >= 1);
        await app.KillAsync();
        await Task.WhenAll(senders);
    }

    private async Task FinishAsync()
    {
        using var app = await AppProcess.StartAsync(_folder);
        using var client = new HttpClient { BaseAddress = app.Address };
        await UntilAsync(async () => AreAllApplied((await client.GetFromJsonAsync<string[]>("/api/applied"))!) && (await CountAsync(client)).Ticks >= 1);
        if (OperatingSystem.IsWindows())
        {
            await app.KillAsync();
            return;
        }

        app.SendTerminate();
        await app.EndAsync();
        Assert.Equal(0, app.ExitCode);
    }

    private async Task SendUntilDeathAsync(HttpClient client, string sender)
    {
        for (var i = 0; ; i++)
        {
            try
            {
                var answer = await client.PostAsync($"/api/accept/{sender}-{i}", content: null);
                Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
                _accepted.Add($"{sender}-{i}");
            }
            catch (HttpRequestException)
            {
                return;
            }
        }
    }

    private static async Task<(long Applied, long Ticks)> CountAsync(HttpClient client)
    {
        var count = await client.GetFromJsonAsync<JsonElement>("/api/count");
        return (count.GetProperty("applied").GetInt64(), count.GetProperty("ticks").GetInt64());
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60), TimeProvider.System);
        while (!await condition()) await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, limit.Token);
    }
}
