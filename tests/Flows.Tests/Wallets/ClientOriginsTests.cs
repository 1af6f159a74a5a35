using LiquidityRisk.Flows.Wallets.Security;

namespace LiquidityRisk.Flows.Wallets.Tests;

public class ClientOriginsTests
{
    [Theory]
    [InlineData("203.0.113.9", "203.0.113.0/24")]
    [InlineData("::ffff:203.0.113.9", "203.0.113.0/24")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1::/48")]
    [InlineData("unknown", "unknown")]
    [InlineData(null, "unknown")]
    public void Only_the_network_of_an_address_is_told(string? address, string network) => Assert.Equal(network, ClientOrigins.Of(address).ToString());

    [Fact]
    public void Addresses_of_one_network_are_still_different()
    {
        Assert.NotEqual(ClientOrigins.Of("203.0.113.9"), ClientOrigins.Of("203.0.113.10"));
        Assert.Equal(ClientOrigins.Of("203.0.113.9"), ClientOrigins.Of("::ffff:203.0.113.9"));
        Assert.Equal(ClientOrigins.Of("2001:DB8::1"), ClientOrigins.Of("2001:db8:0:0::1"));
    }
}
