namespace LiquidityRisk.Functions.Hosting.Access;

/// <summary>Says who may call an HTTP function. A function without it is refused to everybody.</summary>
/// <param name="roles">The caller needs one of these roles; none means that everybody may call.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AccessAttribute(params string[] roles) : Attribute
{
    public IReadOnlyList<string> Roles => roles;
}

/// <summary>Roles that the platform's sign-in assigns.</summary>
internal static class Roles
{
    public const string Retail = "retail";
    public const string Professional = "professional";
    public const string RiskManager = "risk_manager";
    public const string Compliance = "compliance";
    public const string Admin = "admin";

    /// <summary>A market-data feed.</summary>
    public const string Feed = "feed";

    /// <summary>The Web PubSub service's own identity.</summary>
    public const string RealtimeUpstream = "realtime_upstream";
}
