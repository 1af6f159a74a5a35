using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Units;

namespace LiquidityRisk.Local.Simulator.Replay;

/// <summary>Wallets as they were at one time.</summary>
/// <param name="Wallets">Each address once.</param>
/// <param name="Prices">The prices that were in force.</param>
internal sealed record WalletSnapshot(IReadOnlyList<WalletHoldings> Wallets, PriceBook Prices);

/// <summary>
/// Who borrowed on Aave against staked ether in June 2023: <c>aave_positions.csv</c>. A row tells the account's collateral and debt, in
/// ether (v2) or dollars (v3), and how many staked ether and how many owed ether are among them. The rest of either becomes a token that is
/// worth a dollar, so that both totals and the health factor are the row's.
/// </summary>
/// <remarks>
/// Both tokens get the account's average threshold, in which an efficiency mode is contained already. The file has no bonuses: those of the
/// reserves and modes stand in for them. Prices are those that most rows agree on; what a row lacks or has beyond them by less than a
/// cent goes into the number of its tokens.
/// </remarks>
internal static class AaveAccounts
{
    public static readonly TokenSymbol StakedEther = TokenSymbol.Parse("stETH");
    public static readonly TokenSymbol WrappedStakedEther = TokenSymbol.Parse("wstETH");
    public static readonly TokenSymbol Ether = TokenSymbol.Parse("WETH");
    public static readonly TokenSymbol OtherCollateral = TokenSymbol.Parse("OTHER-COLLATERAL");
    public static readonly TokenSymbol OtherDebt = TokenSymbol.Parse("OTHER-DEBT");

    private const decimal EtherPrice = 1_719.57m;
    private const decimal Cent = 0.01m;

    private static readonly PriceBook Prices = new(
    [
        new(Ether, new(EtherPrice)),
        new(StakedEther, new(EtherPrice * 0.9997408501530318m)),
        new(WrappedStakedEther, new(1_941.0545546824756m)),
        new(OtherCollateral, new(1)),
        new(OtherDebt, new(1)),
    ]);

    /// <summary>Reads the accounts; none when the file is not there.</summary>
    /// <param name="folder">Where the files are.</param>
    /// <param name="observedAt">When the chain is said to have been read.</param>
    public static WalletSnapshot Read(string folder, DateTimeOffset observedAt)
    {
        var reserves = AaveReserves.Read(folder);
        var rows = CsvRows.Read(Path.Combine(folder, "aave_positions.csv"), r => new Row(
            r.Text("market") == "aave_v2_ethereum",
            WalletAddress.Parse(r.Text("user")!),
            r.Number("collateral")!.Value,
            r.Number("debt")!.Value,
            AaveReserves.Points(r.Number("ltv_bps")),
            AaveReserves.Points(r.Number("liquidation_threshold_bps")),
            r.Number("steth_collateral_tokens")!.Value,
            r.Number("eth_debt_tokens")!.Value,
            (int)(r.Number("emode_id") ?? 0)));
        return new(
            [.. rows.GroupBy(r => r.User).Select(g => new WalletHoldings(g.Key, observedAt, [.. g.Select(r => Position(r, reserves))], []))],
            Prices);
    }

    private static ProtocolPosition Position(Row row, AaveReserves reserves)
    {
        var unit = row.IsV2 ? EtherPrice : 1;
        var staked = row.IsV2 ? StakedEther : WrappedStakedEther;
        var (tokens, rest) = Split(row.Collateral * unit, row.Staked, staked);
        var (owed, other) = Split(row.Debt * unit, row.EtherOwed, Ether);
        var terms = Terms(row, reserves);
        return new(
            row.IsV2 ? LendingProtocol.AaveV2 : LendingProtocol.AaveV3,
            [.. Some(staked, tokens).Concat(Some(OtherCollateral, rest)).Select(s => new SuppliedAsset(s.Asset, s.Amount, terms, true, null))],
            [.. Some(Ether, owed).Concat(Some(OtherDebt, other)).Select(d => new BorrowedAsset(d.Asset, d.Amount, null))]);
    }

    private static (decimal Tokens, decimal Others) Split(decimal dollars, decimal tokens, TokenSymbol token)
    {
        var price = Prices.Of(token)!.Value.Value;
        var rest = dollars - (tokens * price);
        return tokens > 0 && rest < Cent ? (dollars / price, 0) : (tokens, rest);
    }

    private static CollateralTerms Terms(Row row, AaveReserves reserves)
    {
        var own = reserves.Modes.FirstOrDefault(m => m.Id == row.Mode)?.Terms ?? reserves.Terms.GetValueOrDefault(WrappedStakedEther);
        return new(row.LoanToValue, row.Threshold, own.LiquidationBonus, row.IsV2 ? default : own.ProtocolFee);
    }

    private static IEnumerable<TokenBalance> Some(TokenSymbol asset, decimal amount) => amount > 0 ? [new(asset, new(amount))] : [];

    private sealed record Row(
        bool IsV2, WalletAddress User, decimal Collateral, decimal Debt, PartsPerMillion LoanToValue, PartsPerMillion Threshold, decimal Staked, decimal EtherOwed, int Mode);
}
