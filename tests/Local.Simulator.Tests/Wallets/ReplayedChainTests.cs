using LiquidityRisk.Domain.Wallets.Assessment;
using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Local.Simulator.Replay;
using LiquidityRisk.Local.Simulator.Wallets;
using LiquidityRisk.TestKit;
using LiquidityRisk.Units;

namespace LiquidityRisk.Local.Simulator.Tests.Wallets;

public class ReplayedChainTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 9, 3, 0, TimeSpan.Zero);

    private static string Folder
    {
        get
        {
            Assert.SkipWhen(RealData.Folder is null, RealData.Missing);
            return RealData.Folder!;
        }
    }

    [Fact]
    public void The_accounts_below_one_are_those_of_the_file()
    {
        var chain = new ReplayedChain(Folder);
        var below = CsvRows.Read(Path.Combine(Folder, "aave_positions.csv"), r => (User: WalletAddress.Parse(r.Text("user")!), Factor: r.Number("health_factor")!.Value))
            .Where(r => r.Factor < 1).Select(r => r.User).Distinct().Order().ToList();
        var view = View(chain);
        var found = chain.Wallets.Where(w => WalletAssessment.Of(chain.Find(w, Now)!, view, WalletRules.Standard).Mark.Worst is { IsLiquidatable: true }).Order().ToList();

        Assert.NotEmpty(below);
        Assert.Equal(below, found);
    }

    [Fact]
    public void Prices_stand_still_and_history_ends_in_June_2023()
    {
        var chain = new ReplayedChain(Folder);
        var closes = chain.Closes(AaveAccounts.WrappedStakedEther, 365, Now);

        Assert.Equal(chain.Price(TokenSymbol.Eth, Now), chain.Price(AaveAccounts.Ether, Now.AddDays(9)));
        Assert.Equal(365, closes.Count);
        Assert.Equal(new DateOnly(2023, 6, 18), closes[^1].Day);
        Assert.Equal(chain.Price(AaveAccounts.WrappedStakedEther, Now), closes[^1].Price);
        Assert.Empty(chain.Closes(TokenSymbol.Parse("LINK"), 365, Now));
        Assert.Null(chain.Find(Persona.Address, Now));
    }

    [Fact]
    public void A_real_wallet_has_a_value_at_risk()
    {
        var chain = new ReplayedChain(Folder);
        var view = View(chain);

        Assert.All(chain.Wallets.Take(50), w => Assert.NotNull(WalletAssessment.Of(chain.Find(w, Now)!, view, WalletRules.Standard).Var.MonteCarlo));
    }

    private static MarketView View(ReplayedChain chain)
    {
        var tokens = chain.Wallets.SelectMany(w => chain.Find(w, Now)!.Positions).SelectMany(p => p.Supplied.Select(s => s.Asset).Concat(p.Borrowed.Select(b => b.Asset)))
            .Append(TokenSymbol.Eth).Distinct().ToList();
        return MarketViews.Of(
            Now,
            new PriceBook(tokens.Select(t => new KeyValuePair<TokenSymbol, UsdPrice>(t, chain.Price(t, Now)!.Value))),
            new Dictionary<TokenSymbol, Usd>(),
            tokens.ToDictionary(t => t, t => chain.Closes(t, 365, Now)),
            null,
            new Dictionary<LendingProtocol, Usd>(),
            MarketRules.Standard);
    }
}
