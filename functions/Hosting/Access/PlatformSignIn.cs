using Microsoft.Extensions.Configuration;

namespace LiquidityRisk.Functions.Hosting.Access;

/// <summary>
/// The app trusts <c>X-MS-CLIENT-PRINCIPAL</c> because App Service Authentication strips it from incoming requests. Without
/// that feature anybody could send it, so the app does not start.
/// </summary>
internal static class PlatformSignIn
{
    public static bool IsInAzure(IConfiguration configuration) => !string.IsNullOrEmpty(configuration["WEBSITE_INSTANCE_ID"]);

    public static void Require(IConfiguration configuration)
    {
        if (IsInAzure(configuration) && !string.Equals(configuration["WEBSITE_AUTH_ENABLED"], "True", StringComparison.OrdinalIgnoreCase))
            throw new InvalidOperationException("App Service Authentication is off (WEBSITE_AUTH_ENABLED): anybody could claim any role. Turn it on.");
    }
}
