using System.Globalization;
using LiquidityRisk.Units;

namespace LiquidityRisk.Narrative.Wallets;

/// <summary>Numbers as people say them.</summary>
internal static class Figures
{
    /// <summary>$1,234 from a thousand on, else with cents; -$5.00 for a loss.</summary>
    public static string Dollars(Usd amount)
    {
        var size = Math.Abs(amount.Amount);
        var text = size >= 1_000 ? size.ToString("#,0", CultureInfo.InvariantCulture) : size.ToString("0.00", CultureInfo.InvariantCulture);
        return (amount < Usd.Zero ? "-$" : "$") + text;
    }

    /// <summary>12 %, 2.9 % or 0.05 %.</summary>
    public static string Percent(double fraction)
    {
        var percent = Math.Abs(100 * fraction);
        var text = percent.ToString(percent >= 10 ? "0" : percent >= 1 ? "0.#" : "0.##", CultureInfo.InvariantCulture);
        return (fraction < 0 ? "-" : "") + text + " %";
    }

    /// <summary>A health factor, 1.07 or "more than 100"; rounded down, so that 0.998 does not look as if it were 1.</summary>
    public static string Health(decimal factor) =>
        factor > 100 ? "more than 100" : decimal.Round(factor, 2, MidpointRounding.ToZero).ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>So many tokens, with as many digits as matter.</summary>
    public static string Tokens(TokenAmount amount, TokenSymbol token)
    {
        var size = amount.Value;
        var text = size.ToString(size >= 1_000 ? "#,0" : size >= 1 ? "0.##" : "0.######", CultureInfo.InvariantCulture);
        return $"{text} {token}";
    }

    /// <summary>a, b and c.</summary>
    public static string List(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => string.Join(", ", items.Take(items.Count - 1)) + " and " + items[^1],
    };
}
