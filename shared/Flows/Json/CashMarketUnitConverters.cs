using System.Text.Json;
using System.Text.Json.Serialization;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Domain.CashMarket.Accounts;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Json;

// Units of the cash market as documents keep them: identifiers as 32 hexadecimal digits, prices in ticks, quantities in lots.

/// <summary>A unit that is a UUID, as 32 hexadecimal digits; empty for none.</summary>
public abstract class UuidConverter<T>(Func<T, Guid> value, Func<Guid, T> create) : JsonConverter<T>
    where T : struct
{
    /// <inheritdoc/>
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString();
        if (text is "") return default;
        return Guid.TryParseExact(text, "N", out var id) ? create(id) : throw new JsonException("32 hexadecimal digits are expected.");
    }

    /// <inheritdoc/>
    public sealed override void Write(Utf8JsonWriter writer, T unit, JsonSerializerOptions options)
    {
        Span<char> text = stackalloc char[32];
        value(unit).TryFormat(text, out _, "N");
        writer.WriteStringValue(value(unit) == Guid.Empty ? [] : text);
    }
}

/// <summary><see cref="AccountId"/> as text.</summary>
public sealed class AccountIdConverter() : UuidConverter<AccountId>(i => i.Value, v => new(v));

/// <summary><see cref="OwnerId"/> as text.</summary>
public sealed class OwnerIdConverter() : UuidConverter<OwnerId>(i => i.Value, v => new(v));

/// <summary><see cref="CommandId"/> as text.</summary>
public sealed class CommandIdConverter() : UuidConverter<CommandId>(i => i.Value, v => new(v));

/// <summary>A unit that is a whole number; 0 for none.</summary>
public abstract class WholeConverter<T>(Func<T, long> value, Func<long, T> create) : JsonConverter<T>
    where T : struct
{
    /// <inheritdoc/>
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetInt64() is var number and not 0 ? Refusal.Named(number, create) : default;

    /// <inheritdoc/>
    public sealed override void Write(Utf8JsonWriter writer, T unit, JsonSerializerOptions options) => writer.WriteNumberValue(value(unit));
}

/// <summary><see cref="OrderId"/> as a number.</summary>
public sealed class OrderIdConverter() : WholeConverter<OrderId>(i => i.Value, v => new(v));

/// <summary><see cref="TradeId"/> as a number.</summary>
public sealed class TradeIdConverter() : WholeConverter<TradeId>(i => i.Value, v => new(v));

/// <summary><see cref="Ticks"/> as a number of ticks.</summary>
public sealed class TicksConverter() : WholeConverter<Ticks>(p => p.Value, v => new((int)v));

/// <summary><see cref="HalfTicks"/> as a number of half ticks.</summary>
public sealed class HalfTicksConverter() : WholeConverter<HalfTicks>(p => p.Value, v => new((int)v));

/// <summary><see cref="Lots"/> as a number of lots.</summary>
public sealed class LotsConverter() : WholeConverter<Lots>(q => q.Value, v => new(v));

/// <summary><see cref="PartsPerMillion"/> as a number of parts.</summary>
public sealed class PartsPerMillionConverter() : WholeConverter<PartsPerMillion>(p => p.Value, v => new((int)v));

/// <summary><see cref="AssetAmount"/> as an array of asset and value: <c>["eur",12.5]</c>.</summary>
public sealed class AssetAmountConverter : JsonConverter<AssetAmount>
{
    /// <inheritdoc/>
    public override AssetAmount Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.BeginArray();
        var amount = new AssetAmount(reader.NextChoice<Asset>(), reader.NextDecimal());
        reader.EndArray();
        return amount;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, AssetAmount value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(SnakeCase.Of(value.Asset));
        writer.WriteNumberValue(value.Value);
        writer.WriteEndArray();
    }
}

/// <summary><see cref="AssetAmounts"/> as an array of those that are not zero.</summary>
public sealed class AssetAmountsConverter : JsonConverter<AssetAmounts>
{
    private static readonly AssetAmountConverter One = new();

    /// <inheritdoc/>
    public override AssetAmounts Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var all = AssetAmounts.None;
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException("A list of amounts is expected.");
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) all = all.Plus(One.Read(ref reader, typeof(AssetAmount), options));
        return all;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, AssetAmounts value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var amount in value.Present) One.Write(writer, amount, options);
        writer.WriteEndArray();
    }
}

/// <summary><see cref="Holding"/> as an array of asset, available and locked: <c>["eur",12.5,3]</c>.</summary>
public sealed class HoldingConverter : JsonConverter<Holding>
{
    /// <inheritdoc/>
    public override Holding Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.BeginArray();
        var asset = reader.NextChoice<Asset>();
        var holding = new Holding(new(asset, reader.NextDecimal()), new(asset, reader.NextDecimal()));
        reader.EndArray();
        return holding;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Holding value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(SnakeCase.Of(value.Available.Asset));
        writer.WriteNumberValue(value.Available.Value);
        writer.WriteNumberValue(value.Locked.Value);
        writer.WriteEndArray();
    }
}

/// <summary><see cref="TransactionReference"/> as an array: <c>["operation",id]</c>, <c>["order","EUA",5]</c> or <c>["trade","EUA",7]</c>.</summary>
public sealed class TransactionReferenceConverter : JsonConverter<TransactionReference>
{
    /// <inheritdoc/>
    public override TransactionReference Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.BeginArray();
        TransactionReference reference = reader.NextText() switch
        {
            "operation" => new OperationReference(new(reader.NextUuid())),
            "order" => new OrderReference(reader.NextCertificate(), new(reader.NextWhole())),
            "trade" => new TradeReference(reader.NextCertificate(), new(reader.NextWhole())),
            _ => throw new JsonException("operation, order or trade is expected."),
        };
        reader.EndArray();
        return reference;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TransactionReference value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        switch (value)
        {
            case OperationReference operation:
                writer.WriteStringValue("operation");
                writer.WriteStringValue(operation.Operation.Value.ToString("N"));
                break;
            case OrderReference order:
                writer.WriteStringValue("order");
                writer.WriteStringValue(order.Certificate.Value);
                writer.WriteNumberValue(order.Order.Value);
                break;
            case TradeReference trade:
                writer.WriteStringValue("trade");
                writer.WriteStringValue(trade.Certificate.Value);
                writer.WriteNumberValue(trade.Trade.Value);
                break;
        }

        writer.WriteEndArray();
    }
}
