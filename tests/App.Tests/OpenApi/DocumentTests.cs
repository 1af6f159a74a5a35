using LiquidityRisk.Functions.Hosting.OpenApi;

namespace LiquidityRisk.App.Tests.OpenApi;

public sealed class DocumentTests(AppUnderTest app) : IClassFixture<AppUnderTest>
{
    [Fact]
    public async Task It_holds_together()
    {
        var document = await ApiDocument.ReadAsync(app);

        Assert.Equal("3.1.1", (string?)document.Json["openapi"]);
        Assert.NotEmpty(document.References());
        Assert.Equal(document.Operations.Count, document.Operations.Select(o => o.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(HttpFunctionList.All.Where(f => f.Operation is not null).Sum(f => f.Verbs.Count), document.Operations.Count);
    }

    [Fact]
    public async Task Everything_has_words()
    {
        var document = await ApiDocument.ReadAsync(app);
        var parameters = document.Operations.SelectMany(o => new[] { "path", "query", "header" }.SelectMany(o.Parameters));
        var members = from schema in document.Json["components"]!["schemas"]!.AsObject()
            from member in schema.Value!["properties"]!.AsObject()
            where (string?)member.Value!["description"] is not { Length: > 0 }
            select $"{schema.Key}.{member.Key}";

        Assert.All(document.Operations, o => Assert.Contains(' ', (string)o.Json["summary"]!));
        Assert.All(parameters, p => Assert.NotEmpty((string)p["description"]!));
        Assert.Empty(members);
    }

    [Fact]
    public async Task A_unit_says_its_range_and_a_null_is_said_to_be_possible()
    {
        var document = await ApiDocument.ReadAsync(app);
        var headline = document.Json["components"]!["schemas"]!["LiquidityHeadline"]!;
        var index = headline["properties"]!["liquidity_index"]!;

        Assert.Equal("""["number","null"]""", index["type"]!.ToJsonString());
        Assert.Equal((0, 100), ((double)index["minimum"]!, (double)index["maximum"]!));
        Assert.StartsWith("0 (cannot be sold) to 100 (sold at once)", (string?)index["description"], StringComparison.Ordinal);
        Assert.Equal("""["liquidity_index","liquidity_level","spread_bps","expected_time_to_exit_minutes"]""", headline["required"]!.ToJsonString());
        var unknown = document.Json["components"]!["schemas"]!["RecomputeStatusAnswer"]!["properties"]!["unknown"]!;
        Assert.Equal("^[A-Z]{2}[A-Z0-9]{9}[0-9]$", (string?)unknown["items"]!["pattern"]);
    }

    [Fact]
    public async Task An_enum_of_the_query_lists_its_values_with_their_meaning_and_default()
    {
        var document = await ApiDocument.ReadAsync(app);
        var mode = document.Operation("getLiquidityRisk").Parameters("query").Single(p => (string?)p["name"] == "mode")["schema"]!;

        Assert.Equal("""["fast","accurate"]""", mode["enum"]!.ToJsonString());
        Assert.Equal("fast", (string?)mode["default"]);
        Assert.Contains("`accurate`: Computed for this request.", (string?)mode["description"], StringComparison.Ordinal);
    }
}
