using LiquidityRisk.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace LiquidityRisk.Browser.Tests.Bonds;

public sealed class BondRiskListTests(RunningApp app)
{
    [Fact]
    public async Task Choosing_a_level_of_risk_shows_its_bonds_and_keeps_the_choice_in_the_address()
    {
        await using var reader = await app.ReaderAsync();
        await reader.OpenListAsync();
        var response = await reader.Page.RunAndWaitForResponseAsync(
            () => reader.Page.GetByRole(AriaRole.Combobox, new() { Name = "Risk", Exact = true }).SelectOptionAsync("low"),
            r => r.Url.Contains("risk=low", StringComparison.Ordinal) && r.Url.Contains("limit=50", StringComparison.Ordinal));

        var items = (await response.JsonAsync())!.Value.GetProperty("items").EnumerateArray().ToList();
        Assert.NotEmpty(items);
        Assert.All(items, item => Assert.Equal("low", item.GetProperty("risk_level").GetString()));
        await Expect(reader.Bonds).ToHaveCountAsync(items.Count);
        Assert.EndsWith("/?risk=low", reader.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_riskiest_bonds_come_first_when_asked()
    {
        await using var reader = await app.ReaderAsync();
        await reader.OpenListAsync();
        var header = reader.Page.GetByRole(AriaRole.Columnheader, new() { Name = "Risk" });
        var response = await reader.Page.RunAndWaitForResponseAsync(
            () => header.GetByRole(AriaRole.Button).ClickAsync(), r => r.Url.Contains("sort=risk&order=desc", StringComparison.Ordinal));

        var scores = (await response.JsonAsync())!.Value.GetProperty("items").EnumerateArray()
            .Select(item => item.GetProperty("risk_score").GetDouble()).ToList();
        Assert.Equal(scores.OrderDescending(), scores);
        await Expect(header).ToHaveAttributeAsync("aria-sort", "descending");
    }
}
