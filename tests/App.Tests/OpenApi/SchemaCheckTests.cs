using System.Text.Json.Nodes;

namespace LiquidityRisk.App.Tests.OpenApi;

public class SchemaCheckTests
{
    private static readonly JsonObject Document = JsonNode.Parse("""
        {"schemas":{"Point":{"type":"object","properties":{"x":{"type":"number","minimum":0,"maximum":1},"name":{"type":["string","null"]}},"required":["x"]}}}
        """)!.AsObject();

    [Theory]
    [InlineData("""{"x":0.5}""", """{"$ref":"#/schemas/Point"}""")]
    [InlineData("""{"x":1,"name":null}""", """{"$ref":"#/schemas/Point"}""")]
    [InlineData("null", """{"anyOf":[{"$ref":"#/schemas/Point"},{"type":"null"}]}""")]
    [InlineData("""{"a":1,"b":2}""", """{"type":"object","additionalProperties":{"type":"integer"}}""")]
    [InlineData("\"2026-01-05T09:00:00Z\"", """{"type":"string","format":"date-time"}""")]
    [InlineData("[1,\"a\"]", """{"type":"array","items":{}}""")]
    public void A_value_of_the_described_shape_passes(string value, string schema) => Assert.Empty(Faults(value, schema));

    [Theory]
    [InlineData("""{"name":"a"}""", """{"$ref":"#/schemas/Point"}""", "$.x: is missing")]
    [InlineData("""{"x":2}""", """{"$ref":"#/schemas/Point"}""", "$.x: 2 is above 1")]
    [InlineData("""{"x":-1}""", """{"$ref":"#/schemas/Point"}""", "$.x: -1 is below 0")]
    [InlineData("""{"x":0,"y":0}""", """{"$ref":"#/schemas/Point"}""", "$.y: is not described")]
    [InlineData("""{"x":null}""", """{"$ref":"#/schemas/Point"}""", "$.x: is null, not \"number\"")]
    [InlineData("0", """{"type":"number","exclusiveMinimum":0}""", "$: 0 is not above 0")]
    [InlineData("1.5", """{"type":"integer"}""", "$: is number, not \"integer\"")]
    [InlineData("[\"b\"]", """{"type":"array","items":{"type":"string","enum":["a"]}}""", "$[0]: 'b' is not one of [\"a\"]")]
    [InlineData("\"us\"", """{"type":"string","pattern":"^[A-Z]{2}$"}""", "$: 'us' does not match ^[A-Z]{2}$")]
    [InlineData("\"soon\"", """{"type":"string","format":"date"}""", "$: 'soon' is no date")]
    [InlineData("\"abc\"", """{"type":"string","maxLength":2}""", "$: is longer than 2")]
    [InlineData("1", """{"type":"integer","multipleOf":2}""", "$: the schema says multipleOf, which is not checked")]
    [InlineData("true", """{"anyOf":[{"type":"string"},{"type":"null"}]}""", "$: is boolean, not \"string\"")]
    public void A_value_of_another_shape_is_refused_with_its_place(string value, string schema, string fault) =>
        Assert.Contains(fault, Faults(value, schema));

    private static IEnumerable<string> Faults(string value, string schema) => new SchemaCheck(Document).Faults(JsonNode.Parse(value), JsonNode.Parse(schema));
}
