using System.Collections;
using LiquidityRisk.Local.Runtime.Hosting;

namespace LiquidityRisk.Local.Runtime.Tests.Hosting;

public sealed class CommandLineTests
{
    [Fact]
    public void Options_are_taken_from_the_command_line_in_both_spellings()
    {
        var options = CommandLine.Read(["--port", "8000", "--data=/tmp/x", "--replay", "files", "--no-simulator", "--seed=-5", "--orders-per-second=0.5"], NoEnvironment());

        Assert.Equal((8000, "/tmp/x"), (options.Port, options.DataDirectory));
        Assert.Equal(("files", "false", "-5"), (options.Settings["Replay"], options.Settings["Simulator:Enabled"], options.Settings["Simulator:Seed"]));
        Assert.Equal("0.5", options.Settings["Simulator:OrdersPerSecond"]);
    }

    [Fact]
    public void Options_are_taken_from_the_environment_and_the_command_line_wins()
    {
        var environment = new Hashtable
        {
            ["LIQUIDITYRISK_PORT"] = "9000",
            ["LIQUIDITYRISK_SEED"] = "7",
            ["LIQUIDITYRISK_NO_SIMULATOR"] = "1",
        };

        var options = CommandLine.Read(["--port", "8000"], environment);

        Assert.Equal((8000, "7", "false"), (options.Port, options.Settings["Simulator:Seed"], options.Settings["Simulator:Enabled"]));
    }

    [Fact]
    public void Without_options_the_defaults_hold()
    {
        var options = CommandLine.Read([], NoEnvironment());

        Assert.Equal((7071, ".data"), (options.Port, options.DataDirectory));
        Assert.Empty(options.Settings);
    }

    [Theory]
    [InlineData("--bogus")]
    [InlineData("--port=70000")]
    [InlineData("--port")]
    [InlineData("--seed=many")]
    [InlineData("--orders-per-second=some")]
    [InlineData("stray")]
    public void Wrong_option_is_refused_by_its_name(string argument)
    {
        var fault = Assert.Throws<StartupException>(() => CommandLine.Read([argument], NoEnvironment()));

        Assert.Contains(argument.Split('=')[0], fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_lists_every_option_with_its_variable()
    {
        var help = Assert.Throws<HelpException>(() => CommandLine.Read(["--help"], NoEnvironment())).Message;

        Assert.All(["--port", "--data", "--replay", "--no-simulator", "--seed", "--orders-per-second", "LIQUIDITYRISK_NO_SIMULATOR"], option =>
            Assert.Contains(option, help, StringComparison.Ordinal));
    }

    private static Hashtable NoEnvironment() => [];
}
