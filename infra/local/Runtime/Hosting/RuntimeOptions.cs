using System.Reflection;

namespace LiquidityRisk.Local.Runtime.Hosting;

/// <summary>What can be set about the embedded runtime.</summary>
public sealed class RuntimeOptions
{
    /// <summary>TCP port on the loopback interface; 0 takes a free one.</summary>
    public int Port { get; set; } = 7071;

    /// <summary>Folder of everything that survives a restart; one process at a time.</summary>
    public string DataDirectory { get; set; } = ".data";

    /// <summary>Folder of static files with an index.html; null or a missing folder serves none.</summary>
    public string? WebRoot { get; set; }

    /// <summary>Where functions are looked for; empty means the entry assembly.</summary>
    public IList<Assembly> FunctionAssemblies { get; } = [];

    /// <summary>When not empty, only the functions of these classes run.</summary>
    public IList<Type> FunctionTypes { get; } = [];

    /// <summary>The host.json; a missing file means defaults.</summary>
    public string HostJsonPath { get; set; } = Path.Combine(AppContext.BaseDirectory, "host.json");

    /// <summary>The local.settings.json whose <c>Values</c> become settings; a missing file means none.</summary>
    public string LocalSettingsPath { get; set; } = "local.settings.json";

    /// <summary>Largest request body in bytes; a larger one is answered with 413.</summary>
    public long MaxRequestBodyBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>Partitions of a new event hub, 1 to 32 as in the standard tier.</summary>
    public int EventHubPartitions { get; set; } = 8;

    /// <summary>Consumed events kept per partition; older ones are removed.</summary>
    public int RetainedEventsPerPartition { get; set; } = 10_000;

    /// <summary>Settings of the highest precedence, from the command line.</summary>
    public IDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>(StringComparer.Ordinal);
}
