namespace LiquidityRisk.Flows.Ports;

/// <summary>Cuts pages from listings that were read one document too far.</summary>
public static class Paging
{
    /// <summary>A page of at most <paramref name="limit"/> documents, with a cursor when there was one more.</summary>
    public static DocumentPage<T> Page<T>(List<StoredDocument<T>> items, int limit)
    {
        if (items.Count <= limit) return new(items, Cursor: null);
        items.RemoveRange(limit, items.Count - limit);
        return new(items, new ListPosition(items[^1].At.ToUnixTimeMilliseconds(), items[^1].Id).ToCursor());
    }
}
