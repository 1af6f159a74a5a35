using System.Globalization;
using System.Text.RegularExpressions;

namespace LiquidityRisk.Domain.Wallets.Proof;

/// <summary>What the parts of a sign-in message look like: the grammar of ERC-4361 with those of RFC 3986 and RFC 3339 that it refers to.</summary>
internal static partial class SignInGrammar
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;
    private const string Unreserved = @"A-Za-z0-9\-._~";
    private const string SubDelimiters = "!$&'()*+,;=";
    private const string Encoded = "%[0-9A-Fa-f]{2}";
    private const string SchemeForm = @"[A-Za-z][A-Za-z0-9+\-.]*";
    private const string HostForm = @"(\[[0-9A-Fa-f:.]+\]|([" + Unreserved + SubDelimiters + "]|" + Encoded + ")+)";
    private const string AuthorityForm = "(([" + Unreserved + SubDelimiters + ":]|" + Encoded + ")*@)?" + HostForm + "(:[0-9]*)?";
    private const string PathCharacter = "([" + Unreserved + SubDelimiters + ":@]|" + Encoded + ")";
    private const string PathForm = "(/" + PathCharacter + "*)*";
    private const string HierarchyForm = "(//(" + AuthorityForm + ")?" + PathForm + "|/?(" + PathCharacter + "+" + PathForm + ")?)";
    private const string TailForm = "([" + Unreserved + SubDelimiters + ":@/?]|" + Encoded + ")*";
    private const string FractionDigits = "fffffff";

    public static bool IsScheme(string text) => Scheme().IsMatch(text);

    public static bool IsDomain(string text) => Authority().IsMatch(text);

    public static bool IsStatement(string text) => Statement().IsMatch(text);

    public static bool IsUri(string text) => AnyUri().IsMatch(text);

    public static bool IsNonce(string text) => Nonce().IsMatch(text);

    public static bool IsRequestId(string text) => RequestId().IsMatch(text);

    public static bool TryReadChain(string text, out long chain) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out chain);

    /// <summary>Reads a time of RFC 3339; digits beyond a tenth of a microsecond are cut off. There are no leap seconds here.</summary>
    public static bool TryReadTime(string text, out DateTimeOffset time)
    {
        time = default;
        if (Time().Match(text) is not { Success: true } match) return false;
        var fraction = match.Groups["fraction"].Value;
        var digits = (fraction.Length > FractionDigits.Length ? fraction[..FractionDigits.Length] : fraction).PadRight(FractionDigits.Length, '0');
        var zone = match.Groups["zone"].Value is "Z" or "z" ? "+00:00" : match.Groups["zone"].Value;
        return DateTimeOffset.TryParseExact(
            $"{match.Groups["date"].Value}T{match.Groups["clock"].Value}.{digits}{zone}",
            $"yyyy-MM-dd'T'HH:mm:ss.{FractionDigits}zzz",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out time);
    }

    /// <summary>A time as RFC 3339 has it, in UTC.</summary>
    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A" + SchemeForm + @"\z", Options)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"\A" + AuthorityForm + @"\z", Options)]
    private static partial Regex Authority();

    // Reserved and unreserved characters and the blank.
    [GeneratedRegex(@"\A[" + Unreserved + SubDelimiters + @":/?#\[\]@ ]*\z", Options)]
    private static partial Regex Statement();

    [GeneratedRegex(@"\A" + SchemeForm + ":" + HierarchyForm + @"(\?" + TailForm + ")?(#" + TailForm + @")?\z", Options)]
    private static partial Regex AnyUri();

    [GeneratedRegex(@"\A[A-Za-z0-9]{8,}\z", Options)]
    private static partial Regex Nonce();

    [GeneratedRegex(@"\A" + PathCharacter + @"*\z", Options)]
    private static partial Regex RequestId();

    [GeneratedRegex(@"\A(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt](?<clock>[0-9]{2}:[0-9]{2}:[0-9]{2})(\.(?<fraction>[0-9]+))?(?<zone>[Zz]|[+-][0-9]{2}:[0-9]{2})\z", Options)]
    private static partial Regex Time();
}
