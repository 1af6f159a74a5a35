using System.Buffers.Binary;
using System.Numerics;

namespace LiquidityRisk.Domain.CashMarket.Matching;

/// <summary>
/// A fingerprint of what rests in a book: equal for equal books, however they are held in memory and whatever history led there.
/// Covers id, account, owner, side, price, remaining size and post-only of every order, best price first and oldest first within a
/// price. 64 bits, good against accidents and not against forgery. <c>default</c> is the fingerprint of no book.
/// </summary>
/// <param name="Value">The 64 bits.</param>
public readonly record struct StateHash(ulong Value)
{
    /// <summary>The fingerprint of a book.</summary>
    /// <param name="bids">Buy orders in the order of priority.</param>
    /// <param name="asks">Sell orders in the order of priority.</param>
    public static StateHash Of(IEnumerable<RestingOrder> bids, IEnumerable<RestingOrder> asks)
    {
        ArgumentNullException.ThrowIfNull(bids);
        ArgumentNullException.ThrowIfNull(asks);
        var hash = 0x9E37_79B9_7F4A_7C15UL;
        foreach (var order in bids) hash = Add(hash, order);
        hash = Mix(hash, ulong.MaxValue); // no order has this id, so a bid cannot pass for an ask
        foreach (var order in asks) hash = Add(hash, order);
        return new(hash);
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("x16", System.Globalization.CultureInfo.InvariantCulture);

    private static ulong Add(ulong hash, in RestingOrder order)
    {
        hash = Mix(hash, (ulong)order.Id.Value);
        hash = Mix(hash, order.Account.Value);
        hash = Mix(hash, order.Owner.Value);
        hash = Mix(hash, ((ulong)order.Price.Value << 2) | (order.Side == OrderSide.Sell ? 2UL : 0UL) | (order.PostOnly ? 1UL : 0UL));
        return Mix(hash, (ulong)order.Remaining.Value);
    }

    private static ulong Mix(ulong hash, Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        return Mix(Mix(hash, BinaryPrimitives.ReadUInt64LittleEndian(bytes)), BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]));
    }

    private static ulong Mix(ulong hash, ulong word)
    {
        unchecked // a hash wraps
        {
            hash = (hash ^ word) * 0xFF51_AFD7_ED55_8CCDUL;
            return BitOperations.RotateLeft(hash ^ (hash >> 32), 29) * 0xC4CE_B9FE_1A85_EC53UL;
        }
    }
}
