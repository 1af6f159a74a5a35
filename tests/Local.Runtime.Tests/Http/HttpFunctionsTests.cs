using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LiquidityRisk.Local.Runtime.Hosting;
using LiquidityRisk.Local.Runtime.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using static LiquidityRisk.Local.Runtime.Tests.RuntimeUnderTest;

namespace LiquidityRisk.Local.Runtime.Tests.Http;

public sealed class HttpFunctionsTests : IAsyncLifetime
{
    private readonly List<string> _log = [];
    private RuntimeTestHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await StartAsync(
        [typeof(EchoFunctions)],
        builder =>
        {
            builder.Configuration.AddInMemoryCollection([new("AzureFunctionsJobHost:extensions:http:routePrefix", "v1")]);
            builder.Services.AddSingleton(new EchoFunctions.Greeting("hello"));
            builder.Services.AddSingleton(_log);
            builder.UseMiddleware<OuterMiddleware>();
            builder.UseMiddleware<RefusingMiddleware>();
        },
        options => options.MaxRequestBodyBytes = 1000);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Route_values_services_and_context_are_bound()
    {
        var answer = await _host.Client.GetFromJsonAsync<JsonElement>("/v1/bonds/CH0012345678/quotes/5");

        Assert.Equal("hello", answer.GetProperty("word").GetString());
        Assert.Equal("CH0012345678", answer.GetProperty("isin").GetString());
        Assert.Equal(5, answer.GetProperty("depth").GetInt32());
        Assert.Equal("GetBond", answer.GetProperty("function").GetString());
        Assert.True(answer.GetProperty("same").GetBoolean());
        Assert.True(answer.GetProperty("canBeCancelled").GetBoolean());
    }

    [Fact]
    public async Task Optional_route_value_that_is_absent_is_null()
    {
        var answer = await _host.Client.GetFromJsonAsync<JsonElement>("/v1/bonds/CH0012345678/quotes");

        Assert.Equal(JsonValueKind.Null, answer.GetProperty("depth").ValueKind);
    }

    [Theory]
    [InlineData("/v1/bonds/short/quotes")]
    [InlineData("/v1/bonds/CH0012345678/quotes/deep")]
    [InlineData("/bonds/CH0012345678/quotes")]
    [InlineData("/v1/nowhere")]
    public async Task Path_without_a_matching_route_is_a_404_problem(string path)
    {
        await AssertProblem(await _host.Client.GetAsync(path), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Function_without_a_route_is_found_under_its_name()
    {
        Assert.Equal(HttpStatusCode.NoContent, (await _host.Client.GetAsync("/v1/Named")).StatusCode);
    }

    [Fact]
    public async Task Method_that_no_function_has_is_a_405_problem_with_the_allowed_methods()
    {
        var answer = await _host.Client.GetAsync("/v1/orders");

        await AssertProblem(answer, HttpStatusCode.MethodNotAllowed);
        Assert.Equal(["DELETE", "POST", "PUT"], answer.Content.Headers.Allow.Order());
    }

    [Theory]
    [InlineData("put")]
    [InlineData("post")]
    public async Task Body_is_bound_and_a_plain_result_is_sent_as_json(string method)
    {
        var answer = await _host.Client.SendAsync(
            new HttpRequestMessage(new HttpMethod(method), "/v1/orders") { Content = Json("""{"side":"BUY","size":21}""") });

        Assert.Equal("""{"side":"BUY","size":42}""", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Result_of_nothing_is_204()
    {
        Assert.Equal(HttpStatusCode.NoContent, (await _host.Client.DeleteAsync("/v1/orders")).StatusCode);
    }

    [Fact]
    public async Task Malformed_body_is_a_400_problem()
    {
        await AssertProblem(await _host.Client.PostAsync("/v1/orders", Json("""{"side":""")), HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Body_of_another_type_is_a_415_problem()
    {
        await AssertProblem(await _host.Client.PostAsync("/v1/orders", new StringContent("side=BUY")), HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task Body_of_the_limit_is_taken_and_one_byte_more_is_a_413_problem()
    {
        Assert.Equal("1000", await (await _host.Client.PostAsync("/v1/upload", new ByteArrayContent(new byte[1000]))).Content.ReadAsStringAsync());
        await AssertProblem(await _host.Client.PostAsync("/v1/upload", new ByteArrayContent(new byte[1001])), HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Body_of_unknown_length_over_the_limit_is_a_413_problem()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/upload") { Content = new ByteArrayContent(new byte[5000]) };
        request.Headers.TransferEncodingChunked = true;

        await AssertProblem(await _host.Client.SendAsync(request), HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Exception_is_a_500_problem_that_tells_nothing_of_it()
    {
        var text = await AssertProblem(await _host.Client.GetAsync("/v1/fail"), HttpStatusCode.InternalServerError);

        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain(" at ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Middleware_runs_in_the_order_of_registration_and_may_answer_itself()
    {
        var answer = await _host.Client.GetAsync("/v1/Named?refuse");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(["outer in", "inner", "outer out ObjectResult"], _log);
    }

    [Fact]
    public async Task Two_functions_of_one_name_refuse_the_start()
    {
        var fault = await Assert.ThrowsAsync<StartupException>(() => StartAsync([typeof(FirstTwin), typeof(SecondTwin)]));

        Assert.Contains("Twin", fault.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(SecondTwin), fault.Message, StringComparison.Ordinal);
    }

    private static async Task<string> AssertProblem(HttpResponseMessage answer, HttpStatusCode status)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal((int)status, JsonDocument.Parse(text).RootElement.GetProperty("status").GetInt32());
        return text;
    }

    private static class FirstTwin
    {
        [Function("Twin")]
        public static string Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "a")] HttpRequest request) => request.Path;
    }

    private static class SecondTwin
    {
        [Function("Twin")]
        public static string Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "b")] HttpRequest request) => request.Path;
    }
}
