using System.Text.Json.Nodes;
using LiquidityRisk.Functions.Hosting.OpenApi;
using LiquidityRisk.TestKit;

namespace LiquidityRisk.App.Tests.OpenApi;

public sealed class GeneratedFileTests(AppUnderTest app) : IClassFixture<AppUnderTest>
{
    private const string Renew = "LIQUIDITYRISK_RENEW";

    [Theory]
    [InlineData("docs/postman", ApiFiles.Postman)]
    [InlineData("docs/http", ApiFiles.Requests)]
    public async Task A_committed_file_is_the_one_that_the_app_generates(string folder, string file)
    {
        var generated = await app.Http.GetStringAsync("/docs/" + file);
        var path = Path.Combine(Checkout.Root, folder, file);
        if (Environment.GetEnvironmentVariable(Renew) is "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, generated);
        }

        Assert.True(
            File.Exists(path) && (await File.ReadAllTextAsync(path)).ReplaceLineEndings("\n") == generated,
            $"{folder}/{file} is not what the app generates. Renew it with {Renew}=1 dotnet run --project tests/App.Tests -- --filter-class {typeof(GeneratedFileTests).FullName}");
    }

    [Fact]
    public async Task The_collection_and_the_requests_hold_every_operation()
    {
        var document = await ApiDocument.ReadAsync(app);
        var collection = JsonNode.Parse(await app.Http.GetStringAsync("/docs/" + ApiFiles.Postman))!;
        var requests = await app.Http.GetStringAsync("/docs/" + ApiFiles.Requests);
        var inCollection = collection["item"]!.AsArray().Where(i => i!["item"] is not null).SelectMany(f => f!["item"]!.AsArray())
            .Select(i => $"{i!["request"]!["method"]} {((string)i["request"]!["url"]!["raw"]!).Split('?')[0].Replace("{{host}}", "", StringComparison.Ordinal)}");

        Assert.Equal(
            document.Operations.Select(o => $"{o.Verb} {o.Address(document.Json)}").Order(StringComparer.Ordinal), inCollection.Order(StringComparer.Ordinal));
        Assert.All(document.Operations, o => Assert.Contains($"{o.Verb} {{{{host}}}}{o.Address(document.Json)}", requests, StringComparison.Ordinal));
    }
}
