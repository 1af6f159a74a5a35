using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace LiquidityRisk.Functions.Hosting.Access;

/// <summary>
/// The address that a request comes from. In Azure the front end appends it to <c>X-Forwarded-For</c>, and only that last entry can be
/// trusted; elsewhere it is the other end of the connection, because anybody can send the header.
/// </summary>
internal sealed class ClientAddress(IConfiguration configuration)
{
    private readonly bool _inAzure = PlatformSignIn.IsInAzure(configuration);

    public string Of(HttpContext http)
    {
        var forwarded = _inAzure ? http.Request.Headers["X-Forwarded-For"].ToString() : "";
        var last = forwarded[(forwarded.LastIndexOf(',') + 1)..].Trim();
        return IPEndPoint.TryParse(last, out var client)
            ? client.Address.ToString()
            : http.Connection.RemoteIpAddress?.ToString() ?? "unknown";
    }
}
