using LiquidityRisk.Flows.Bonds;
using LiquidityRisk.Flows.Ports;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LiquidityRisk.Local.Simulator.Replay;

/// <summary>
/// Sends the real bond files of a folder to the hub, snapshot by snapshot, as if each were being observed now: the age of
/// the last trade is kept as it was at the snapshot, the time of observation is the time of sending.
/// </summary>
internal sealed class ReplayFeed(FeedOptions options, IEventPublisher hubs, TimeProvider time, ILogger<ReplayFeed> log) : BackgroundService
{
    private const int StepsPerSnapshot = 40;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var sequence = time.GetUtcNow().ToUnixTimeMilliseconds();
        var replayed = 0;
        foreach (var snapshot in Snapshots(options.ReplayFolder!))
        {
            log.LogInformation("Replaying {Name}: {Count} events", snapshot.Name, snapshot.Rows.Count);
            foreach (var part in snapshot.Rows.Chunk(Math.Max(1, (snapshot.Rows.Count + StepsPerSnapshot - 1) / StepsPerSnapshot)))
            {
                var now = time.GetUtcNow();
                OutgoingEvent[] events = [.. part.Select(row => row(now, sequence++))];
                await hubs.PublishAsync(SubmitMarketData.Hub, events, stoppingToken);
                await Task.Delay(TimeSpan.FromSeconds(options.ReplaySeconds / StepsPerSnapshot), time, stoppingToken);
            }

            replayed++;
        }

        log.LogInformation("Replay finished: {Count} snapshots", replayed);
    }

    /// <summary>Everything in the folder that is known, in the order of its dates. Files that are missing are left out.</summary>
    internal static IEnumerable<Snapshot> Snapshots(string folder) =>
        SixBondList.Read(folder).Concat(MoexBondPanel.Read(folder));
}

/// <summary>What a file says about one moment.</summary>
/// <param name="Name">File and date, for the log.</param>
/// <param name="Rows">Each makes an event for a time of sending and a sequence number.</param>
internal sealed record Snapshot(string Name, IReadOnlyList<Func<DateTimeOffset, long, OutgoingEvent>> Rows);
