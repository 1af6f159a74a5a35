namespace LiquidityRisk.Domain.Wallets.Security;

/// <summary>What is unusual.</summary>
/// <param name="Requests">So many requests for a wallet in a minute, or more.</param>
/// <param name="Clients">So many client addresses in <see cref="Long"/>, or more.</param>
/// <param name="FailedChecks">So many failed checks in <see cref="Long"/>, or more.</param>
public sealed record AccessRules(int Requests, int Clients = 5, int FailedChecks = 10)
{
    /// <summary>The window in which requests are counted, in slots of 5 seconds.</summary>
    public static TimeSpan Short { get; } = TimeSpan.FromMinutes(1);

    /// <summary>The window in which client addresses and failed checks are counted.</summary>
    public static TimeSpan Long { get; } = TimeSpan.FromMinutes(10);

    /// <summary>Three times what the limit allows.</summary>
    public static AccessRules ForLimit(int requestsPerMinute) => new(3 * requestsPerMinute);
}
