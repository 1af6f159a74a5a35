using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace LiquidityRisk.Local.Simulator;

/// <summary>What feeds the app on a developer's machine.</summary>
/// <param name="ReplayFolder">Replay the real files of this folder instead of simulating; null simulates.</param>
/// <param name="ReplaySeconds">Seconds over which one snapshot of the files is spread, 0 to 3,600. Default 20.</param>
/// <param name="Enabled">Whether the market is simulated at all.</param>
/// <param name="Seed">Seed of the simulated market; the same seed gives the same market. Default 7.</param>
/// <param name="TicksPerSecond">Events per second of the simulated market, 1 to 50,000. Default 40.</param>
/// <param name="OrdersPerSecond">Commands per second in each simulated certificate market, 0.01 to 50. Default 2: lively, at a small part of a core.</param>
/// <param name="Wallets">Wallets of the simulated chain beside the persona, 0 to 20,000. Default 400: a scan of a second.</param>
/// <param name="SourceDelay">How long one of twenty reads from the simulated sources takes, 0 to 60 s (<c>Simulator:SourceDelayMs</c>). Default 0.</param>
/// <param name="SourceFailures">Share of these reads that fail, 0 to 1. Default 0.</param>
internal sealed record FeedOptions(
    string? ReplayFolder,
    double ReplaySeconds,
    bool Enabled,
    int Seed,
    int TicksPerSecond,
    double OrdersPerSecond,
    int Wallets = 400,
    TimeSpan SourceDelay = default,
    double SourceFailures = 0)
{
    public static FeedOptions Read(IConfiguration configuration)
    {
        var options = new FeedOptions(
            configuration["Replay"] is { Length: > 0 } folder ? folder : null,
            configuration.GetValue("Simulator:ReplaySeconds", 20.0),
            configuration.GetValue("Simulator:Enabled", defaultValue: true),
            configuration.GetValue("Simulator:Seed", 7),
            configuration.GetValue("Simulator:TicksPerSecond", 40),
            configuration.GetValue("Simulator:OrdersPerSecond", 2.0),
            configuration.GetValue("Simulator:Wallets", 400),
            TimeSpan.FromMilliseconds(configuration.GetValue("Simulator:SourceDelayMs", 0.0)),
            configuration.GetValue("Simulator:SourceFailures", 0.0));
        if (options.ReplayFolder is { } replay && !Directory.Exists(replay))
            throw Fault($"Setting Replay names the folder '{replay}', which does not exist.");
        if (options.TicksPerSecond is < 1 or > 50_000) throw Fault("Setting Simulator:TicksPerSecond must be from 1 to 50,000.");
        if (options.OrdersPerSecond is not (>= 0.01 and <= 50)) throw Fault("Setting Simulator:OrdersPerSecond must be from 0.01 to 50.");
        if (options.ReplaySeconds is not (>= 0 and <= 3_600)) throw Fault("Setting Simulator:ReplaySeconds must be from 0 to 3,600.");
        if (options.Wallets is < 0 or > 20_000) throw Fault("Setting Simulator:Wallets must be from 0 to 20,000.");
        if (options.SourceDelay.TotalSeconds is not (>= 0 and <= 60)) throw Fault("Setting Simulator:SourceDelayMs must be from 0 to 60,000.");
        if (options.SourceFailures is not (>= 0 and <= 1)) throw Fault("Setting Simulator:SourceFailures must be from 0 to 1.");
        return options;
    }

    private static OptionsValidationException Fault(string message) => new("Simulator", typeof(FeedOptions), [message]);
}
