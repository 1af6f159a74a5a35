using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using LiquidityRisk.Flows.CashMarket.Liquidity;
using LiquidityRisk.Flows.Json;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Local.Runtime.Testing;
using LiquidityRisk.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace LiquidityRisk.App.Tests.CashMarket.Faults;

/// <summary>
/// Ana asks for liquidity and Ben approves it, in an app that is killed or whose store fails at a chosen write. The documents outlive the
/// app; every start has its own view of them, so that nothing of a killed app can reach them.
/// </summary>
internal sealed class CreationRun : IAsyncDisposable
{
    private const string Operations = "/api/v1/liquidity/operations";
    private const string Wanted = """{"certificate_type":"EUA","bid_amount_eur":90000,"ask_amount_eur":90000,"allow_default_reference":true}""";

    // The app gives a step up after it has tried five times within 15 s; a clock that turns by 5 s makes that 25 s.
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan OutageTurn = TimeSpan.FromSeconds(5);

    // Then a request whose server died may be sent again.
    private static readonly TimeSpan BeforeRepeating = TimeSpan.FromSeconds(70);

    private readonly ManualTime _time = new();
    private RuntimeTestHost _host = null!;
    private FaultyDocumentStore _store = null!;
    private TaskCompletionSource _died = new();

    private CreationRun(MemoryDocumentStore? documents) =>
        Documents = documents?.Copy(_time) ?? new MemoryDocumentStore(_time, FlowsJson.Documents);

    /// <summary>What survives.</summary>
    public MemoryDocumentStore Documents { get; }

    /// <summary>Whether the chosen write came.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>What happens once the store has recovered.</summary>
    public Func<Task>? AfterRecovery { get; set; }

    /// <summary>The writes since the fault was chosen.</summary>
    public IReadOnlyList<string> Writes => _store.Log;

    public static async Task<CreationRun> StartAsync(MemoryDocumentStore? documents = null)
    {
        var run = new CreationRun(documents);
        run._host = await RuntimeTestHost.StartAsync(CreationStage.Options(run._time, () => run._store = new FaultyDocumentStore(run.Documents)));
        await run.IdleAsync();
        return run;
    }

    /// <summary>The process dies in the chosen write.</summary>
    public void KillAt(long write, FaultPoint point)
    {
        HasFailed = false;
        _store.Arm(write, point, isLasting: true, () =>
        {
            _host.Abort();
            HasFailed = true;
            _died.TrySetResult();
        });
    }

    /// <summary>The store fails from the chosen write on, until whatever was under way was given up; or just that once.</summary>
    public void FailAt(long write, FaultPoint point, bool isLasting)
    {
        HasFailed = false;
        _store.Arm(write, point, isLasting, () => HasFailed = true);
    }

    /// <summary>The store fails from the first write to one place on, until whatever was under way was given up.</summary>
    public void FailFrom(string place, FaultPoint point)
    {
        HasFailed = false;
        _store.ArmAtFirst(place, point, isLasting: true, () => HasFailed = true);
    }

    /// <summary>Asks for liquidity, has it approved, and waits until nothing happens any more.</summary>
    /// <param name="repeats">Whether requests without an answer are sent again, under the same key.</param>
    /// <param name="wanted">The body of the request.</param>
    public async Task PlayAsync(bool repeats, string wanted = Wanted)
    {
        if (await AskAsync("ana", "/api/v1/liquidity/create", wanted, repeats) is { } created)
        {
            await IdleAsync();
            await AskAsync("ben", $"{Operations}/{created.GetProperty("id").GetString()}/approve", "{}", repeats);
        }

        for (var turns = 0; turns < 60 && !await IsQuietAsync(); turns++) await TurnAsync(TimeSpan.FromSeconds(10));
        for (var turns = 0; turns < 3; turns++) await TurnAsync(TimeSpan.FromSeconds(45)); // every sweep comes twice
    }

    /// <summary>The operations as stored.</summary>
    public async Task<IReadOnlyList<OperationDocument>> OperationsAsync() => [.. (await Documents.ListAsync<OperationDocument>(
        new ListQuery(Collections.Liquidity, "operations"), CancellationToken.None)).Items.Select(i => i.Body)];

    /// <summary>What the app answers an administrator.</summary>
    public async Task<JsonElement> GetAsync(string path)
    {
        using var request = await RequestAsync(HttpMethod.Get, "ana", path);
        using var response = await _host.Client.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return await AppUnderTest.ReadAsync(response);
    }

    public async Task<JsonElement> PostAsync(string path, string body)
    {
        using var request = await RequestAsync(HttpMethod.Post, "ana", path, body);
        using var response = await _host.Client.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return await AppUnderTest.ReadAsync(response);
    }

    /// <summary>A service of the running app.</summary>
    public T Service<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private async Task<JsonElement?> AskAsync(string user, string path, string body, bool repeats)
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            if (await TryAsync(user, path, body) is { } answer) return answer;
            await IdleAsync();
            if (!repeats) return null;
            await TurnAsync(BeforeRepeating);
        }

        throw new InvalidOperationException($"{path} was never answered.");
    }

    private async Task<JsonElement?> TryAsync(string user, string path, string body)
    {
        try
        {
            using var request = await RequestAsync(HttpMethod.Post, user, path, body);
            request.Headers.Add("Idempotency-Key", "the-only-one");
            using var response = await _host.Client.SendAsync(request);
            if (response.IsSuccessStatusCode) return await AppUnderTest.ReadAsync(response);
            Assert.True(HasFailed, $"{path}: {await response.Content.ReadAsStringAsync()}");
            return null;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && _died.Task.IsCompleted)
        {
            return null;
        }
    }

    private async Task<HttpRequestMessage> RequestAsync(HttpMethod method, string user, string path, string? body = null)
    {
        var answer = await AppUnderTest.ReadAsync(await _host.Client.PostAsJsonAsync("/.auth/login/dev", new { user, roles = (string[])["admin"] }));
        return new HttpRequestMessage(method, path)
        {
            Content = body is null ? null : AppUnderTest.Json(body),
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", answer.GetProperty("access_token").GetString()) },
        };
    }

    private async Task<bool> IsQuietAsync() => (await OperationsAsync()).All(o => o.Operation.IsTerminal);

    private async Task TurnAsync(TimeSpan by)
    {
        _time.Advance(by);
        await IdleAsync();
    }

    // Until nothing happens any more before the clock is turned. On the way a dead app is started again and a failing store recovers.
    private async Task IdleAsync()
    {
        while (true)
        {
            var idle = _host.WaitForIdleAsync();
            if (await Task.WhenAny(idle, _died.Task) == idle && !_died.Task.IsCompleted) await idle;
            if (_died.Task.IsCompleted)
            {
                await _host.KillAsync();
                _died = new TaskCompletionSource();
                await _host.StartAsync();
            }
            else if (_store.IsDown)
            {
                for (var waited = TimeSpan.Zero; waited < Outage; waited += OutageTurn)
                {
                    _time.Advance(OutageTurn);
                    await _host.WaitForIdleAsync();
                }

                _store.Recover();
                if (AfterRecovery is { } then)
                {
                    AfterRecovery = null;
                    await then();
                }
            }
            else
            {
                return;
            }
        }
    }
}
