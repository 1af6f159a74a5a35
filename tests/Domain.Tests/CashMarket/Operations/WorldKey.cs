using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using LiquidityRisk.Domain.CashMarket.Accounts;
using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Operations.Tests;

/// <summary>
/// A fingerprint of all in a world that can matter later, 128 bits of SHA-256: not the times, nor the order of what came to the same, nor
/// what all accounts have followed already.
/// </summary>
internal static class WorldKey
{
    public static UInt128 Of(World world)
    {
        var text = new List<long>(128);
        Add(text, world.Operation);
        text.AddRange(world.PriceMoved ? 1 : 0, world.IsLate ? 1 : 0, world.Sent, world.Withdrawn);
        foreach (var account in world.Accounts) Add(text, account);
        foreach (var market in world.Markets) Add(text, market, world.Accounts.Min(a => a.Applied[market.Certificate]));
        foreach (var amounts in world.Entitled) text.AddRange(Cents(amounts.Eur), Cents(amounts.Eua), Cents(amounts.Cea));
        return BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(text))));
    }

    private static void Add(List<long> text, LiquidityOperation operation)
    {
        text.AddRange((int)operation.Status, operation.Decision is null ? 0 : operation.Decision.IsApproved ? 1 : 2);
        foreach (var step in operation.Steps) text.Add((10 * (int)step.State) + (step.Undo is { } undo ? 1 + (int)undo : 0));
    }

    private static void Add(List<long> text, Account account)
    {
        text.AddRange(account.Applied.Eua, account.Applied.Cea);
        foreach (var asset in Assets.All) text.AddRange(Cents(account.Holdings[asset].Available), Cents(account.Holdings[asset].Locked));
        text.AddRange(account.Reservations.Select(r => Number(r.Operation)).Order());
        text.Add(-1);
        text.AddRange(account.Finished.Select(Number).Order());
        text.Add(-1);
    }

    private static void Add(List<long> text, Market market, long followed)
    {
        text.Add(market.Book.Position);
        foreach (var order in market.Resting) text.AddRange(order.Id.Value, order.Price.Value, order.Remaining.Value);
        foreach (var entry in market.Journal.Skip((int)followed))
        {
            text.AddRange(-1, Number(entry.Command));
            foreach (var happened in entry.Events) Add(text, happened);
        }

        text.Add(-1);
        foreach (var entry in market.Journal.OrderBy(e => Number(e.Command))) text.AddRange(Number(entry.Command), entry.Events.Count(e => e is OrderAccepted));
        text.Add(-1);
    }

    private static void Add(List<long> text, IMarketEvent happened)
    {
        switch (happened)
        {
            case OrderAccepted e: text.AddRange(1, e.Order.Id.Value, e.Order.Limit!.Value.Value, e.Order.Quantity.Value); break;
            case OrderRested e: text.AddRange(2, e.Order.Id.Value, e.Order.Remaining.Value); break;
            case TradeExecuted e: text.AddRange(3, e.Maker.Value, e.Taker.Value, e.Price.Value, e.Quantity.Value); break;
            case OrderCancelled e: text.AddRange(4, e.Order.Value, e.Quantity.Value); break;
            case CommandRejected: text.Add(5); break;
            default: throw new ArgumentException("Such an event does not happen here.", nameof(happened));
        }
    }

    private static long Cents(AssetAmount amount) => (long)(amount.Value * 100);

    private static long Number(CommandId id) => BinaryPrimitives.ReadInt64LittleEndian(id.Value.ToByteArray().AsSpan(8));
}
