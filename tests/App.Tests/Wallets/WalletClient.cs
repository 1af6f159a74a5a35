using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using LiquidityRisk.TestKit;
using LiquidityRisk.Units;

namespace LiquidityRisk.App.Tests.Wallets;

/// <summary>A signed-in user who asks for wallets.</summary>
internal sealed class WalletClient(HttpClient http, string user, string role = "retail", WalletAddress? signedInWith = null)
{
    public const string Access = "/api/risk/wallets/access";
    private string? _token;

    public async Task<(int Status, JsonElement Body, HttpResponseMessage Response)> SendAsync(
        HttpMethod method, string path, object? body = null, params string[] wallets)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token ??= await TokenAsync());
        foreach (var wallet in wallets) request.Headers.Add("x-wallet-address", wallet);
        var response = await http.SendAsync(request);
        return ((int)response.StatusCode, await AppUnderTest.ReadAsync(response), response);
    }

    public async Task<string> ChallengeAsync(WalletAddress wallet)
    {
        var (status, body, _) = await SendAsync(HttpMethod.Post, "/api/risk/wallets/challenge", new { wallet_address = wallet.ToString() });
        Assert.Equal(200, status);
        return body.GetProperty("message").GetString()!;
    }

    public async Task<(int Status, JsonElement Body)> BindAsync(string message, string signature)
    {
        var (status, body, _) = await SendAsync(HttpMethod.Post, "/api/risk/wallets/bind", new { message, signature });
        return (status, body);
    }

    public async Task ProveAsync(WalletKey key)
    {
        var message = await ChallengeAsync(key.Address);
        Assert.Equal(200, (await BindAsync(message, key.Sign(message))).Status);
    }

    public async Task<(int Status, JsonElement Body)> AccessAsync(params string[] headers)
    {
        var (status, body, _) = await SendAsync(HttpMethod.Get, Access, null, headers);
        return (status, body);
    }

    /// <summary>The last part of a problem's type.</summary>
    public static string Code(JsonElement problem) => problem.GetProperty("type").GetString()!.Split('/')[^1];

    private async Task<string> TokenAsync()
    {
        var answer = await http.PostAsJsonAsync("/.auth/login/dev", new { user, roles = new[] { role }, wallet = signedInWith?.ToString() });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
    }
}
