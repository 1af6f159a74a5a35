using System.Text;
using LiquidityRisk.Domain.Bonds.Exits;
using LiquidityRisk.Flows.Ports;
using Microsoft.Extensions.Logging;

namespace LiquidityRisk.Adapters.Policies;

/// <summary>
/// An exit policy in a file that may be edited while the app runs. A faulty edit is logged once and the policy before stays in force;
/// a faulty file at start is an error.
/// </summary>
public sealed class WatchedExitPolicy : IExitPolicies
{
    /// <summary>How often the file is looked at.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    private readonly string _path;
    private readonly TimeProvider _time;
    private readonly ILogger<WatchedExitPolicy> _log;
    private readonly Lock _reading = new();
    private Loaded _loaded;
    private long _lookedAt;

    /// <summary>Reads the file.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="FormatException">It is not a complete, consistent policy; the message names the fault.</exception>
    public WatchedExitPolicy(string path, TimeProvider time, ILogger<WatchedExitPolicy> log)
    {
        (_path, _time, _log) = (path, time, log);
        _loaded = Load();
        _lookedAt = time.GetTimestamp();
    }

    /// <inheritdoc/>
    public ExitPolicy Current
    {
        get
        {
            if (_time.GetElapsedTime(Volatile.Read(ref _lookedAt)) >= Every) Look();
            return _loaded.Policy;
        }
    }

    /// <inheritdoc/>
    public string CurrentText => _loaded.Text;

    /// <inheritdoc/>
    public ExitPolicy Parse(string text) => ExitPolicyFile.Parse(Encoding.UTF8.GetBytes(text));

    private void Look()
    {
        if (!_reading.TryEnter()) return; // somebody else is looking
        try
        {
            Volatile.Write(ref _lookedAt, _time.GetTimestamp());
            if (File.GetLastWriteTimeUtc(_path) == _loaded.WrittenAt) return;
            var loaded = Load();
            if (!string.Equals(loaded.Policy.Version, _loaded.Policy.Version, StringComparison.Ordinal))
                _log.LogInformation("Exit policy {Version} is in force, after {Before}", loaded.Policy.Version, _loaded.Policy.Version);
            _loaded = loaded;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            _log.LogError(e, "The exit policy in {Path} cannot be used; {Version} stays in force", _path, _loaded.Policy.Version);
            _loaded = _loaded with { WrittenAt = File.GetLastWriteTimeUtc(_path) };
        }
        finally
        {
            _reading.Exit();
        }
    }

    private Loaded Load()
    {
        var writtenAt = File.GetLastWriteTimeUtc(_path);
        var bytes = File.ReadAllBytes(_path);
        return new(ExitPolicyFile.Parse(bytes), Encoding.UTF8.GetString(bytes), writtenAt);
    }

    private sealed record Loaded(ExitPolicy Policy, string Text, DateTime WrittenAt);
}
