using System.Collections;
using System.Globalization;

namespace LiquidityRisk.Local.Runtime.Hosting;

/// <summary>The command line of the embedded runtime. Every option is also an environment variable; the command line wins.</summary>
internal static class CommandLine
{
    private static readonly Option[] Options =
    [
        new("port", "PORT", "TCP port on this machine (0 takes a free one). Default 7071.", SetPort),
        new("data", "DIR", "Folder that keeps everything. Default .data.", (o, v) => o.DataDirectory = v, "LIQUIDITYRISK_DATA_DIRECTORY"),
        new("replay", "DIR", "Feed the files of this folder instead of simulated bonds and wallets.", (o, v) => o.Settings["Replay"] = v),
        new("no-simulator", null, "Start without the market simulator.", (o, v) => o.Settings["Simulator:Enabled"] = IsTrue(v) ? "false" : "true"),
        new("seed", "N", "Seed of the market simulator.", SetSeed),
        new("orders-per-second", "N", "Commands a second in each simulated certificate market, 0.01 to 50. Default 2.", SetOrders),
    ];

    public static string Help =>
        "Options:" + Environment.NewLine + string.Concat(Options.Select(o =>
            $"  {$"--{o.Name} {o.Value}",-21} {o.Meaning} [{o.Variable}]{Environment.NewLine}")) +
        $"  {"--help",-21} Show this list.";

    public static RuntimeOptions Read(string[] args) => Read(args, Environment.GetEnvironmentVariables());

    public static RuntimeOptions Read(IReadOnlyList<string> args, IDictionary environment)
    {
        var options = new RuntimeOptions();
        foreach (var option in Options)
            if (environment[option.Variable] is string { Length: > 0 } value) Apply(options, option, option.Variable, value);

        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] is "--help" or "-h" or "-?") throw new HelpException(Help);
            var (name, value) = Split(args[i]);
            var option = Array.Find(Options, o => $"--{o.Name}" == name)
                ?? throw new StartupException($"Unknown option {args[i]}. --help lists the options.");
            if (option.Value is not null && value is null && i + 1 < args.Count) value = args[++i];
            if (option.Value is not null && string.IsNullOrEmpty(value))
                throw new StartupException($"Option {name} needs a value ({option.Value}).");
            Apply(options, option, name, value ?? "true");
        }

        return options;
    }

    private static void Apply(RuntimeOptions options, Option option, string source, string value)
    {
        try
        {
            option.Set(options, value);
        }
        catch (FormatException e)
        {
            throw new StartupException($"{source}: {e.Message}", e);
        }
    }

    private static (string Name, string? Value) Split(string argument) =>
        argument.IndexOf('=', StringComparison.Ordinal) is > 0 and var at
            ? (argument[..at], argument[(at + 1)..])
            : (argument, null);

    private static void SetPort(RuntimeOptions options, string value) =>
        options.Port = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535
            ? port
            : throw new FormatException($"'{value}' is not a port number from 0 to 65535.");

    private static void SetSeed(RuntimeOptions options, string value) =>
        options.Settings["Simulator:Seed"] = int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
            ? value
            : throw new FormatException($"'{value}' is not a whole number.");

    private static void SetOrders(RuntimeOptions options, string value) =>
        options.Settings["Simulator:OrdersPerSecond"] = double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)
            ? value
            : throw new FormatException($"'{value}' is not a number.");

    private static bool IsTrue(string value) => value.ToUpperInvariant() switch
    {
        "TRUE" or "1" => true,
        "FALSE" or "0" => false,
        _ => throw new FormatException($"'{value}' is neither true nor false."),
    };

    private sealed record Option(
        string Name, string? Value, string Meaning, Action<RuntimeOptions, string> Set, string? OwnVariable = null)
    {
        public string Variable => OwnVariable ?? "LIQUIDITYRISK_" + Name.ToUpperInvariant().Replace('-', '_');
    }
}
