using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Liquidity;

/// <summary>
/// SHA-256 of everything that a plan rests on, so that an altered or outdated one is recognised: the same hash is the same plan. Covers
/// request, settings, chosen reference, makers (in any order), every order of the book and the last trade. Not the two times of looking,
/// the book's and the planner's: they only decide whether the rest was fresh enough. <c>default</c> is the hash of nothing.
/// </summary>
public readonly record struct InputHash
{
    private const string Version = "liquidity-plan/1";
    private readonly string? _value;

    private InputHash(string value) => _value = value;

    /// <summary>64 hexadecimal digits, lower case; empty for <c>default</c>.</summary>
    public string Value => _value ?? "";

    /// <summary>Of the inputs of a plan.</summary>
    public static InputHash Of(
        LiquidityRequest request, IEnumerable<LiquidityMaker> makers, BookView book, LiquiditySettings settings, ReferencePrice? reference) =>
        new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text(request, makers, book, settings, reference)))));

    /// <summary>Reads what <see cref="Value"/> gave.</summary>
    /// <exception cref="FormatException">Not 64 hexadecimal digits in lower case.</exception>
    public static InputHash Parse(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Length == 64 && value.All(char.IsAsciiHexDigitLower) ? new(value) : throw new FormatException("64 hexadecimal digits are expected.");
    }

    /// <inheritdoc/>
    public override string ToString() => Value;

    /// <summary>One fact a line, parts separated by bars, numbers without trailing zeros, makers sorted.</summary>
    internal static string Text(
        LiquidityRequest request, IEnumerable<LiquidityMaker> makers, BookView book, LiquiditySettings settings, ReferencePrice? reference)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(makers);
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(settings);
        var text = new StringBuilder(Version).Append('\n');
        Line(text, "request", request.Certificate.Value, Of(request.BidAmount), Of(request.AskAmount), request.AllowDefaultReference);
        Line(text, "reference", reference?.Price.Value ?? 0, reference?.Source.ToString() ?? "");
        Add(text, settings);
        foreach (var maker in makers.Select(Of).Order(StringComparer.Ordinal)) text.Append(maker);
        Line(text, "book", book.Certificate.Value, book.LastTrade?.Price.Value ?? 0, book.LastTrade?.At.UtcTicks ?? 0);
        Add(text, "bid", book.Bids);
        Add(text, "ask", book.Asks);
        return text.ToString();
    }

    private static void Add(StringBuilder text, LiquiditySettings settings)
    {
        foreach (var level in settings.Levels) Line(text, "level", level.Distance.Value, level.Share.Value);
        foreach (var (certificate, price) in settings.DefaultPrices.OrderBy(p => p.Key.Value, StringComparer.Ordinal))
            Line(text, "default", certificate.Value, price.Value);
        Line(text, "tolerance", settings.PriceTolerance.Value);
        Line(text, "times", settings.MaxBookAge.Ticks, settings.MaxTradeAge.Ticks, settings.PreviewLifetime.Ticks);
        foreach (var limit in new[] { settings.Conduct.OrderToTrade, settings.Conduct.Layering })
            Line(text, "limit", limit.WarnAbove, limit.RefuseAbove ?? double.PositiveInfinity);
    }

    private static void Add(StringBuilder text, string side, ImmutableArray<RestingOrder> orders)
    {
        foreach (var o in orders) Line(text, side, o.Id.Value, o.Account, o.Owner, o.Side, o.Price.Value, o.Remaining.Value, o.PostOnly);
    }

    private static string Of(LiquidityMaker m)
    {
        var line = new StringBuilder();
        Line(line, "maker", m.Account, m.Owner, m.Kind, m.IsActive, Of(m.Euros), m.Eua.Value, m.Cea.Value, m.Activity.Orders, m.Activity.Trades);
        return line.ToString();
    }

    private static string Of(Money money) =>
        money.Amount.ToString("0.############################", CultureInfo.InvariantCulture) + " " + money.Currency.Value;

    private static void Line(StringBuilder text, params ReadOnlySpan<object> parts)
    {
        foreach (var part in parts) text.Append(CultureInfo.InvariantCulture, $"{part}|");
        text.Append('\n');
    }
}
