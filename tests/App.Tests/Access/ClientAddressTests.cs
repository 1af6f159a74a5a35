using System.Net;
using LiquidityRisk.Functions.Hosting.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace LiquidityRisk.App.Tests.Access;

public class ClientAddressTests
{
    [Theory]
    [InlineData(true, "203.0.113.9:50123", "203.0.113.9")]
    [InlineData(true, "6.6.6.6, 203.0.113.9:50123", "203.0.113.9")]
    [InlineData(true, "[2001:db8::1]:443", "2001:db8::1")]
    [InlineData(true, "nonsense", "127.0.0.1")]
    [InlineData(true, "", "127.0.0.1")]
    [InlineData(false, "203.0.113.9", "127.0.0.1")]
    public void Only_what_the_platform_appended_is_believed(bool inAzure, string forwarded, string expected)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create("WEBSITE_INSTANCE_ID", inAzure ? "a1" : null)])
            .Build();
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = IPAddress.Loopback;
        http.Request.Headers["X-Forwarded-For"] = forwarded;

        Assert.Equal(expected, new ClientAddress(configuration).Of(http));
    }
}
