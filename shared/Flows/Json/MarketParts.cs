using System.Text.Json;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Json;

/// <summary>
/// The parts that a market's commands and events are written of. What a command left out is read back as left out: the market refuses such a
/// command, and its entry has to be understood for good.
/// </summary>
internal static class MarketParts
{
    private const long NoLimit = 0;
    private const long NoPrice = -1;

    public static Utf8JsonWriter Begin(this Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        return writer;
    }

    public static Utf8JsonWriter Put(this Utf8JsonWriter writer, long number)
    {
        writer.WriteNumberValue(number);
        return writer;
    }

    public static Utf8JsonWriter Put(this Utf8JsonWriter writer, string text)
    {
        writer.WriteStringValue(text);
        return writer;
    }

    public static Utf8JsonWriter Put(this Utf8JsonWriter writer, AccountId account) => writer.Put(account.Value);

    public static Utf8JsonWriter Put(this Utf8JsonWriter writer, CommandId command) => writer.Put(command.Value);

    public static Utf8JsonWriter Put(this Utf8JsonWriter writer, in NewOrder o) => writer
        .Put(o.Id.Value).Put(o.Account).Put(o.Owner.Value).Put(SnakeCase.Of(o.Side)).Put(Number(o.Limit)).Put(o.Quantity.Value)
        .Put(SnakeCase.Of(o.TimeInForce)).Put(o.PostOnly ? 1 : 0);

    public static Utf8JsonWriter Put(this Utf8JsonWriter writer, in RestingOrder o) => writer
        .Put(o.Id.Value).Put(o.Account).Put(o.Owner.Value).Put(SnakeCase.Of(o.Side)).Put(o.Price.Value).Put(o.Remaining.Value).Put(o.PostOnly ? 1 : 0);

    public static CommandId NextCommand(ref this Utf8JsonReader reader) => new(reader.NextUuid());

    public static AccountId NextAccount(ref this Utf8JsonReader reader) =>
        reader.NextUuid() is var id && id == Guid.Empty ? default : new(id);

    public static OwnerId NextOwner(ref this Utf8JsonReader reader) =>
        reader.NextUuid() is var id && id == Guid.Empty ? default : new(id);

    public static OrderId NextOrder(ref this Utf8JsonReader reader) =>
        reader.NextWhole() is var number and not 0 ? new(number) : default;

    public static Ticks NextPrice(ref this Utf8JsonReader reader) =>
        reader.NextWhole() is var ticks and not 0 ? new(checked((int)ticks)) : default;

    public static Ticks? NextLimit(ref this Utf8JsonReader reader) => reader.NextWhole() switch
    {
        NoLimit => null,
        NoPrice => default(Ticks),
        var ticks => new Ticks(checked((int)ticks)),
    };

    public static Lots NextQuantity(ref this Utf8JsonReader reader) => new(reader.NextWhole());

    public static Lots? NextOptionalQuantity(ref this Utf8JsonReader reader) =>
        reader.NextWhole() is var lots and >= 0 ? new Lots(lots) : null;

    public static NewOrder NextNewOrder(ref this Utf8JsonReader reader) => new(
        reader.NextOrder(), reader.NextAccount(), reader.NextOwner(), reader.NextChoice<OrderSide>(), reader.NextLimit(),
        reader.NextQuantity(), reader.NextChoice<TimeInForce>(), reader.NextFlag());

    public static RestingOrder NextResting(ref this Utf8JsonReader reader) => new(
        reader.NextOrder(), reader.NextAccount(), reader.NextOwner(), reader.NextChoice<OrderSide>(), reader.NextPrice(),
        reader.NextQuantity(), reader.NextFlag());

    private static long Number(Ticks? limit) => limit is not { } price ? NoLimit : price == default ? NoPrice : price.Value;

    private static Utf8JsonWriter Put(this Utf8JsonWriter writer, Guid id)
    {
        Span<char> text = stackalloc char[32];
        id.TryFormat(text, out _, "N");
        writer.WriteStringValue(text);
        return writer;
    }
}
