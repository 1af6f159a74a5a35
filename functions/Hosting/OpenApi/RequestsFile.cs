using System.Text;
using System.Text.Json.Nodes;

namespace LiquidityRisk.Functions.Hosting.OpenApi;

/// <summary>The operations as a <c>.http</c> file, which editors can send.</summary>
internal static class RequestsFile
{
    private const string SignIn = """
        # Generated from /openapi.json. Send "sign_in" first; in Azure set the token by hand.
        @host = http://localhost:7071

        ### Sign in (development only); the roles decide what may be called
        # @name sign_in
        POST {{host}}/.auth/login/dev
        Content-Type: application/json


        """;

    private const string Token = """


        ###
        @token = {{sign_in.response.body.$.access_token}}

        """;

    public static string Of(JsonObject document)
    {
        var text = new StringBuilder(SignIn).Append(DocumentedRequest.SignInBody(document)).Append(Token);
        foreach (var request in DocumentedRequest.All(document)) Append(text, request);
        return text.ToString();
    }

    private static void Append(StringBuilder text, DocumentedRequest request)
    {
        text.Append('\n').Append("### ").Append(request.Tag).Append(": ").Append(request.Summary).Append('\n');
        foreach (var optional in request.Query.Where(q => !q.IsRequired))
            text.Append("# ?").Append(optional.Name).Append('=').Append(optional.Value).Append("  ").Append(optional.Meaning).Append('\n');
        var query = string.Join('&', request.Query.Where(q => q.IsRequired).Select(q => $"{q.Name}={Uri.EscapeDataString(q.Value)}"));
        text.Append(request.Verb).Append(" {{host}}").Append(request.Path).Append(query.Length > 0 ? "?" + query : "").Append('\n');
        if (request.NeedsSignIn) text.Append("Authorization: Bearer {{token}}\n");
        foreach (var header in request.Headers.Where(h => h.IsRequired)) text.Append(header.Name).Append(": ").Append(header.Value).Append('\n');
        if (request.Body is null) return;
        text.Append("Content-Type: application/json\n\n").Append(request.Body.ToJsonString(OpenApiDocument.Readable)).Append('\n');
    }
}
