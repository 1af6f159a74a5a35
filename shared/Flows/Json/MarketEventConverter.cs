using System.Text.Json;
using System.Text.Json.Serialization;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Domain.CashMarket.Matching;

namespace LiquidityRisk.Flows.Json;

/// <summary>
/// A market's events as arrays that begin with the kind, because a journal entry may hold thousands of them:
/// <c>["trade",id,maker,maker account,taker,taker account,side,ticks,lots,maker left,taker left]</c>.
/// </summary>
public sealed class MarketEventConverter : JsonConverter<IMarketEvent>
{
    /// <inheritdoc/>
    public override IMarketEvent Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.BeginArray();
        IMarketEvent happened = reader.NextText() switch
        {
            "accepted" => new OrderAccepted(reader.NextCommand(), reader.NextNewOrder()),
            "rested" => new OrderRested(reader.NextResting()),
            "trade" => new TradeExecuted(
                new(reader.NextWhole()), reader.NextOrder(), reader.NextAccount(), reader.NextOrder(), reader.NextAccount(),
                reader.NextChoice<OrderSide>(), reader.NextPrice(), reader.NextQuantity(), reader.NextQuantity(), reader.NextQuantity()),
            "reduced" => new OrderReduced(
                reader.NextOrder(), reader.NextAccount(), reader.NextChoice<OrderSide>(), reader.NextLimit(),
                reader.NextQuantity(), reader.NextQuantity(), reader.NextChoice<ReduceReason>()),
            "cancelled" => new OrderCancelled(
                reader.NextOrder(), reader.NextAccount(), reader.NextChoice<OrderSide>(), reader.NextLimit(),
                reader.NextQuantity(), reader.NextChoice<CancelReason>()),
            "replaced" => new OrderReplaced(reader.NextCommand(), reader.NextResting(), reader.NextPrice(), reader.NextQuantity()),
            "rejected" => new CommandRejected(reader.NextCommand(), reader.NextChoice<RejectReason>(), reader.NextOrder()),
            var kind => throw new JsonException($"There is no event '{kind}'."),
        };
        reader.EndArray();
        return happened;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IMarketEvent value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        switch (value)
        {
            case OrderAccepted e:
                writer.WriteStringValue("accepted");
                writer.Put(e.Command).Put(e.Order);
                break;
            case OrderRested e:
                writer.WriteStringValue("rested");
                writer.Put(e.Order);
                break;
            case TradeExecuted e:
                writer.WriteStringValue("trade");
                writer.Put(e.Trade.Value).Put(e.Maker.Value).Put(e.MakerAccount).Put(e.Taker.Value).Put(e.TakerAccount).Put(SnakeCase.Of(e.TakerSide))
                    .Put(e.Price.Value).Put(e.Quantity.Value).Put(e.MakerRemaining.Value).Put(e.TakerRemaining.Value);
                break;
            case OrderReduced e:
                writer.WriteStringValue("reduced");
                writer.Put(e.Order.Value).Put(e.Account).Put(SnakeCase.Of(e.Side)).Put(e.Limit?.Value ?? 0).Put(e.By.Value).Put(e.Remaining.Value).Put(SnakeCase.Of(e.Reason));
                break;
            case OrderCancelled e:
                writer.WriteStringValue("cancelled");
                writer.Put(e.Order.Value).Put(e.Account).Put(SnakeCase.Of(e.Side)).Put(e.Limit?.Value ?? 0).Put(e.Quantity.Value).Put(SnakeCase.Of(e.Reason));
                break;
            case OrderReplaced e:
                writer.WriteStringValue("replaced");
                writer.Put(e.Command).Put(e.Before).Put(e.Price.Value).Put(e.Remaining.Value);
                break;
            case CommandRejected e:
                writer.WriteStringValue("rejected");
                writer.Put(e.Command).Put(SnakeCase.Of(e.Reason)).Put(e.Order.Value);
                break;
            default:
                throw new JsonException($"{value.GetType().Name} is no event that a journal keeps.");
        }

        writer.WriteEndArray();
    }
}
