using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace LiquidityRisk.Local.Runtime.Hosting;

/// <summary>The app as a process: says when it is ready, and why it cannot start.</summary>
internal sealed class RuntimeHost(WebApplication app) : IHost, IAsyncDisposable
{
    private bool _hasFailed;

    public IServiceProvider Services => app.Services;

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await StartAsync(app, cancellationToken);
            await Console.Out.WriteLineAsync($"Ready: {Address(app).GetLeftPart(UriPartial.Authority)}");
        }
        catch (Exception e) when (e is StartupException or OptionsValidationException)
        {
            await Console.Error.WriteLineAsync($"error: {e.Message}");
            Environment.ExitCode = 1;
            _hasFailed = true;
            app.Lifetime.StopApplication();
        }
    }

    public Task StopAsync(CancellationToken cancellationToken = default) =>
        _hasFailed ? Task.CompletedTask : app.StopAsync(cancellationToken);

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    /// <summary>Starts the app, turning a busy port into a plain message.</summary>
    public static async Task StartAsync(WebApplication app, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException || e.InnerException is SocketException)
        {
            var port = app.Services.GetRequiredService<IOptions<RuntimeOptions>>().Value.Port;
            throw new StartupException($"Port {port} is in use. Stop the other program or pass --port N.", e);
        }
    }

    /// <summary>Where the app listens.</summary>
    public static Uri Address(WebApplication app) =>
        new(app.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal));
}
