using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace LiquidityRisk.Flows.Ports;

/// <summary>A place in a listing: after everything earlier, and after smaller ids of the same millisecond.</summary>
/// <param name="UnixMilliseconds">The time the document is listed under.</param>
/// <param name="Id">The document's id; empty means before every document of that millisecond.</param>
public readonly record struct ListPosition(long UnixMilliseconds, string Id)
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Before every document.</summary>
    public static ListPosition Start => new(long.MinValue, "");

    /// <summary>After every document.</summary>
    public static ListPosition End => new(long.MaxValue, "");

    /// <summary>The position as an opaque cursor: base64url of time and id.</summary>
    public string ToCursor() => Base64Url.EncodeToString(
        StrictUtf8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{UnixMilliseconds}|{Id}")));

    /// <summary>Reads what <see cref="ToCursor"/> wrote.</summary>
    /// <exception cref="ArgumentException">The cursor was not written by a listing.</exception>
    public static ListPosition FromCursor(string cursor)
    {
        try
        {
            var text = StrictUtf8.GetString(Base64Url.DecodeFromChars(cursor));
            var bar = text.IndexOf('|', StringComparison.Ordinal);
            if (bar > 0 && bar + 1 < text.Length
                && long.TryParse(text.AsSpan(0, bar), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var time)
                && time >= DateTimeOffset.MinValue.ToUnixTimeMilliseconds()
                && time <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())
            {
                return new(time, text[(bar + 1)..]);
            }
        }
        catch (Exception e) when (e is FormatException or DecoderFallbackException)
        {
            throw Malformed(cursor, e);
        }

        throw Malformed(cursor, inner: null);
    }

    private static ArgumentException Malformed(string cursor, Exception? inner) =>
        DocumentRules.Wrong(
            nameof(ListQuery.Cursor), $"The cursor '{cursor}' was not given out by a listing.", inner);
}

/// <summary>What a page of a listing may hold: everything strictly between two positions.</summary>
/// <param name="After">The exclusive lower end.</param>
/// <param name="Before">The exclusive upper end.</param>
public readonly record struct ListRange(ListPosition After, ListPosition Before)
{
    /// <summary>The range that a query asks for, narrowed by its cursor.</summary>
    /// <exception cref="ArgumentException">A field of the query is out of range, or its cursor is malformed.</exception>
    public static ListRange Of(ListQuery query)
    {
        DocumentRules.CheckPlace(query.Collection, query.Partition);
        if (query.Limit is < 1 or > DocumentRules.MaxPageSize)
        {
            throw DocumentRules.Wrong(
                nameof(ListQuery.Limit), $"The limit must be 1 to {DocumentRules.MaxPageSize}, not {query.Limit}.");
        }

        var after = query.From is { } from ? new(Ceiling(from), "") : ListPosition.Start;
        var before = query.To is { } to ? new(Ceiling(to), "") : ListPosition.End;
        if (query.Cursor is null) return new(after, before);
        var cursor = ListPosition.FromCursor(query.Cursor);
        return query.NewestFirst
            ? new(after, cursor.UnixMilliseconds < before.UnixMilliseconds ? cursor : before)
            : new(cursor.UnixMilliseconds >= after.UnixMilliseconds ? cursor : after, before);
    }

    // Documents keep whole milliseconds; "at or after 0.4 ms" therefore starts with the document of 1 ms.
    private static long Ceiling(DateTimeOffset time)
    {
        var milliseconds = time.ToUnixTimeMilliseconds();
        return time.UtcTicks % TimeSpan.TicksPerMillisecond == 0 ? milliseconds : milliseconds + 1;
    }
}
