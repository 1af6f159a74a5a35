using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using LiquidityRisk.Domain.CashMarket.Matching;

namespace LiquidityRisk.Flows.Json;

/// <summary>A command to a market as an array that begins with the kind: <c>["cancel",id,order,account]</c>.</summary>
public sealed class MarketCommandConverter : JsonConverter<IMarketCommand>
{
    /// <inheritdoc/>
    public override IMarketCommand Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.BeginArray();
        var kind = reader.NextText();
        var id = reader.NextCommand();
        IMarketCommand command = kind switch
        {
            "place" => new PlaceOrder(id, reader.NextNewOrder()),
            "cancel" => new CancelOrder(id, reader.NextOrder(), reader.NextAccount()),
            "replace" => new ReplaceOrder(
                id, reader.NextOrder(), reader.NextAccount(), reader.NextPrice(), reader.NextQuantity(), reader.NextOptionalQuantity()),
            "place_all" => new PlaceOrders(id, All(ref reader, static (ref r) => r.NextNewOrder())),
            "cancel_all" => new CancelOrders(id, All(ref reader, static (ref r) => new OwnedOrder(r.NextOrder(), r.NextAccount()))),
            _ => throw new JsonException($"There is no command '{kind}'."),
        };
        reader.EndArray();
        return command;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IMarketCommand value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(value switch
        {
            PlaceOrder => "place",
            CancelOrder => "cancel",
            ReplaceOrder => "replace",
            PlaceOrders => "place_all",
            CancelOrders => "cancel_all",
            _ => throw new JsonException($"{value.GetType().Name} is no command that a journal keeps."),
        });
        writer.Put(value.Id);
        switch (value)
        {
            case PlaceOrder c:
                writer.Put(c.Order);
                break;
            case CancelOrder c:
                writer.Put(c.Order.Value).Put(c.Account);
                break;
            case ReplaceOrder c:
                writer.Put(c.Order.Value).Put(c.Account).Put(c.Price.Value).Put(c.Remaining.Value).Put(c.IfRemaining?.Value ?? -1);
                break;
            case PlaceOrders c:
                foreach (var order in c.Orders) writer.Begin().Put(order).WriteEndArray();
                break;
            case CancelOrders c:
                foreach (var order in c.Orders) writer.Begin().Put(order.Order.Value).Put(order.Account).WriteEndArray();
                break;
        }

        writer.WriteEndArray();
    }

    private delegate T One<T>(ref Utf8JsonReader reader);

    private static ImmutableArray<T> All<T>(ref Utf8JsonReader reader, One<T> read)
    {
        var all = ImmutableArray.CreateBuilder<T>();
        var ahead = reader; // the array's end belongs to the caller
        while (ahead.Read() && ahead.TokenType != JsonTokenType.EndArray)
        {
            reader.Read();
            reader.BeginArray();
            all.Add(read(ref reader));
            reader.EndArray();
            ahead = reader;
        }

        return all.ToImmutable();
    }
}
