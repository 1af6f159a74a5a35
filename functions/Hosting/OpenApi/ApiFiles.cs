using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using LiquidityRisk.Functions.Hosting.Http;
using Swashbuckle.AspNetCore.SwaggerUI;

namespace LiquidityRisk.Functions.Hosting.OpenApi;

/// <summary>The files that describe the API: the document, what is generated from it, and the pages that show it.</summary>
internal static class ApiFiles
{
    public const string Postman = "liquidityrisk.postman_collection.json";
    public const string Requests = "liquidityrisk.http";

    private const string Assets = "Swashbuckle.AspNetCore.SwaggerUI.node_modules.swagger_ui_dist.";

    private const string Page = """
        <!doctype html>
        <html lang="en">
          <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>LiquidityRisk API</title>
            <link rel="icon" href="/docs/favicon-32x32.png">
            <link rel="stylesheet" href="/docs/swagger-ui.css">
          </head>
          <body>
            <div id="swagger-ui"></div>
            <script src="/docs/swagger-ui-bundle.js"></script>
            <script src="/docs/start.js"></script>
          </body>
        </html>

        """;

    private const string Start = """
        window.onload = () => SwaggerUIBundle({
          url: '/openapi.json',
          dom_id: '#swagger-ui',
          deepLinking: true,
          docExpansion: 'none',
          defaultModelsExpandDepth: 0,
          filter: true,
          displayRequestDuration: true,
          persistAuthorization: false,
          validatorUrl: null,
        });

        """;

    private static readonly Lazy<IReadOnlyDictionary<string, ApiFile>> Files = new(Make);

    /// <summary>A file by its name; null when there is none.</summary>
    public static FileAnswer? Find(string name, bool takesGzip) => Files.Value.GetValueOrDefault(name)?.Answer(takesGzip);

    /// <summary>The text of a generated file.</summary>
    public static string Text(JsonObject json) => json.ToJsonString(OpenApiDocument.Readable) + "\n";

    private static Dictionary<string, ApiFile> Make()
    {
        var document = OpenApiDocument.Current;
        var files = new Dictionary<string, ApiFile>(StringComparer.Ordinal)
        {
            [""] = File("text/html; charset=utf-8", Page),
            ["start.js"] = File("text/javascript; charset=utf-8", Start),
            ["openapi.json"] = File("application/json; charset=utf-8", document.ToJsonString(OpenApiDocument.Readable)),
            [Postman] = File("application/json; charset=utf-8", Text(PostmanCollection.Of(document))),
            [Requests] = File("text/plain; charset=utf-8", RequestsFile.Of(document)),
        };
        foreach (var (name, type) in ((string, string)[])
            [("swagger-ui-bundle.js", "text/javascript; charset=utf-8"), ("swagger-ui.css", "text/css; charset=utf-8"), ("favicon-32x32.png", "image/png")])
            files[name] = Asset(name, type);
        return files;
    }

    private static ApiFile File(string contentType, string text) => new(contentType, Encoding.UTF8.GetBytes(text));

    private static ApiFile Asset(string name, string contentType)
    {
        using var stream = typeof(SwaggerUIOptions).Assembly.GetManifestResourceStream(Assets + name)
            ?? throw new InvalidOperationException($"Swagger UI has no file {name}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new ApiFile(contentType, bytes);
    }

    /// <summary>A file, stored as it is or already compressed.</summary>
    private sealed class ApiFile(string contentType, byte[] bytes)
    {
        private readonly string _etag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8))}\"";

        private bool IsGzip => bytes is [0x1f, 0x8b, ..];

        public FileAnswer Answer(bool takesGzip) => IsGzip && takesGzip
            ? new FileAnswer(bytes, contentType, _etag, "gzip")
            : new FileAnswer(IsGzip ? Unzip() : bytes, contentType, _etag);

        private byte[] Unzip()
        {
            using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
            using var plain = new MemoryStream();
            gzip.CopyTo(plain);
            return plain.ToArray();
        }
    }
}
