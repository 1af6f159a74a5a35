using LiquidityRisk.Contracts.CashMarket;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Domain.CashMarket.Accounts;
using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.CashMarket;

/// <summary>Puts accounts and orders into the words of the contract.</summary>
public static class AccountAnswers
{
    /// <summary>An asset as on the wire.</summary>
    public static string Of(Asset asset) => asset switch { Asset.Eur => "EUR", Asset.Eua => "EUA", _ => "CEA" };

    /// <summary>Reads an asset; false when there is none of that name.</summary>
    public static bool TryParse(string? text, out Asset asset)
    {
        Asset? named = text switch { "EUR" => Asset.Eur, "EUA" => Asset.Eua, "CEA" => Asset.Cea, _ => null };
        asset = named ?? default;
        return named is not null;
    }

    /// <summary>A kind of account as on the wire.</summary>
    public static string Of(AccountKind kind) => kind switch
    {
        AccountKind.AssetHolder => "ASSET_HOLDER",
        AccountKind.LiquidityProvider => "LIQUIDITY_PROVIDER",
        _ => "CLIENT",
    };

    /// <summary>Reads a type of market maker; false when there is none of that name.</summary>
    public static bool TryParse(string? text, out AccountKind kind)
    {
        AccountKind? named = text switch
        {
            "ASSET_HOLDER" => AccountKind.AssetHolder,
            "LIQUIDITY_PROVIDER" => AccountKind.LiquidityProvider,
            _ => null,
        };
        kind = named ?? default;
        return named is not null;
    }

    /// <summary>An account.</summary>
    public static AccountAnswer Account(AccountDocument document) => new(
        document.Account.Id.Value.ToString("N"),
        document.Profile.Name,
        Of(document.Account.Kind),
        Balances(document.Account.Holdings),
        Orders(document.Orders),
        document.Seq,
        document.ChangedAt);

    /// <summary>What an account has.</summary>
    public static IReadOnlyList<BalanceAnswer> Balances(Holdings holdings) =>
        [.. Assets.All.Select(a => new BalanceAnswer(Of(a), holdings[a].Available.Value, holdings[a].Locked.Value))];

    /// <summary>Orders: those that wait first, newest first.</summary>
    public static IReadOnlyList<OrderAnswer> Orders(IEnumerable<OrderRecord> orders) =>
        [.. orders.OrderBy(o => o.IsDone).ThenByDescending(o => o.UpdatedAt).ThenByDescending(o => o.Id).Select(Order)];

    /// <summary>An order.</summary>
    public static OrderAnswer Order(OrderRecord o) => new(
        o.Id.ToString(),
        o.Certificate.Value,
        MarketAnswers.Of(o.Side),
        o.IsMarket ? "market" : "limit",
        o.IsMarket ? null : o.Limit?.Euros,
        o.Filled.Value + o.Remaining.Value,
        o.Filled.Value,
        o.Cancelled is null ? o.Remaining.Value : 0,
        o.Filled.IsZero ? null : Math.Round(o.Paid / o.Filled.Value * Ticks.Euro, 4),
        o.Cancelled is not null ? "cancelled" : o.Remaining.IsZero ? "filled" : o.Filled.IsZero ? "open" : "partially_filled",
        o.Cancelled is { } reason ? SnakeCase.Of(reason) : null,
        o.TimeInForce switch { TimeInForce.ImmediateOrCancel => "IOC", TimeInForce.FillOrKill => "FOK", _ => "GTC" },
        o.PostOnly,
        o.PlacedAt,
        o.UpdatedAt);

    /// <summary>A transaction.</summary>
    public static TransactionAnswer Transaction(AssetTransaction t) => new(
        t.Number,
        SnakeCase.Of(t.Reason),
        t.Reference switch
        {
            OrderReference order => $"order {order.Certificate} {order.Order}",
            TradeReference trade => $"trade {trade.Certificate} {trade.Trade}",
            OperationReference operation => $"operation {operation.Operation.Value:N}",
            _ => "",
        },
        Of(t.Asset),
        t.Available.Value,
        t.Locked.Value,
        t.After.Available.Value,
        t.After.Locked.Value,
        t.When);
}
