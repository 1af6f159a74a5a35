using System.Buffers;

namespace LiquidityRisk.Flows.Ports;

/// <summary>What every adapter of <see cref="IDocumentStore"/> accepts, so that what works on one works on all.</summary>
public static class DocumentRules
{
    /// <summary>Longest partition or id, in UTF-16 characters.</summary>
    public const int MaxKeyLength = 200;

    /// <summary>
    /// Largest body and head together, in bytes of UTF-8 JSON. Cosmos DB takes items of 2 MiB; the difference is
    /// room for the key and its own properties.
    /// </summary>
    public const int MaxDocumentBytes = 2_000_000;

    /// <summary>Largest page of a listing, in documents.</summary>
    public const int MaxPageSize = 1_000;

    // Cosmos DB's clients put ids into addresses without escaping these, and then cannot find the item again.
    private static readonly SearchValues<char> NotInId = SearchValues.Create(@"/\?#%");

    /// <summary>Refuses keys that some adapter cannot hold.</summary>
    /// <exception cref="ArgumentException">Names the field that is wrong.</exception>
    public static void Check(DocumentKey key)
    {
        CheckPlace(key.Collection, key.Partition);
        CheckText(key.Id, nameof(DocumentKey.Id));
        if (key.Id.AsSpan().ContainsAny(NotInId) || key.Id is "." or ".." || key.Id[^1] == ' ')
        {
            throw Wrong(
                nameof(DocumentKey.Id),
                $"The id '{key.Id}' holds one of / \\ ? # %, ends with a space, or is a path of dots.");
        }
    }

    /// <summary>Refuses collections that are not declared and partitions that some adapter cannot hold.</summary>
    /// <exception cref="ArgumentException">Names the field that is wrong.</exception>
    public static void CheckPlace(string collection, string partition)
    {
        if (collection is null || !Collections.All.ContainsKey(collection))
        {
            throw Wrong(
                nameof(DocumentKey.Collection), $"There is no collection '{collection}'; see {nameof(Collections)}.");
        }

        CheckText(partition, nameof(DocumentKey.Partition));
    }

    /// <summary>Refuses documents above <see cref="MaxDocumentBytes"/>.</summary>
    /// <exception cref="ArgumentException">Says how large the document is.</exception>
    public static void CheckSize(DocumentKey key, long bytes)
    {
        if (bytes > MaxDocumentBytes)
        {
            throw Wrong(
                "body",
                FormattableString.Invariant(
                    $"The document '{key.Id}' has {bytes:N0} bytes of JSON; the store takes at most {MaxDocumentBytes:N0}."));
        }
    }

    /// <summary>
    /// The lifetime in whole seconds, rounded up, which is the grain of Cosmos DB; null when the collection's default holds.
    /// </summary>
    /// <exception cref="ArgumentException">The lifetime is not positive or longer than 68 years.</exception>
    public static int? LifetimeSeconds(DocumentTags tags)
    {
        if (tags.TimeToLive is not { } lifetime) return null;
        var seconds = Math.Ceiling(lifetime.TotalSeconds);
        return seconds is >= 1 and <= int.MaxValue
            ? (int)seconds
            : throw Wrong(nameof(DocumentTags.TimeToLive), $"A document cannot live for {lifetime}.");
    }

    /// <summary>When a document written now expires; null for never.</summary>
    public static DateTimeOffset? Expiry(string collection, DocumentTags tags, DateTimeOffset now) =>
        LifetimeSeconds(tags) is { } seconds
            ? now.AddSeconds(seconds)
            : Collections.All[collection] is { } lifetime ? now + lifetime : null;

    internal static ArgumentException Wrong(string field, string message, Exception? inner = null) =>
        new(message, field, inner);

    private static void CheckText(string text, string field)
    {
        if (string.IsNullOrEmpty(text) || text.Length > MaxKeyLength)
            throw Wrong(field, $"The {field} must have 1 to {MaxKeyLength} characters: '{text}'.");

        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]))
                throw Wrong(field, $"The {field} '{text}' holds a control character.");
            if (!char.IsSurrogate(text[i])) continue;
            if (!char.IsSurrogatePair(text, i))
                throw Wrong(field, $"The {field} holds half of a surrogate pair.");
            i++;
        }
    }
}
