using System.Globalization;
using System.Text.Json.Nodes;
using LiquidityRisk.Functions.Hosting.Access;

namespace LiquidityRisk.Functions.Hosting.OpenApi;

/// <summary>Describes the parameters of an operation: of its route, its query and its headers.</summary>
internal sealed class Parameters(SchemaBook schemas)
{
    /// <summary>A wallet to try things with; its key is in the documentation of web3.js.</summary>
    public const string ExampleWallet = "0x2c7536E3605D9C16a7a3D7b1898e529396a65c23";

    public JsonArray Of(HttpFunction function)
    {
        var operation = function.Operation!;
        var all = HttpFunctionList.ParametersOf(function.Route).Select(name => Path(name, function.Path(name)))
            .Concat(function.Query.OrderBy(q => q.Name, StringComparer.Ordinal).Select(Query));
        if (function.NeedsWallet) all = all.Append(Wallet());
        if (operation.Versioned)
            all = all.Append(Header("If-None-Match", "The version that the caller has; answered with 304 while it is the current one."));
        if (operation.IfMatch)
            all = all.Append(Header("If-Match", "The version that the caller changes.", required: true));
        if (operation.Repeatable)
            all = all.Append(Header("Idempotency-Key", "1 to 200 visible characters; the same key with the same body has no second effect.", maxLength: 200));
        return new JsonArray([.. all]);
    }

    private JsonObject Path(string name, PathAttribute? path)
    {
        var schema = schemas.Parameter(path?.Type ?? typeof(string));
        if (path?.Example is { } example) schema["examples"] = new JsonArray(example);
        return Parameter("path", name, path?.Meaning ?? "Identifies it.", isRequired: true, schema);
    }

    private JsonObject Query(QueryAttribute query)
    {
        var schema = schemas.Parameter(query.Type);
        if (query.Also is { } also && schema["enum"] is JsonArray values) values.Add(also);
        if (!double.IsNaN(query.Min)) schema["minimum"] = query.Min;
        if (!double.IsNaN(query.Max)) schema["maximum"] = query.Max;
        if (query.MaxLength > 0) schema["maxLength"] = query.MaxLength;
        if (query.Default is { } fallback) schema["default"] = fallback switch
        {
            Enum value => WireTypes.Name(value.ToString()),
            string text => text,
            bool flag => flag,
            int count => count,
            _ => Convert.ToDouble(fallback, CultureInfo.InvariantCulture),
        };
        if (query.Example is { } example) schema["examples"] = new JsonArray(example);
        return Parameter("query", query.Name, query.Meaning, query.Required, schema);
    }

    private static JsonObject Wallet()
    {
        var schema = new JsonObject { ["type"] = "string", ["pattern"] = "^0x[0-9A-Fa-f]{40}$", ["examples"] = new JsonArray(ExampleWallet) };
        return Parameter(
            "header", WalletCallers.Header, "The wallet that the request is about; the caller must have proven it. Letters in both cases carry a checksum (EIP-55).", true, schema);
    }

    private static JsonObject Header(string name, string meaning, bool required = false, int maxLength = 0)
    {
        var schema = new JsonObject { ["type"] = "string" };
        if (maxLength > 0) schema["maxLength"] = maxLength;
        return Parameter("header", name, meaning, required, schema);
    }

    private static JsonObject Parameter(string place, string name, string meaning, bool isRequired, JsonObject schema)
    {
        var parameter = new JsonObject { ["name"] = name, ["in"] = place };
        if (isRequired) parameter["required"] = true;
        parameter["description"] = meaning;
        parameter["schema"] = schema;
        return parameter;
    }
}
