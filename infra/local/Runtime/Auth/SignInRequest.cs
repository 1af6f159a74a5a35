using System.Text.Json;
using System.Text.RegularExpressions;

namespace LiquidityRisk.Local.Runtime.Auth;

/// <summary>The body of the development sign-in, checked field by field.</summary>
internal sealed partial record SignInRequest(string User, IReadOnlyList<string> Roles, string? Wallet)
{
    /// <summary>Reads the body; unknown fields are refused.</summary>
    /// <exception cref="FormatException">The message begins with the name of the field that is wrong.</exception>
    public static SignInRequest Parse(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object) throw new FormatException("body: a JSON object is expected.");
        string? user = null, wallet = null;
        IReadOnlyList<string> roles = [];
        foreach (var field in body.EnumerateObject())
        {
            switch (field.Name)
            {
                case "user": user = Text("user", field.Value, Name()); break;
                case "roles": roles = RolesOf(field.Value); break;
                case "wallet" when field.Value.ValueKind == JsonValueKind.Null: break;
                case "wallet": wallet = Text("wallet", field.Value, Address()); break;
                default: throw new FormatException($"{field.Name}: there is no such field.");
            }
        }

        return new SignInRequest(user ?? throw new FormatException("user: is missing."), roles, wallet);
    }

    private static List<string> RolesOf(JsonElement value) => value.ValueKind == JsonValueKind.Array
        ? [.. value.EnumerateArray().Select(role => Text("roles", role, Role()))]
        : throw new FormatException("roles: an array of names is expected.");

    private static string Text(string field, JsonElement value, Regex pattern) =>
        value.ValueKind == JsonValueKind.String && value.GetString() is { } text && pattern.IsMatch(text)
            ? text
            : throw new FormatException($"{field}: a text that matches {pattern} is expected.");

    [GeneratedRegex(@"\A[A-Za-z0-9._@+\-]{1,64}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Name();

    [GeneratedRegex(@"\A[a-z][a-z0-9_]{0,31}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Role();

    [GeneratedRegex(@"\A0x[0-9a-fA-F]{40}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
