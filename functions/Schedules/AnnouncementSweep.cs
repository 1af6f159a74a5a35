using LiquidityRisk.Flows.Bonds;
using Microsoft.Azure.Functions.Worker;

namespace LiquidityRisk.Functions.Schedules;

/// <summary>Publishes announcements that a crash or a failing publisher left behind.</summary>
public sealed class AnnouncementSweep(AnnounceBonds announce)
{
    [Function(nameof(SweepAnnouncements))]
    public Task SweepAnnouncements(
        [TimerTrigger("*/15 * * * * *", RunOnStartup = true)] TimerInfo timer, CancellationToken cancellationToken) =>
        announce.SweepAsync(cancellationToken);
}
