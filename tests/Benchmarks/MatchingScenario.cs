using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using LiquidityRisk.Domain.CashMarket.Matching;

namespace LiquidityRisk.Benchmarks;

/// <summary>
/// The matching engine on one thread: how many commands a second; what it allocates; and, at a million a second, how long a command
/// takes by itself (service) and from the instant at which it was due (response, which counts every wait behind others and every
/// pause of the machine; the same clock with nothing to do shows the pauses alone).
/// </summary>
internal static class MatchingScenario
{
    private const int Commands = 1_000_000;
    private const int Rounds = 9;
    private const int Rate = 1_000_000;
    private const int Window = 200;

    public static Task RunAsync()
    {
        var latency = GCSettings.LatencyMode;
        GCSettings.LatencyMode = GCLatencyMode.SustainedLowLatency;
        Run("dense", OrderFlow.Draw(1, 10_000, Commands, sparse: false));
        Run("sparse", OrderFlow.Draw(2, 10_000, Commands, sparse: true));
        GCSettings.LatencyMode = latency;
        return Task.CompletedTask;
    }

    private static void Run(string name, OrderFlow flow)
    {
        var depth = Opened(flow).Depth();
        Say($"{name}: {flow.Opening:N0} orders at {depth.Bids.Length + depth.Asks.Length:N0} prices, then {flow.Count - flow.Opening:N0} commands: {flow.Mix}");

        var sink = new Counting();
        var rates = new double[Rounds];
        var bytes = 0.0;
        for (var round = -2; round < Rounds; round++)
        {
            var engine = Opened(flow);
            sink.Clear();
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var start = Stopwatch.GetTimestamp();
            for (var i = flow.Opening; i < flow.Count; i++) flow.Send(engine, i, sink);
            var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            bytes = (GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)(flow.Count - flow.Opening);
            if (round >= 0) rates[round] = (flow.Count - flow.Opening) / seconds;
        }

        Array.Sort(rates);
        Say($"{name}: {rates[Rounds / 2] / 1e6:0.00} million commands/s (median of {Rounds}; {rates[0] / 1e6:0.00} to {rates[^1] / 1e6:0.00}), {bytes:0.00} bytes a command, {sink}");

        var list = new MarketEventList();
        var kept = Opened(flow);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = flow.Opening; i < flow.Count; i++)
        {
            flow.Send(kept, i, list);
            list.Clear();
        }

        Say($"{name}: {(GC.GetAllocatedBytesForCurrentThread() - before) / (double)(flow.Count - flow.Opening):0} bytes a command when events are kept as objects");
        for (var round = 0; round < 2; round++) Pace(name, flow);
        Pace("nothing to do", flow, send: false);
    }

    // In short windows too, because a shared machine takes the processor away many times a second and all that is due then waits.
    private static void Pace(string name, OrderFlow flow, bool send = true)
    {
        var engine = Opened(flow);
        var sink = new Counting();
        var (service, response) = (new NanosecondHistogram(), new NanosecondHistogram());
        var (waits, windows) = (new long[Window], new List<double>());
        var perCommand = Stopwatch.Frequency / (double)Rate;
        for (var first = flow.Opening; first + Window <= flow.Count; first += Window)
        {
            var start = Stopwatch.GetTimestamp();
            for (var i = first; i < first + Window; i++)
            {
                var due = start + (long)((i - first) * perCommand);
                long begin;
                while ((begin = Stopwatch.GetTimestamp()) < due)
                {
                }

                if (send) flow.Send(engine, i, sink);
                var end = Stopwatch.GetTimestamp();
                service.Add(end - begin);
                response.Add(end - due);
                waits[i - first] = end - due;
            }

            Array.Sort(waits);
            windows.Add(waits[Window * 99 / 100] * 1e6 / Stopwatch.Frequency);
        }

        windows.Sort();
        Say($"{name} at {Rate:N0}/s: service {service}");
        Say($"{name} at {Rate:N0}/s: response {response}");
        Say($"{name} at {Rate:N0}/s: p99 response by window of {Window:N0}: median {windows[windows.Count / 2]:0.00} µs; at most 4 µs in {100.0 * windows.Count(w => w <= 4) / windows.Count:0} % of {windows.Count:N0}");
    }

    private static MatchingEngine Opened(OrderFlow flow)
    {
        var engine = new MatchingEngine(MatchingRules.Standard);
        var sink = new Counting();
        for (var i = 0; i < flow.Opening; i++) flow.Send(engine, i, sink);
        return engine;
    }

    private static void Say(FormattableString text) => Console.WriteLine("matching: " + text.ToString(CultureInfo.InvariantCulture));

    /// <summary>Counts times by 10 ns up to 100 µs; the longest is kept as it is.</summary>
    private sealed class NanosecondHistogram
    {
        private readonly int[] _counts = new int[10_001];
        private long _total;
        private long _longest;

        public void Add(long stopwatchTicks)
        {
            var nanoseconds = stopwatchTicks * 1_000_000_000 / Stopwatch.Frequency;
            _counts[Math.Min(nanoseconds / 10, _counts.Length - 1)]++;
            _total++;
            _longest = Math.Max(_longest, nanoseconds);
        }

        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture,
            $"p50 {At(0.5)} µs, p99 {At(0.99)} µs, p99.9 {At(0.999)} µs, max {_longest / 1e3:0.0} µs");

        private string At(double share)
        {
            var rest = (long)(share * _total);
            for (var i = 0; i < _counts.Length - 1; i++)
                if ((rest -= _counts[i]) < 0) return ((i + 1) * 0.01).ToString("0.00", CultureInfo.InvariantCulture);
            return "over 100";
        }
    }

    private sealed class Counting : IMarketEventSink
    {
        private int _accepted;
        private int _rested;
        private int _trades;
        private int _cancelled;
        private int _others;
        private int _refused;

        public void Clear() => _accepted = _rested = _trades = _cancelled = _others = _refused = 0;

        public void On(in OrderAccepted happened) => _accepted++;

        public void On(in OrderRested happened) => _rested++;

        public void On(in TradeExecuted happened) => _trades++;

        public void On(in OrderReduced happened) => _others++;

        public void On(in OrderCancelled happened) => _cancelled++;

        public void On(in OrderReplaced happened) => _others++;

        public void On(in CommandRejected happened) => _refused++;

        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture,
            $"events: {_accepted:N0} accepted, {_rested:N0} rested, {_trades:N0} trades, {_cancelled:N0} cancelled, {_others:N0} reduced or replaced, {_refused:N0} refused");
    }
}
