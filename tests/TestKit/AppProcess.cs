using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace LiquidityRisk.TestKit;

/// <summary>The app as a process of its own, on a free port, which a test can kill.</summary>
public sealed class AppProcess : IDisposable
{
    private const string Ready = "Ready: ";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private AppProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
        Http = new HttpClient { BaseAddress = address };
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>A client of it; signed in after <see cref="SignInAsync"/>.</summary>
    public HttpClient Http { get; }

    /// <summary>Memory that it holds now, in bytes.</summary>
    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Starts the app and waits until it is ready.</summary>
    /// <param name="app">LiquidityRisk.Functions.dll.</param>
    /// <param name="data">Its data folder.</param>
    /// <param name="settings">Environment variables.</param>
    /// <param name="arguments">Further arguments.</param>
    public static async Task<AppProcess> StartAsync(
        string app, string data, IReadOnlyDictionary<string, string>? settings = null, params IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [app, "--port", "0", "--data", data, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in settings ?? new Dictionary<string, string>(StringComparer.Ordinal)) start.Environment[name] = value;
        var process = Process.Start(start)!;
        var ready = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var said = new ConcurrentQueue<string>();
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.OutputDataReceived += (_, line) =>
        {
            Note(line.Data);
            if (line.Data is null) ready.TrySetException(new InvalidOperationException("The app ended before it was ready: " + string.Join(' ', said)));
            else if (line.Data.StartsWith(Ready, StringComparison.Ordinal)) ready.TrySetResult(line.Data[Ready.Length..]);
        };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        try
        {
            return new AppProcess(process, new Uri(await ready.Task.WaitAsync(Patience)));
        }
        catch
        {
            process.Kill();
            process.Dispose();
            throw;
        }

        void Note(string? line)
        {
            if (line is not null && said.Count < 100) said.Enqueue(line);
        }
    }

    /// <summary>Signs a user in and sends the token from now on.</summary>
    public async Task SignInAsync(params string[] roles) =>
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(Http, roles));

    /// <summary>A token of the development sign-in.</summary>
    public static Task<string> TokenAsync(HttpClient http, params string[] roles) => TokenOfAsync(http, "ana", roles);

    /// <summary>A token of the development sign-in for some user.</summary>
    public static Task<string> TokenOfAsync(HttpClient http, string user, params string[] roles) => TokenOfAsync(http, user, wallet: null, roles);

    /// <summary>A token of the development sign-in for the owner of a wallet.</summary>
    public static Task<string> TokenOfOwnerAsync(HttpClient http, string wallet, params string[] roles) => TokenOfAsync(http, "ana", wallet, roles);

    private static async Task<string> TokenOfAsync(HttpClient http, string user, string? wallet, string[] roles)
    {
        var answer = await http.PostAsJsonAsync("/.auth/login/dev", new { user, roles, wallet });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
    }

    /// <summary>Ends the process at once (SIGKILL).</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited) Kill();
        _process.Dispose();
        Http.Dispose();
    }
}
