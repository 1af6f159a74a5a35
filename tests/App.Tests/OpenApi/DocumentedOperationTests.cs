using System.Net;
using System.Text.Json.Nodes;
using LiquidityRisk.Functions.Hosting.Access;
using LiquidityRisk.Functions.Hosting.OpenApi;
using LiquidityRisk.TestKit;

namespace LiquidityRisk.App.Tests.OpenApi;

/// <summary>The app does what its document says.</summary>
public sealed class DocumentedOperationTests(AppUnderTest app) : IClassFixture<AppUnderTest>
{
    private const string KnownBond = "US0378331005";

    [Fact]
    public async Task Every_documented_read_answers_in_its_documented_shape()
    {
        var document = await ApiDocument.ReadAsync(app);
        await KnowAsync();
        List<string> faults = [];
        foreach (var operation in document.Operations.Where(o => o.Verb == "GET"))
        {
            var response = await CallAsync(operation, operation.Address(document.Json) + RequiredQuery(operation, document));
            faults.AddRange(await document.FaultsAsync(operation, response));
            if (!response.IsSuccessStatusCode && !(response.StatusCode == HttpStatusCode.NotFound && operation.Parameters("path").Any()))
                faults.Add($"{operation}: {(int)response.StatusCode}");
        }

        Assert.Empty(faults);
    }

    [Fact]
    public async Task Every_documented_choice_is_accepted_and_anything_else_is_refused_by_name()
    {
        var document = await ApiDocument.ReadAsync(app);
        await KnowAsync();
        List<string> faults = [];
        foreach (var operation in document.Operations.Where(o => o.Verb == "GET"))
        {
            foreach (var parameter in operation.Parameters("query"))
            {
                var (name, schema) = ((string)parameter["name"]!, parameter["schema"]!.AsObject());
                foreach (var value in (schema["enum"] as JsonArray ?? []).Select(v => (string)v!))
                {
                    var accepted = await CallAsync(operation, With(name, value));
                    if (accepted.StatusCode == HttpStatusCode.BadRequest) faults.Add($"{operation}: {name}={value} is refused");
                    faults.AddRange(await document.FaultsAsync(operation, accepted));
                }

                var isFreeText = schema["enum"] is null && schema["pattern"] is null && (string?)schema["type"] == "string";
                if (isFreeText) continue;
                var refused = await CallAsync(operation, With(name, "~"));
                var problem = JsonNode.Parse(await refused.Content.ReadAsStringAsync());
                if (refused.StatusCode != HttpStatusCode.BadRequest || problem?["errors"]?[name] is null) faults.Add($"{operation}: {name}=~ is not refused by name");
                faults.AddRange(await document.FaultsAsync(operation, refused));
            }

            string With(string name, string value) => operation.Address(document.Json)
                + RequiredQuery(operation, document, except: name) switch { "" => "?", var query => query + "&" } + $"{name}={Uri.EscapeDataString(value)}";
        }

        Assert.Empty(faults);
    }

    [Fact]
    public async Task Every_documented_operation_exists_and_refuses_strangers()
    {
        var document = await ApiDocument.ReadAsync(app);
        foreach (var operation in document.Operations.Where(o => o.Role is not null))
        {
            var response = await app.SendAsync(new HttpMethod(operation.Verb), operation.Address(document.Json));

            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
            Assert.Empty(await document.FaultsAsync(operation, response));
        }
    }

    [Fact]
    public async Task An_example_of_a_body_has_the_shape_that_is_documented_and_is_accepted()
    {
        var document = await ApiDocument.ReadAsync(app);
        var examples = from operation in document.Operations
            let schema = operation.Json["requestBody"]?["content"]?["application/json"]?["schema"]
            where schema is not null && document.Json["components"]!["schemas"]![((string)schema["$ref"]!).Split('/')[^1]]!["examples"] is not null
            select (Operation: operation, Schema: schema, Body: new Examples(document.Json).Of(schema));

        Assert.NotEmpty(examples);
        foreach (var (operation, schema, body) in examples)
        {
            var response = await CallAsync(operation, operation.Address(document.Json), AppUnderTest.Json(body!.ToJsonString()));

            Assert.Empty(document.Faults(body, schema));
            Assert.NotEqual(HttpStatusCode.BadRequest, response.StatusCode);
            Assert.Empty(await document.FaultsAsync(operation, response));
        }
    }

    [Fact]
    public async Task The_progress_of_a_recomputation_has_its_documented_shape()
    {
        var document = await ApiDocument.ReadAsync(app);
        var started = await CallAsync(
            document.Operation("startRecompute"), "/api/v1/liquidity-risk/recompute", AppUnderTest.Json("""{"isins":["XS0000000009"]}"""));
        await app.Host.WaitForIdleAsync();
        var status = document.Operation("getRecompute");

        var response = await CallAsync(status, started.Headers.Location!.OriginalString);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await document.FaultsAsync(status, response));
    }

    [Fact]
    public async Task A_version_that_the_caller_has_is_not_sent_again_as_documented()
    {
        var document = await ApiDocument.ReadAsync(app);
        await KnowAsync();
        foreach (var operation in document.Operations.Where(o => o.Verb == "GET" && o.Json["responses"]!["304"] is not null))
        {
            var address = operation.Address(document.Json) + RequiredQuery(operation, document);
            var first = await CallAsync(operation, address);
            if (first.StatusCode == HttpStatusCode.NotFound) continue;
            using var again = new HttpRequestMessage(HttpMethod.Get, address);
            again.Headers.Authorization = new("Bearer", await AppProcess.TokenAsync(app.Http, operation.Role!));
            again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

            var second = await app.Http.SendAsync(again);

            Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
            Assert.Empty(await document.FaultsAsync(operation, second));
        }
    }

    private static string RequiredQuery(DocumentedOperation operation, ApiDocument document, string? except = null)
    {
        var values = operation.Parameters("query")
            .Where(p => (bool?)p["required"] == true && (string?)p["name"] != except)
            .Select(p => $"{p["name"]}={Uri.EscapeDataString(new Examples(document.Json).Of(p["schema"])!.ToString())}");
        return string.Join('&', values) is { Length: > 0 } query ? "?" + query : "";
    }

    private async Task KnowAsync()
    {
        await app.SubmitAsync(AppUnderTest.Quote(KnownBond, 1));
        await app.Host.WaitForIdleAsync();
        var document = await ApiDocument.ReadAsync(app);
        var analysed = await CallAsync(
            document.Operation("analyzeWallet"), "/api/risk/analyze", AppUnderTest.Json($$"""{"wallet_address":"{{Parameters.ExampleWallet}}"}"""));
        Assert.Equal(HttpStatusCode.OK, analysed.StatusCode);
    }

    private async Task<HttpResponseMessage> CallAsync(DocumentedOperation operation, string address, HttpContent? body = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(operation.Verb), address) { Content = body };
        if (operation.Role is { } role) request.Headers.Authorization = new("Bearer", await AppProcess.TokenOfOwnerAsync(app.Http, Parameters.ExampleWallet, role));
        if (operation.Parameters("header").Any(h => (string?)h["name"] == WalletCallers.Header)) request.Headers.Add(WalletCallers.Header, Parameters.ExampleWallet);
        return await app.Http.SendAsync(request);
    }
}
