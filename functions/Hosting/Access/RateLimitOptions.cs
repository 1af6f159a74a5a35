using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace LiquidityRisk.Functions.Hosting.Access;

/// <summary>
/// How many requests a caller may send, read and checked at start. Each instance of the app counts for itself, except for wallets
/// (<see cref="SharedAllowances"/>).
/// </summary>
/// <param name="PerMinute">Requests a minute of a signed-in user, 1 to 6,000,000. The default 6,000 is a desk that polls 100 bonds every second.</param>
/// <param name="AnonymousPerMinute">Requests a minute of an address that is not signed in, 1 to 6,000,000. Default 600.</param>
/// <param name="WalletPerMinute">Requests a minute for one wallet, over all instances, 1 to 6,000,000. The default 60 refreshes a page of it every second.</param>
/// <param name="WalletAddressPerMinute">
/// Requests a minute for wallets from one client address, 1 to 6,000,000. The default 600 are ten owners behind one address.
/// </param>
internal sealed record RateLimitOptions(int PerMinute, int AnonymousPerMinute, int WalletPerMinute = 60, int WalletAddressPerMinute = 600)
{
    private const int Most = 6_000_000;

    /// <summary>Reads <c>RateLimits:*</c>.</summary>
    /// <exception cref="OptionsValidationException">A setting is no number or out of range; the message names it.</exception>
    public static RateLimitOptions Read(IConfiguration configuration)
    {
        return new RateLimitOptions(
            Count("RateLimits:PerMinute", 6_000),
            Count("RateLimits:AnonymousPerMinute", 600),
            Count("RateLimits:WalletPerMinute", 60),
            Count("RateLimits:WalletAddressPerMinute", 600));

        int Count(string key, int fallback) => configuration[key] is not { Length: > 0 } text
            ? fallback
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value is >= 1 and <= Most
                ? value
                : throw new OptionsValidationException(
                    "RateLimits",
                    typeof(RateLimitOptions),
                    [FormattableString.Invariant($"Setting {key} is '{text}'; it must be a whole number from 1 to {Most}.")]);
    }
}
