using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LiquidityRisk.Local.Runtime.TestApp;

public sealed class Ping
{
    [Function(nameof(Ping))]
    public IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "ping/{name:alpha}/{count:int?}")] HttpRequest request, string name, int? count) =>
        new OkObjectResult(new { name, count, host = request.Host.Value });
}
