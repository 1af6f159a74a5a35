using LiquidityRisk.Functions.Hosting;
using LiquidityRisk.Functions.Hosting.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace LiquidityRisk.App.Tests.Hosting;

public class SettingsTests
{
    private static IConfiguration With(params (string Key, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value, StringComparer.Ordinal))
        .Build();

    [Theory]
    [InlineData("Bonds:LiquidityIndexWeights:Spread", "0.9", "Bonds:LiquidityIndexWeights")]
    [InlineData("Bonds:LiquidityIndexWeights:Depth", "-1", "Bonds:LiquidityIndexWeights:Depth")]
    [InlineData("Bonds:LiquidityTtlMinutes", "soon", "Bonds:LiquidityTtlMinutes")]
    [InlineData("Bonds:LiquidityTtlMinutes", "NaN", "Bonds:LiquidityTtlMinutes")]
    [InlineData("MarketData:ClockSkewSeconds", "-1", "MarketData:ClockSkewSeconds")]
    public void A_setting_that_cannot_be_used_is_named_at_start(string key, string value, string named) =>
        Assert.Contains(named, Assert.Throws<OptionsValidationException>(() => BondOptions.Read(With((key, value)))).Message, StringComparison.Ordinal);

    [Fact]
    public void Without_settings_the_defaults_hold()
    {
        var options = BondOptions.Read(With());

        Assert.Equal((0.30, 0.20), (options.Bonds.Weights.Spread.Value, options.Bonds.Weights.Volume.Value));
        Assert.Equal(TimeSpan.FromMinutes(5), options.Bonds.Clocks.Liquidity);
        Assert.False(options.Events.RequireIsinCheckDigit);
    }

    [Theory]
    [InlineData("Wallets:SignInSite", "example.com")]
    [InlineData("Wallets:SignInSite", "ftp://example.com")]
    [InlineData("Wallets:BindingDays", "0")]
    [InlineData("Wallets:BindingDays", "for ever")]
    public void A_setting_of_the_wallets_that_cannot_be_used_is_named_at_start(string key, string value) =>
        Assert.Contains(key, Assert.Throws<OptionsValidationException>(() => WalletOptions.Read(With((key, value)))).Message, StringComparison.Ordinal);

    [Fact]
    public void The_site_is_the_apps_own_in_azure_and_always_secure_there()
    {
        var azure = ("WEBSITE_INSTANCE_ID", "a1");

        Assert.Equal("app.azurewebsites.net", WalletOptions.Read(With(azure, ("WEBSITE_HOSTNAME", "app.azurewebsites.net"))).Proof.Origin.Domain);
        Assert.Equal("app.example.com", WalletOptions.Read(With(azure, ("Wallets:SignInSite", "https://app.example.com"))).Proof.Origin.Domain);
        Assert.Throws<OptionsValidationException>(() => WalletOptions.Read(With(azure, ("Wallets:SignInSite", "http://app.example.com"))));
        Assert.Equal(("http", "localhost:7071", 90), (WalletOptions.Read(With()).Proof.Origin.Scheme, WalletOptions.Read(With()).Proof.Origin.Domain, WalletOptions.Read(With()).Proof.BindingLifetime.Days));
    }

    [Fact]
    public void In_azure_the_app_refuses_to_start_without_the_platforms_sign_in()
    {
        Assert.Throws<InvalidOperationException>(() => PlatformSignIn.Require(With(("WEBSITE_INSTANCE_ID", "a1"))));
        PlatformSignIn.Require(With(("WEBSITE_INSTANCE_ID", "a1"), ("WEBSITE_AUTH_ENABLED", "True")));
        PlatformSignIn.Require(With());
    }

    [Theory]
    [InlineData("""{"auth_typ":"aad","name_typ":"name","role_typ":"roles","claims":[{"typ":"name","val":"ana"},{"typ":"roles","val":"retail"},{"typ":"roles","val":"admin"}]}""", "admin,retail")]
    [InlineData("""{"auth_typ":"aad","name_typ":"http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name","role_typ":"http://schemas.microsoft.com/ws/2008/06/identity/claims/role","claims":[{"typ":"preferred_username","val":"ana"},{"typ":"http://schemas.microsoft.com/ws/2008/06/identity/claims/role","val":"compliance"}]}""", "compliance")]
    [InlineData("""{"identityProvider":"aad","userId":"7","userDetails":"ana","userRoles":["anonymous","authenticated","retail"]}""", "anonymous,authenticated,retail")]
    [InlineData("""{"claims":null}""", null)]
    [InlineData("""[1,2]""", null)]
    public void The_platforms_principal_is_read_in_its_usual_shapes(string principal, string? roles)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers["X-MS-CLIENT-PRINCIPAL"] = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(principal));

        var caller = Caller.Of(request);

        Assert.Equal(roles, caller is null ? null : string.Join(',', caller.Roles.Order(StringComparer.Ordinal)));
        if (caller is not null) Assert.Equal("ana", caller.UserId);
    }

    [Fact]
    public void A_principal_that_is_not_base64_is_nobody()
    {
        var request = new DefaultHttpContext().Request;
        request.Headers["X-MS-CLIENT-PRINCIPAL"] = "%%%";

        Assert.Null(Caller.Of(request));
    }
}
