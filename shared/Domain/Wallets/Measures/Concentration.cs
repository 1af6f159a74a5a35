using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Measures;

/// <summary>How what is owned is spread over parts.</summary>
/// <param name="Largest">The part with the most.</param>
/// <param name="LargestShare">Its share.</param>
/// <param name="Hhi">Herfindahl-Hirschman index: Σ share², 1/parts to 1.</param>
/// <param name="EffectiveNumber">1/HHI: how many equal parts would be as spread.</param>
public sealed record Spread(string Largest, Weight LargestShare, Weight Hhi, double EffectiveNumber)
{
    /// <summary>How some parts are spread; null when they are worth nothing.</summary>
    public static Spread? Of(IReadOnlyList<(string Name, Usd Value)> parts)
    {
        var (total, most) = (0m, 0);
        for (var i = 0; i < parts.Count; i++)
        {
            total += parts[i].Value.Amount;
            if (parts[i].Value > parts[most].Value) most = i;
        }

        if (total <= 0) return null;
        var squares = 0.0;
        foreach (var (_, value) in parts)
        {
            var share = (double)(value.Amount / total);
            squares += share * share;
        }

        var hhi = Math.Min(1, squares);
        return new(parts[most].Name, new Weight((double)(parts[most].Value.Amount / total)), new Weight(hhi), 1 / hhi);
    }
}

/// <summary>How a wallet's assets are spread.</summary>
/// <param name="ByAsset">Over tokens; null for a wallet that owns nothing.</param>
/// <param name="ByProtocol">Over protocols, what lies free being a part of its own; null for a wallet that owns nothing.</param>
public sealed record Concentration(Spread? ByAsset, Spread? ByProtocol)
{
    /// <summary>The part that is in no protocol.</summary>
    public const string Free = "wallet";

    /// <summary>The spread of what a wallet owns.</summary>
    public static Concentration Of(WalletHoldings holdings, WalletExposures exposures, PriceBook prices)
    {
        var protocols = new List<(string, Usd)>(holdings.Positions.Count + 1);
        foreach (var position in holdings.Positions)
        {
            var sum = Usd.Zero;
            foreach (var supplied in position.Supplied) sum += prices.Worth(supplied.Asset, supplied.Amount) ?? Usd.Zero;
            protocols.Add((position.Protocol.ToString(), sum));
        }

        var free = Usd.Zero;
        foreach (var token in exposures.Tokens) free += token.Free;
        protocols.Add((Free, free));
        return new(Spread.Of([.. exposures.Tokens.Select(t => (t.Token.Value, t.Assets))]), Spread.Of(protocols));
    }
}
