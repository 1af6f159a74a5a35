using LiquidityRisk.Domain.Wallets.Health;
using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Local.Simulator.Replay;
using LiquidityRisk.Local.Simulator.Wallets;
using LiquidityRisk.TestKit;
using LiquidityRisk.Units;

namespace LiquidityRisk.Local.Simulator.Tests.Wallets;

public class SimulatedChainTests(ITestOutputHelper output)
{
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 9, 3, 0, TimeSpan.Zero);

    [Fact]
    public void The_same_seed_gives_the_same_chain_and_another_seed_another()
    {
        var (one, same, other) = (new SimulatedChain(7, 60), new SimulatedChain(7, 60), new SimulatedChain(8, 60));

        Assert.Equal(one.Wallets, same.Wallets);
        Assert.Single(one.Wallets.Intersect(other.Wallets));
        Assert.All(one.Wallets, w => Assert.Equivalent(one.Find(w, Now), same.Find(w, Now), strict: true));
        Assert.NotEqual(one.Price(TokenSymbol.Eth, Now), other.Price(TokenSymbol.Eth, Now));
    }

    [Fact]
    public void A_restart_goes_on_where_the_chain_would_have_been()
    {
        var runs = new SimulatedChain(7, 100);
        for (var at = Now; at < Now.AddDays(3); at = at.AddHours(7))
            foreach (var wallet in runs.Wallets) runs.Find(wallet, at);
        var later = Now.AddDays(3).AddMinutes(4);
        var restarted = new SimulatedChain(7, 100);

        Assert.All(runs.Wallets, w => Assert.Equivalent(restarted.Find(w, later), runs.Find(w, later), strict: true));
        Assert.Equal(restarted.Price(TokenSymbol.Eth, later), runs.Price(TokenSymbol.Eth, later));
        Assert.NotEqual(runs.Price(TokenSymbol.Eth, Now), runs.Price(TokenSymbol.Eth, Now.AddMinutes(1)));
    }

    [Fact]
    public void Closes_are_those_of_the_past_days_up_to_yesterday()
    {
        var closes = new SimulatedChain(7, 0).Closes(TokenSymbol.Eth, 365, Now);

        Assert.Equal(365, closes.Count);
        Assert.Equal(new DateOnly(2026, 1, 4), closes[^1].Day);
        Assert.Equal(Enumerable.Range(0, 365).Select(i => closes[0].Day.AddDays(i)), closes.Select(c => c.Day));
        Assert.All(closes, c => Assert.InRange(c.Price.Value, 500m, 12_000m));
    }

    [Fact]
    public void Every_kind_of_wallet_is_there()
    {
        var chain = new SimulatedChain(7, 400);
        var wallets = chain.Wallets.Select(w => chain.Find(w, Now)!).ToList();

        Assert.All(Enum.GetValues<LendingProtocol>(), p => Assert.Contains(wallets, w => w.Positions.Any(x => x.Protocol == p)));
        Assert.Contains(wallets, w => w.Positions.Any(p => p.Mode is not null));
        Assert.InRange(wallets.Count(w => w.Positions.All(p => p.Borrowed.Count == 0)), 30, 100);
        Assert.InRange(wallets.Count(w => w.Positions.Count > 1), 30, 100);
        Assert.Contains(wallets, w => Health(w, chain) is { Debt.Amount: > 0 and < 100 });
        Assert.Contains(wallets, w => w.Balances.Count == 60);
        Assert.All(wallets, w => Assert.True(w.Free(TokenSymbol.Eth).Value > 0));
        Assert.All(wallets, w => Assert.DoesNotContain(WalletHealth.Of(w, Prices(chain, w), 1.2m).Positions, p => p.Unpriced.Count > 0));
    }

    [Fact]
    public void Health_is_spread_as_among_real_accounts()
    {
        Assert.SkipWhen(RealData.Folder is null, RealData.Missing);
        var real = CsvRows.Read(Path.Combine(RealData.Folder!, "aave_positions.csv"), r => (InMode: r.Number("emode_id") == 1, Factor: (double)r.Number("health_factor")!.Value));
        var own = Enumerable.Range(1, 8).SelectMany(seed => Loans(new SimulatedChain(seed, 500))).ToList();

        foreach (var inMode in new[] { false, true })
            foreach (var share in new[] { 0.05, 0.1, 0.25, 0.5, 0.75, 0.9 })
            {
                var (theirs, ours) = (Quantile(real.Where(r => r.InMode == inMode), share), Quantile(own.Where(r => r.InMode == inMode), share));
                output.WriteLine(FormattableString.Invariant($"mode {inMode} at {share}: {theirs:0.000}, simulated {ours:0.000}"));
                Assert.Equal(1, ours / theirs, inMode ? 0.1 : 0.2);
            }
    }

    [Fact]
    public void The_persona_stays_near_the_warning_and_can_do_everything_about_it()
    {
        var chain = new SimulatedChain(7, 0);
        Assert.Equal([Persona.Address], chain.Wallets);
        for (var at = Now; at < Now.AddDays(40); at = at.AddHours(3))
        {
            var wallet = chain.Find(Persona.Address, at)!;
            var position = Assert.Single(wallet.Positions);
            Assert.InRange(PositionHealth.Of(position, Book(chain, [position], at)).Factor!.Value.Value, 1.0m, 1.35m);
            var (debt, securing) = (Assert.Single(position.Borrowed).Asset, position.Supplied.Select(s => s.Asset).ToList());
            Assert.Contains(wallet.Balances, b => b.Asset == debt);
            Assert.Contains(wallet.Balances, b => securing.Contains(b.Asset));
            Assert.Contains(wallet.Balances, b => b.Asset != debt && !securing.Contains(b.Asset));
            Assert.Equal(2, position.Supplied.Select(s => s.Terms.LiquidationThreshold).Distinct().Count());
        }
    }

    private static IEnumerable<(bool InMode, double Factor)> Loans(SimulatedChain chain) => chain.Wallets.Skip(2)
        .SelectMany(w => chain.Find(w, Now)!.Positions)
        .Where(p => p.Borrowed.Count > 0 && p.Protocol is (LendingProtocol.AaveV2 or LendingProtocol.AaveV3))
        .Select(p => (p.Mode is not null, (double)PositionHealth.Of(p, Prices(chain, p)).Factor!.Value.Value));

    private static PositionHealth? Health(WalletHoldings wallet, SimulatedChain chain) =>
        wallet.Positions.Select(p => PositionHealth.Of(p, Prices(chain, p))).FirstOrDefault(h => !h.IsDebtFree);

    private static PriceBook Prices(SimulatedChain chain, WalletHoldings wallet) => Book(chain, wallet.Positions, Now);

    private static PriceBook Prices(SimulatedChain chain, ProtocolPosition position) => Book(chain, [position], Now);

    private static PriceBook Book(SimulatedChain chain, IReadOnlyList<ProtocolPosition> positions, DateTimeOffset at) => new(
        positions.SelectMany(p => p.Supplied.Select(s => s.Asset).Concat(p.Borrowed.Select(b => b.Asset))).Distinct()
            .Select(t => new KeyValuePair<TokenSymbol, UsdPrice>(t, chain.Price(t, TokenPaths.TimeOf(TokenPaths.StepOf(at)))!.Value)));

    private static double Quantile(IEnumerable<(bool, double Factor)> of, double share)
    {
        var sorted = of.Select(o => o.Factor).Order().ToList();
        return sorted[(int)(share * (sorted.Count - 1))];
    }
}
