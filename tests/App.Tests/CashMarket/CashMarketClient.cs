using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using LiquidityRisk.Flows.CashMarket;
using LiquidityRisk.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace LiquidityRisk.App.Tests.CashMarket;

/// <summary>The cash market of an app over HTTP, as people use it: by name and role.</summary>
internal sealed class CashMarketClient(HttpClient http, IServiceProvider? services = null)
{
    private readonly Dictionary<string, string> _tokens = new(StringComparer.Ordinal);

    private IServiceProvider Services => services ?? throw new InvalidOperationException("The app is another process.");

    /// <summary>Sends a request and reads the answer.</summary>
    public async Task<(int Status, JsonElement Body)> SendAsync(
        string user, HttpMethod method, string path, string? body = null, string role = "admin", string? key = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : AppUnderTest.Json(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(user, role));
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        using var response = await http.SendAsync(request);
        if ((int)response.StatusCode >= 400) Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        return ((int)response.StatusCode, await AppUnderTest.ReadAsync(response));
    }

    /// <summary>As <see cref="SendAsync"/>, for what is known to succeed.</summary>
    public async Task<JsonElement> DoAsync(string user, HttpMethod method, string path, string? body = null)
    {
        var (status, answer) = await SendAsync(user, method, path, body);
        Assert.True(status is >= 200 and < 300, $"{method} {path}: {status} {answer}");
        return answer;
    }

    public Task<JsonElement> GetAsync(string path) => DoAsync("ana", HttpMethod.Get, path);

    public Task<JsonElement> PostAsync(string user, string path, string body) => DoAsync(user, HttpMethod.Post, path, body);

    public async Task<string> ProviderAsync(string name, decimal euros) => Id(await PostAsync(
        "ana", "/api/v1/market-makers", string.Create(CultureInfo.InvariantCulture, $$"""{"name":"{{name}}","mm_type":"LIQUIDITY_PROVIDER","initial_eur_balance":{{euros}}}""")));

    public async Task<string> HolderAsync(string name, long eua, long cea = 0) => Id(await PostAsync(
        "ana", "/api/v1/market-makers", $$"""{"name":"{{name}}","mm_type":"ASSET_HOLDER","initial_balances":{"EUA":{{eua}},"CEA":{{cea}}} }"""));

    public Task<JsonElement> CreateAsync(string body) => PostAsync("ana", "/api/v1/liquidity/create", body);

    /// <summary>Waits until an operation has one of some statuses.</summary>
    public async Task<JsonElement> UntilAsync(string operation, params string[] statuses)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var detail = await GetAsync("/api/v1/liquidity/operations/" + operation);
            if (statuses.Contains(detail.GetProperty("operation").GetProperty("status").GetString())) return detail;
            Assert.False(limit.IsCancellationRequested, $"{detail.GetProperty("operation")}");
            await Task.Yield();
        }
    }

    /// <summary>What a refused request must not change: accounts, books, operations and schedules, and that all adds up.</summary>
    public async Task<string> PictureAsync()
    {
        var proof = await Services.GetRequiredService<ReconcileMarkets>().SweepAsync(CancellationToken.None);
        Assert.True(proof.Agrees, string.Join(' ', proof.Differences));
        var lines = new List<string>();
        foreach (var account in (await Services.GetRequiredService<AccountBook>().ReadAllAsync(_ => true, CancellationToken.None)).OrderBy(a => a.Account.Id.Value))
            lines.Add($"{account.Profile.Name} {account.Account.Holdings} {account.Seq} {account.IsActive} {account.Account.Reservations.Length}");
        foreach (var certificate in (string[])["EUA", "CEA"])
        {
            var book = await GetAsync($"/api/v1/cash-market/{certificate}/book");
            lines.Add($"{book.GetProperty("bids")} {book.GetProperty("asks")}");
        }

        lines.Add($"{(await GetAsync("/api/v1/accounts/reconciliation")).GetProperty("totals")}");
        lines.Add($"{await GetAsync("/api/v1/liquidity/operations")}");
        lines.Add($"{await GetAsync("/api/v1/liquidity/schedules")}");
        return string.Join('\n', lines);
    }

    private static string Id(JsonElement answer) => answer.GetProperty("id").GetString()!;

    private async Task<string> TokenAsync(string user, string role)
    {
        if (_tokens.TryGetValue(user + role, out var known)) return known;
        var answer = await http.PostAsJsonAsync("/.auth/login/dev", new { user, roles = (string[])[role] });
        return _tokens[user + role] = (await AppUnderTest.ReadAsync(answer)).GetProperty("access_token").GetString()!;
    }
}
