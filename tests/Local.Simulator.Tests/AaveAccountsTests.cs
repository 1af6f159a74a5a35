using LiquidityRisk.Domain.Wallets.Health;
using LiquidityRisk.Domain.Wallets.Liquidation;
using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Local.Simulator.Replay;
using LiquidityRisk.TestKit;
using LiquidityRisk.Units;

namespace LiquidityRisk.Local.Simulator.Tests;

/// <summary>Health, liquidation and oracle errors of real accounts against what the file says of them.</summary>
public class AaveAccountsTests
{
    private static readonly DateTimeOffset Then = new(2023, 6, 16, 0, 0, 0, TimeSpan.Zero);

    private static readonly Lazy<WalletSnapshot> Read = new(() => AaveAccounts.Read(Folder, Then));

    private static string Folder
    {
        get
        {
            Assert.SkipWhen(RealData.Folder is null, RealData.Missing);
            return RealData.Folder!;
        }
    }

    private static PriceBook Prices => Read.Value.Prices;

    private static IEnumerable<ProtocolPosition> Positions => Read.Value.Wallets.SelectMany(w => w.Positions);

    private static Dictionary<(WalletAddress User, LendingProtocol Protocol), (decimal Factor, decimal Available, decimal Unit)> Rows => CsvRows.Read(
        Path.Combine(Folder, "aave_positions.csv"),
        r => (
            Key: (
                WalletAddress.Parse(r.Text("user")!),
                r.Text("market") == "aave_v2_ethereum" ? LendingProtocol.AaveV2 : LendingProtocol.AaveV3),
            Told: (
                r.Number("health_factor")!.Value,
                r.Number("available_borrow")!.Value,
                r.Text("unit") == "ETH" ? Prices.Of(AaveAccounts.Ether)!.Value.Value : 1))).ToDictionary(r => r.Key, r => r.Told);

    [Fact]
    public void Every_row_has_the_files_health_factor_and_what_it_may_still_borrow()
    {
        var rows = Rows;
        var read = Read.Value.Wallets.SelectMany(w => w.Positions.Select(p => (Told: rows[(w.Address, p.Protocol)], Health: PositionHealth.Of(p, Prices)))).ToList();

        Assert.Equal(rows.Count, read.Count);
        Assert.All(read, r => Assert.InRange(r.Health.Factor!.Value.Value / r.Told.Factor, 1 - 1e-9m, 1 + 1e-9m));
        Assert.All(read, r => Assert.Equal(
            (double)(r.Told.Available * r.Told.Unit),
            (double)Math.Max(0, (r.Health.BorrowLimit - r.Health.Debt).Amount),
            1e-6 + (1e-9 * (double)r.Health.Collateral.Amount)));
        Assert.Equal(rows.Values.Count(r => r.Factor < 1), read.Count(r => r.Health.Factor!.Value.IsLiquidatable));
        Assert.True(read.Exists(r => r.Health.Factor!.Value.IsLiquidatable));
    }

    [Fact]
    public void Nothing_is_negative_and_each_address_stands_once()
    {
        Assert.Equal(Read.Value.Wallets.Count, Read.Value.Wallets.DistinctBy(w => w.Address).Count());
        Assert.All(Positions, p => Assert.All(p.Supplied, s => Assert.True(s.Amount.Value > 0)));
        Assert.All(Positions, p => Assert.NotEmpty(p.Borrowed));
        Assert.All(Positions, p => Assert.Empty(PositionHealth.Of(p, Prices).Unpriced));
    }

    [Fact]
    public void Who_may_be_liquidated_has_an_offer_and_nobody_else()
    {
        Assert.All(Positions, p => Assert.Equal(
            PositionHealth.Of(p, Prices).Factor!.Value.IsLiquidatable, LiquidationPreview.Of(p, Prices, LiquidationRules.Of(p.Protocol)!).Count > 0));
    }

    [Fact]
    public void At_the_price_of_liquidation_every_account_has_a_factor_of_one() => Assert.All(
        Positions.SelectMany(p => LiquidationPrices.Of(p, Prices, new Dictionary<TokenSymbol, TokenMarket>()).Where(l => l.At is not null).Select(l => (p, l))),
        x => Assert.Equal(1, (double)PositionHealth.Of(x.p, Prices.With(x.l.Asset, x.l.At!.Value)).Factor!.Value.Value, 1e-6));

    /// <summary>On 10 March 2026 Aave's price of wstETH was 2.85 % too low. The numbers were counted apart from the product, with pandas.</summary>
    [Theory]
    [InlineData(285, 2, 0)]
    [InlineData(400, 2, 4)]
    [InlineData(800, 12, 19)]
    [InlineData(2_000, 67, 58)]
    public void Staked_ether_priced_too_low_liquidates_exactly_who_bore_no_more(int points, int ofV2, int ofV3)
    {
        var wrong = Prices.Scaled(t => t == AaveAccounts.StakedEther || t == AaveAccounts.WrappedStakedEther ? 1 - (points / 10_000m) : 1);
        var fallen = Positions.Where(p => PositionHealth.Of(p, wrong).Factor!.Value.IsLiquidatable).ToList();

        Assert.Equal(Positions.Where(p => ToleranceOfStaked(p) <= points), fallen);
        Assert.Equal(ofV2, fallen.Count(p => p.Protocol == LendingProtocol.AaveV2));
        Assert.Equal(ofV3, fallen.Count(p => p.Protocol == LendingProtocol.AaveV3));
    }

    [Fact]
    public void The_reserves_have_their_terms_and_modes()
    {
        var reserves = AaveReserves.Read(Folder);

        Assert.Equal(48, reserves.Terms.Count);
        Assert.Equal(new(new(785_000), new(810_000), new(60_000), new(100_000)), reserves.Terms[AaveAccounts.WrappedStakedEther]);
        Assert.Equal(3_112.68103854m, reserves.Prices.Of(AaveAccounts.WrappedStakedEther)!.Value.Value);
        Assert.Equal(16, reserves.Modes.Count);
        Assert.Equal(new(new(930_000), new(950_000), new(10_000), new(100_000)), reserves.Modes[0].Terms);
    }

    private static double ToleranceOfStaked(ProtocolPosition position) => OracleErrors.Of(position, Prices)!.Assets
        .Where(a => a.Asset == AaveAccounts.StakedEther || a.Asset == AaveAccounts.WrappedStakedEther)
        .Select(a => a.Tolerance?.Value)
        .Single() ?? double.PositiveInfinity;
}
