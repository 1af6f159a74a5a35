using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Units;

namespace LiquidityRisk.Local.Simulator.Replay;

/// <summary>
/// What Aave v3 lends against which token: <c>aave_v3_ethereum_reserves.csv</c> and <c>aave_v3_ethereum_emodes.csv</c>. Shares are in basis
/// points there, and a bonus of 5 % is 10500.
/// </summary>
internal sealed record AaveReserves(
    IReadOnlyDictionary<TokenSymbol, CollateralTerms> Terms, PriceBook Prices, IReadOnlyList<EfficiencyMode> Modes)
{
    private const int PartsPerPoint = 100;
    private const int WholePoints = 10_000;

    /// <summary>Reads both files; empty when they are not there.</summary>
    public static AaveReserves Read(string folder)
    {
        var reserves = CsvRows.Read(Path.Combine(folder, "aave_v3_ethereum_reserves.csv"), r => (
            Token: TokenSymbol.Parse(r.Text("symbol")!),
            Price: r.Number("price_usd"),
            Terms: TermsOf(
                r.Number("ltv_bps"), r.Number("liquidation_threshold_bps"), r.Number("liquidation_bonus_bps"), r.Number("liquidation_protocol_fee_bps"))));
        var terms = reserves.ToDictionary(r => r.Token, r => r.Terms);
        var modes = CsvRows.Read(Path.Combine(folder, "aave_v3_ethereum_emodes.csv"), r =>
        {
            TokenSymbol[] collateral = [.. r.Text("collateral")!.Split('|').Select(TokenSymbol.Parse)];
            var shares = TermsOf(r.Number("ltv_bps"), r.Number("liquidation_threshold_bps"), r.Number("liquidation_bonus_bps"), 0);
            return new EfficiencyMode(
                (int)r.Number("emode_id")!.Value,
                r.Text("label")!,
                shares with { ProtocolFee = terms.GetValueOrDefault(collateral[0]).ProtocolFee },
                collateral);
        });
        return new(
            terms, new(reserves.Where(r => r.Price > 0).Select(r => new KeyValuePair<TokenSymbol, UsdPrice>(r.Token, new(r.Price!.Value)))), modes);
    }

    /// <summary>A share in basis points.</summary>
    internal static PartsPerMillion Points(decimal? points) => new((int)(points ?? 0) * PartsPerPoint);

    private static CollateralTerms TermsOf(decimal? loanToValue, decimal? threshold, decimal? bonus, decimal? fee) =>
        new(Points(loanToValue), Points(threshold), Points(Math.Max(0, (bonus ?? 0) - WholePoints)), Points(fee));
}
