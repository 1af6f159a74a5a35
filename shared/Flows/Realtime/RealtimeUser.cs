using LiquidityRisk.Flows.Bonds;

namespace LiquidityRisk.Flows.Realtime;

/// <summary>
/// Who holds a connection. The service's events name only the user of the token, so what the reader may see is part of that name;
/// tokens are made by this app alone.
/// </summary>
/// <param name="UserId">The user.</param>
/// <param name="Audience">What the reader may see.</param>
/// <param name="IsAdmin">Whether the reader may see what only administrators see.</param>
public sealed record RealtimeUser(string UserId, Audience Audience, bool IsAdmin = false)
{
    private const string Admin = "admin|";
    private const string Professional = "professional|";
    private const string Retail = "retail|";

    /// <summary>The user as tokens name it.</summary>
    public string TokenName => (IsAdmin ? Admin : Audience == Audience.Professional ? Professional : Retail) + UserId;

    /// <summary>Reads the name of a token's user; whoever is not known to be a professional is a retail reader.</summary>
    public static RealtimeUser Of(string tokenName) =>
        tokenName.StartsWith(Admin, StringComparison.Ordinal) ? new(tokenName[Admin.Length..], Audience.Professional, IsAdmin: true)
        : tokenName.StartsWith(Professional, StringComparison.Ordinal) ? new(tokenName[Professional.Length..], Audience.Professional)
        : new(tokenName.StartsWith(Retail, StringComparison.Ordinal) ? tokenName[Retail.Length..] : tokenName, Audience.Retail);
}
