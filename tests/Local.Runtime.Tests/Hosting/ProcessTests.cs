using System.Net;
using System.Net.Sockets;

namespace LiquidityRisk.Local.Runtime.Tests.Hosting;

public sealed class ProcessTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("process-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Start_prints_one_line_and_a_terminate_signal_ends_it_cleanly()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("Windows has no signals.");
        using var app = await AppProcess.StartAsync(_folder);
        using var client = new HttpClient();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri(app.Address, "api/count"))).StatusCode);
        app.SendTerminate();

        Assert.Equal(("", ""), await app.EndAsync());
        Assert.Equal(0, app.ExitCode);
        Assert.True(File.Exists(Path.Combine(_folder, ".data", "runtime.db")));
    }

    [Fact]
    public async Task Port_in_use_is_one_line_of_error_and_exit_code_1()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        using var app = AppProcess.Launch(_folder, "--port", $"{port}");
        var (output, error) = await app.EndAsync();

        Assert.Equal($"error: Port {port} is in use. Stop the other program or pass --port N.", error.Trim());
        Assert.Equal(("", 1), (output, app.ExitCode));
    }

    [Fact]
    public async Task Data_folder_in_use_is_one_line_of_error_and_exit_code_1()
    {
        using var first = await AppProcess.StartAsync(_folder);
        using var second = AppProcess.Launch(_folder, "--port", "0");
        var (_, error) = await second.EndAsync();

        Assert.StartsWith("error: The data folder", error, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Trim());
        Assert.Equal(1, second.ExitCode);
    }

    [Fact]
    public async Task Unknown_option_is_one_line_of_error_and_exit_code_1()
    {
        using var app = AppProcess.Launch(_folder, "--colour", "red");
        var (_, error) = await app.EndAsync();

        Assert.Equal(("error: Unknown option --colour. --help lists the options.", 1), (error.Trim(), app.ExitCode));
    }

    [Fact]
    public async Task Help_is_printed_and_nothing_started()
    {
        using var app = AppProcess.Launch(_folder, "--help");
        var (output, _) = await app.EndAsync();

        Assert.Contains("--replay DIR", output, StringComparison.Ordinal);
        Assert.Equal(0, app.ExitCode);
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public async Task Only_this_machine_is_answered()
    {
        var outside = Array.Find(await Dns.GetHostAddressesAsync(Dns.GetHostName()), a => a.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(a));
        if (outside is null) Assert.Skip("This machine has no address but the loopback one.");
        using var app = await AppProcess.StartAsync(_folder);
        using var client = new TcpClient();

        await Assert.ThrowsAnyAsync<SocketException>(() => client.ConnectAsync(outside, app.Address.Port));
    }
}
