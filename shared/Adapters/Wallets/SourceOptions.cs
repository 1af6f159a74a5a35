namespace LiquidityRisk.Adapters.Wallets;

/// <summary>How one source is reached, how much patience it gets and how long its answers hold. Each source has defaults of its own.</summary>
public sealed record SourceOptions
{
    /// <summary>Where it is; https, or http on this machine. The paths below it are the source's own.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>The app's key with the source; null where there is none. Never shown.</summary>
    public string? Key { get; init; }

    /// <summary>How long an answer holds before the source is asked again, 1 s to 1 day: not shorter than the source itself renews it.</summary>
    public required TimeSpan TimeToLive { get; init; }

    /// <summary>
    /// How old an answer may be that is given while the source fails, from <see cref="TimeToLive"/> to 7 days. Default 1 h; the answer
    /// itself says how old it is.
    /// </summary>
    public TimeSpan MaxAge { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How many requests a minute are made at most, 1 to 6,000: within what the source's plan allows.</summary>
    public required int RequestsPerMinute { get; init; }

    /// <summary>How many requests may follow each other at once before they are spaced out, 1 to 100. Default 5.</summary>
    public int Burst { get; init; } = 5;

    /// <summary>How many requests may wait for their turn, 0 to 1,000; further ones are refused, and whoever would wait longer than <see cref="GiveUpAfter"/>. Default 100.</summary>
    public int Queue { get; init; } = 100;

    /// <summary>How long one attempt may take, its body included, 100 ms to 1 min. Default 10 s.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long one request may take with all its attempts and pauses, <see cref="AttemptTimeout"/> to 5 min. Default 45 s.</summary>
    public TimeSpan GiveUpAfter { get; init; } = TimeSpan.FromSeconds(45);

    /// <summary>How often a failed attempt is repeated, 0 to 10. Default 3.</summary>
    public int Retries { get; init; } = 3;

    /// <summary>The first pause before an attempt is repeated, 10 ms to 10 s; it doubles with each, with jitter. Default 500 ms.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>After how many attempts of which at least half failed within 30 s the source is left alone, 2 to 100. Default 10.</summary>
    public int CircuitAfter { get; init; } = 10;

    /// <summary>How long it is left alone then, 1 s to 10 min. Default 30 s.</summary>
    public TimeSpan CircuitPause { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The largest answer that is read, in bytes, 1 kB to 64 MB. Default 8 MB.</summary>
    public int MaxAnswerBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>Whether there is a key.</summary>
    internal bool HasKey => !string.IsNullOrWhiteSpace(Key);

    /// <summary>What is wrong with the settings, each fault naming its setting below <paramref name="section"/>; empty when nothing is.</summary>
    public IEnumerable<string> Faults(string section)
    {
        if (!Endpoint.IsAbsoluteUri || !(Endpoint.Scheme == Uri.UriSchemeHttps || (Endpoint.Scheme == Uri.UriSchemeHttp && Endpoint.IsLoopback)))
            yield return $"{section}:{nameof(Endpoint)} must be an https address (http only on this machine).";
        else if (!Endpoint.AbsolutePath.EndsWith('/'))
            yield return $"{section}:{nameof(Endpoint)} must end in '/'.";
        if (Key is { } key && key.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.')))
            yield return $"{section}:{nameof(Key)} may hold letters, digits, '-', '_' and '.' only.";
        foreach (var (name, value, least, most) in Durations())
        {
            if (value < least || value > most)
                yield return FormattableString.Invariant($"{section}:{name} must be {least} to {most}, not {value}.");
        }

        foreach (var (name, value, least, most) in Counts())
        {
            if (value < least || value > most)
                yield return FormattableString.Invariant($"{section}:{name} must be {least} to {most}, not {value}.");
        }
    }

    /// <summary>Where it is; not the key.</summary>
    public override string ToString() => Endpoint.ToString();

    private IEnumerable<(string Name, TimeSpan Value, TimeSpan Least, TimeSpan Most)> Durations() =>
    [
        (nameof(TimeToLive), TimeToLive, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1)),
        (nameof(MaxAge), MaxAge, TimeToLive, TimeSpan.FromDays(7)),
        (nameof(AttemptTimeout), AttemptTimeout, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(1)),
        (nameof(GiveUpAfter), GiveUpAfter, AttemptTimeout, TimeSpan.FromMinutes(5)),
        (nameof(FirstPause), FirstPause, TimeSpan.FromMilliseconds(10), TimeSpan.FromSeconds(10)),
        (nameof(CircuitPause), CircuitPause, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10)),
    ];

    private IEnumerable<(string Name, int Value, int Least, int Most)> Counts() =>
    [
        (nameof(RequestsPerMinute), RequestsPerMinute, 1, 6_000),
        (nameof(Burst), Burst, 1, 100),
        (nameof(Queue), Queue, 0, 1_000),
        (nameof(Retries), Retries, 0, 10),
        (nameof(CircuitAfter), CircuitAfter, 2, 100),
        (nameof(MaxAnswerBytes), MaxAnswerBytes, 1_024, 64 * 1024 * 1024),
    ];
}
