using LiquidityRisk.Domain.Wallets.Positions;

namespace LiquidityRisk.Local.Simulator.Wallets;

/// <summary>Makes a wallet's loans and balances. What a wallet is like stays; what it has is made anew with each of its eras.</summary>
internal sealed class LoanMaking(Draws draws)
{
    private const int Traits = 1_000;
    private const int Sizes = 1_001;
    private const int Choices = 1_002;
    private const int Balances = 1_003;
    private const int Eras = 1 << 20;
    private const double LargestSize = 3e8;

    private static readonly int[] OnAave = Places("WETH", "wstETH", "WETH", "wstETH", "WBTC", "WBTC", "weETH", "cbETH", "rETH", "LINK", "UNI", "AAVE", "CRV", "USDC", "DAI");
    private static readonly int[] OnCompoundV3 = Places("WETH", "WETH", "WBTC", "LINK", "UNI");
    private static readonly int[] OnCompoundV2 = Places("ETH", "ETH", "WBTC", "USDC", "DAI");
    private static readonly int[] Staked = Places("wstETH", "wstETH", "weETH", "cbETH", "rETH");
    private static readonly int[] Dollars = Places("USDC", "USDC", "USDT", "DAI");
    private static readonly int[] Shares = Places("3Crv", "steCRV");
    private static readonly int[] Free = Places("USDC", "USDT", "DAI", "WETH", "wstETH", "WBTC", "LINK", "UNI", "AAVE");
    private static readonly int Ether = SimulatedTokens.PlaceOf("ETH");
    private static readonly int WrappedEther = SimulatedTokens.PlaceOf("WETH");
    private static readonly int BaseDollar = SimulatedTokens.PlaceOf("USDC");

    /// <summary>In which protocols a wallet is.</summary>
    public IReadOnlyList<LendingProtocol> ProtocolsOf(int wallet)
    {
        var first = draws.Share(Traits, wallet, 0) switch
        {
            < 0.45 => LendingProtocol.AaveV3,
            < 0.67 => LendingProtocol.AaveV2,
            < 0.84 => LendingProtocol.CompoundV3,
            < 0.95 => LendingProtocol.CompoundV2,
            _ => LendingProtocol.Curve,
        };
        if (draws.Share(Traits, wallet, 1) >= 0.15) return [first];
        var second = (LendingProtocol)(((int)first + 1 + draws.Below(4, Traits, wallet, 2)) % 5);
        return draws.Share(Traits, wallet, 3) < 0.2 && first != LendingProtocol.Curve && second != LendingProtocol.Curve
            ? [first, second, LendingProtocol.Curve]
            : [first, second];
    }

    /// <summary>A wallet's position in a protocol at the beginning of an era.</summary>
    /// <param name="wallet">Which wallet.</param>
    /// <param name="era">Which era.</param>
    /// <param name="protocol">Which protocol.</param>
    /// <param name="prices">Dollars for the tokens then, by place.</param>
    public Loan Make(int wallet, long era, LendingProtocol protocol, double[] prices)
    {
        var key = Key(wallet, era) + (long)protocol;
        var size = Size(wallet, era, protocol);
        if (protocol == LendingProtocol.Curve) return Supply(protocol, null, [Shares[draws.Below(Shares.Length, Choices, key)]], [1], size, prices);
        var inMode = protocol == LendingProtocol.AaveV3 && draws.Share(Traits, wallet, 4) < 0.25;
        var mode = inMode ? LendingTerms.EtherMode : null;
        var tokens = inMode ? [Staked[draws.Below(Staked.Length, Choices, key)]] : Collateral(protocol, key);
        var weights = Enumerable.Range(0, tokens.Length).Select(i => draws.Share(Choices, key, 10 + i)).ToArray();
        if (draws.Share(Traits, wallet, 5) < 0.1) return Supply(protocol, mode, tokens, weights, size, prices); // free of debt
        var owed = inMode ? WrappedEther : Debt(protocol, tokens, key);
        return Loan.Of(protocol, mode, tokens, weights, size, owed, Care(wallet, key, inMode), prices);
    }

    /// <summary>What lies free in a wallet at the beginning of an era: ether for gas, and some more in most.</summary>
    public IReadOnlyList<LoanSide> Balance(int wallet, long era, double[] prices)
    {
        var key = Key(wallet, era);
        var free = new List<LoanSide> { new(Ether, 0.02 + (2 * Math.Pow(draws.Share(Balances, key, 0), 3))) };
        var size = Math.Min(Size(wallet, era, LendingProtocol.AaveV3), 2e6);
        for (var i = 0; i < Free.Length; i++)
        {
            if (draws.Share(Balances, key, 1 + i) >= 0.25) continue;
            free.Add(new(Free[i], 0.15 * size * draws.Share(Balances, key, 20 + i) / prices[Free[i]]));
        }

        return free;
    }

    private static long Key(int wallet, long era) => ((wallet * (long)Eras) + era) * 8;

    private static int[] Places(params string[] symbols) => [.. symbols.Select(SimulatedTokens.PlaceOf)];

    private static Loan Supply(
        LendingProtocol protocol, EfficiencyMode? mode, int[] tokens, double[] weights, double size, double[] prices) =>
        Loan.Of(protocol, mode, tokens, weights, size, null, new(double.PositiveInfinity, 0, double.PositiveInfinity, 0), prices);

    private int[] Collateral(LendingProtocol protocol, long key)
    {
        var choices = protocol switch
        {
            LendingProtocol.CompoundV3 => OnCompoundV3,
            LendingProtocol.CompoundV2 => OnCompoundV2,
            _ => OnAave,
        };
        var many = draws.Share(Choices, key, 1) switch { < 0.55 => 1, < 0.85 => 2, _ => 3 };
        return [.. Enumerable.Range(0, many).Select(i => choices[draws.Below(choices.Length, Choices, key, 2 + i)]).Distinct()];
    }

    private int Debt(LendingProtocol protocol, int[] collateral, long key)
    {
        if (protocol == LendingProtocol.CompoundV3) return BaseDollar;
        var ether = protocol == LendingProtocol.CompoundV2 ? Ether : WrappedEther;
        var wantsEther = draws.Share(Choices, key, 6) < (collateral.All(IsStablecoin) ? 0.7 : 0.15);
        if (wantsEther && !collateral.Contains(ether)) return ether;
        return Dollars.Where(d => !collateral.Contains(d)).ElementAt(draws.Below(Dollars.Except(collateral).Count(), Choices, key, 7));
    }

    private static bool IsStablecoin(int token) => SimulatedTokens.All[token].Risk == TokenReturns.Stablecoin;

    // A third never looks. Who keeps little room looks for a smaller fall.
    private LoanCare Care(int wallet, long key, bool inMode)
    {
        var target = HealthQuantiles.At(draws.Share(Choices, key, 8), inMode);
        var looks = draws.Share(Traits, wallet, 6) < 0.33 ? 0 : 0.3 * Math.Exp(3 * draws.Share(Traits, wallet, 7));
        return new(target, 1 + (0.35 * (target - 1)), 1 + (1.5 * (target - 1)), looks);
    }

    private double Size(int wallet, long era, LendingProtocol protocol)
    {
        var (mean, deviation) = protocol is LendingProtocol.AaveV3 or LendingProtocol.CompoundV3 ? HealthQuantiles.SizeOnV3 : HealthQuantiles.SizeOnV2;
        var own = draws.Normal(Sizes, wallet); // wealth is a trait; what of it is put to use varies from era to era
        return Math.Clamp(Math.Exp(mean + (deviation * ((0.95 * own) + (0.31 * draws.Normal(Sizes, Key(wallet, era)))))), 1, LargestSize);
    }
}
