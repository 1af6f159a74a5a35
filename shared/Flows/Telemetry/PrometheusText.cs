using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace LiquidityRisk.Flows.Telemetry;

/// <summary>Adds up the app's own meter and writes it in the Prometheus text format (version 0.0.4).</summary>
public sealed class PrometheusText : IDisposable
{
    private static readonly double[] Bounds = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 5_000];

    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<(Instrument Instrument, string Labels), Series> _series = new();

    /// <summary>Listens from now on.</summary>
    public PrometheusText()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name is ServiceMetrics.MeterName) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.Start();
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();

    /// <summary>Everything that was counted so far.</summary>
    public string Write()
    {
        var text = new StringBuilder();
        foreach (var family in _series.OrderBy(s => s.Key.Instrument.Name, StringComparer.Ordinal).GroupBy(s => s.Key.Instrument))
        {
            var isHistogram = family.Key is Histogram<double>;
            var name = family.Key.Name + (isHistogram ? "_milliseconds" : "_total");
            Line(text, $"# HELP {name} {family.Key.Description}");
            Line(text, $"# TYPE {name} {(isHistogram ? "histogram" : "counter")}");
            foreach (var (key, series) in family.OrderBy(s => s.Key.Labels, StringComparer.Ordinal))
            {
                if (isHistogram) WriteHistogram(text, name, key.Labels, series);
                else Line(text, $"{name}{Braced(key.Labels)} {series.Sum}");
            }
        }

        return text.ToString();
    }

    private static void WriteHistogram(StringBuilder text, string name, string labels, Series series)
    {
        var separator = labels.Length == 0 ? "" : ",";
        lock (series)
        {
            var seen = 0L;
            for (var i = 0; i < Bounds.Length; i++)
            {
                seen += series.Buckets[i];
                Line(text, $"{name}_bucket{{{labels}{separator}le=\"{Bounds[i]}\"}} {seen}");
            }

            Line(text, $"{name}_bucket{{{labels}{separator}le=\"+Inf\"}} {series.Count}");
            Line(text, $"{name}_sum{Braced(labels)} {series.Sum}");
            Line(text, $"{name}_count{Braced(labels)} {series.Count}");
        }
    }

    private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var series = _series.GetOrAdd((instrument, Labels(tags)), _ => new Series());
        lock (series)
        {
            series.Sum += value;
            series.Count++;
            var bucket = Array.FindIndex(Bounds, b => value <= b);
            if (bucket >= 0) series.Buckets[bucket]++;
        }
    }

    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.Length == 0) return "";
        var labels = new StringBuilder();
        foreach (var (name, value) in tags)
        {
            if (labels.Length > 0) labels.Append(',');
            var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
            labels.Append(name).Append("=\"").Append(text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)).Append('"');
        }

        return labels.ToString();
    }

    private static string Braced(string labels) => labels.Length == 0 ? "" : $"{{{labels}}}";

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private sealed class Series
    {
        public double Sum { get; set; }

        public long Count { get; set; }

        public long[] Buckets { get; } = new long[Bounds.Length];
    }
}
