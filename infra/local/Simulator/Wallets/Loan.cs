using LiquidityRisk.Domain.Wallets.Liquidation;
using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Units;

namespace LiquidityRisk.Local.Simulator.Wallets;

/// <summary>How an owner looks after a loan.</summary>
/// <param name="Target">The health factor that he wants.</param>
/// <param name="Near">Below this one he acts.</param>
/// <param name="Far">Above this one he borrows more.</param>
/// <param name="LooksPerDay">How often he looks; 0 for one who never does.</param>
internal sealed record LoanCare(double Target, double Near, double Far, double LooksPerDay);

/// <summary>Some of a token in a loan.</summary>
/// <param name="token">Where it stands among <see cref="SimulatedTokens.All"/>.</param>
/// <param name="amount">How many.</param>
internal sealed class LoanSide(int token, double amount)
{
    public int Token { get; } = token;

    public double Amount { get; set; } = amount;
}

/// <summary>
/// A wallet's position in one protocol as it lives from step to step: interest grows, its owner tops up, repays or borrows, and who lets it
/// fall below a health factor of 1 is liquidated by the protocol's rules. Amounts are doubles here, and decimals in what is read of it.
/// </summary>
internal sealed class Loan(LendingProtocol protocol, EfficiencyMode? mode, LoanSide[] supplied, LoanSide[] owed, LoanCare care)
{
    private const double StepsPerDay = 144;
    private const double StepsPerYear = 365.25 * StepsPerDay;

    /// <summary>Chance that somebody liquidates within a step: soon, but not before it can be seen.</summary>
    private const double TakenPerStep = 0.4;

    /// <summary>Chance that an owner borrows more when he looks at a loan that is covered far better than he wants.</summary>
    private const double MorePerLook = 0.3;

    private readonly double[] _thresholds = [.. supplied.Select(s =>
        Terms(protocol, mode, SimulatedTokens.All[s.Token].Token).LiquidationThreshold.Value / (double)PartsPerMillion.Whole)];

    private readonly double[] _earns = [.. supplied.Select(s => 1 + (LendingTerms.SupplyRate(SimulatedTokens.All[s.Token].Token) / StepsPerYear))];
    private readonly double[] _costs = [.. owed.Select(s => 1 + (LendingTerms.BorrowRate(SimulatedTokens.All[s.Token].Token) / StepsPerYear))];

    /// <summary>What a liquidation paid out to the owner, in the protocol's base asset.</summary>
    private double _credited;

    /// <summary>Makes a loan of a size, covered as its owner wants it, though never less than the protocol lends against.</summary>
    /// <param name="protocol">In which protocol.</param>
    /// <param name="mode">Its efficiency mode; null for none.</param>
    /// <param name="tokens">What is supplied.</param>
    /// <param name="weights">In which proportions.</param>
    /// <param name="size">How many dollars of it.</param>
    /// <param name="debt">What is borrowed; null for nothing.</param>
    /// <param name="care">How it is looked after.</param>
    /// <param name="prices">Dollars for the tokens, by place.</param>
    public static Loan Of(
        LendingProtocol protocol, EfficiencyMode? mode, int[] tokens, double[] weights, double size, int? debt, LoanCare care, double[] prices)
    {
        var parts = tokens.Select((t, i) => (Token: t, Dollars: size * weights[i] / weights.Sum(), Terms: Terms(protocol, mode, SimulatedTokens.All[t].Token))).ToList();
        LoanSide[] supplied = [.. parts.Select(p => new LoanSide(p.Token, p.Dollars / prices[p.Token]))];
        if (debt is not { } owed) return new(protocol, mode, supplied, [], care);
        var safe = parts.Sum(p => p.Dollars * p.Terms.LiquidationThreshold.Value);
        var least = 1.002 * safe / parts.Sum(p => p.Dollars * p.Terms.LoanToValue.Value);
        var kept = care.Target >= least ? care : care with { Target = least, Near = Math.Min(care.Near, 1 + (0.35 * (least - 1))), Far = Math.Max(care.Far, 1 + (1.5 * (least - 1))) };
        return new(protocol, mode, supplied, [new(owed, safe / PartsPerMillion.Whole / kept.Target / prices[owed])], kept);
    }

    /// <summary>How often somebody has liquidated.</summary>
    public int Liquidations { get; private set; }

    /// <summary>Whether anybody could have liquidated at the last step.</summary>
    public bool IsBelowOne { get; private set; }

    /// <summary>The health factor, infinite without debt. Aave v2's rounding of thresholds is left to what is read of it.</summary>
    /// <param name="prices">Dollars for the tokens, by place.</param>
    public double Factor(double[] prices)
    {
        var (safe, debt) = (0.0, 0.0);
        for (var i = 0; i < supplied.Length; i++) safe += supplied[i].Amount * prices[supplied[i].Token] * _thresholds[i];
        foreach (var side in owed) debt += side.Amount * prices[side.Token];
        return debt > 0 ? safe / debt : double.PositiveInfinity;
    }

    /// <summary>Lives through one step.</summary>
    /// <param name="prices">Dollars for the tokens, by place.</param>
    /// <param name="draws">Where chances come from.</param>
    /// <param name="stream">The loan's own stream of them.</param>
    /// <param name="step">Which step.</param>
    public void Advance(double[] prices, Draws draws, int stream, long step)
    {
        for (var i = 0; i < supplied.Length; i++) supplied[i].Amount *= _earns[i];
        for (var i = 0; i < owed.Length; i++) owed[i].Amount *= _costs[i];
        var factor = Factor(prices);
        IsBelowOne = factor < 1;
        if (IsBelowOne)
        {
            if (draws.Share(stream, step) < TakenPerStep) Liquidate(prices);
        }
        else if (factor < care.Near)
        {
            Rescue(factor, draws.Share(stream, step));
        }
        else if (factor > care.Far && double.IsFinite(factor) && draws.Share(stream, step) < MorePerLook * care.LooksPerDay / StepsPerDay)
        {
            Scale(owed, factor / care.Target);
        }
    }

    /// <summary>What is read of it; null when nothing is left.</summary>
    public ProtocolPosition? ToPosition()
    {
        List<SuppliedAsset> has = [.. supplied.Where(s => s.Amount > 0).Select(s => Supply(SimulatedTokens.All[s.Token].Token, s.Amount, true))];
        if (_credited > 0) has.Add(Supply(SimulatedTokens.All[owed[0].Token].Token, _credited, false));
        BorrowedAsset[] owes = [.. owed.Where(s => s.Amount > 0).Select(s =>
            new BorrowedAsset(SimulatedTokens.All[s.Token].Token, Exact(s.Amount), LendingTerms.BorrowRate(SimulatedTokens.All[s.Token].Token)))];
        return has.Count + owes.Length > 0 ? new(protocol, has, owes, mode) : null;
    }

    private static CollateralTerms Terms(LendingProtocol protocol, EfficiencyMode? mode, TokenSymbol token) =>
        mode is not null && mode.Collateral.Contains(token) ? mode.Terms : LendingTerms.Of(protocol, token);

    private static TokenAmount Exact(double amount) => new((decimal)amount);

    private static void Scale(LoanSide[] sides, double factor)
    {
        foreach (var side in sides) side.Amount *= factor;
    }

    private SuppliedAsset Supply(TokenSymbol token, double amount, bool secures)
    {
        var terms = secures ? LendingTerms.Of(protocol, token) : CollateralTerms.None;
        return new(token, Exact(amount), terms, secures && terms != CollateralTerms.None, LendingTerms.SupplyRate(token));
    }

    // Half of the time an owner repays, else he tops up.
    private void Rescue(double factor, double chance)
    {
        var looks = care.LooksPerDay / StepsPerDay;
        if (chance >= looks) return;
        if (chance < looks / 2) Scale(owed, factor / care.Target);
        else Scale(supplied, care.Target / factor);
    }

    private void Liquidate(double[] prices)
    {
        if (ToPosition() is not { } position || LiquidationRules.Of(protocol) is not { } rules) return;
        var book = new PriceBook(supplied.Concat(owed).Select(s => s.Token).Distinct().Select(t =>
            new KeyValuePair<TokenSymbol, UsdPrice>(SimulatedTokens.All[t].Token, TokenPaths.Exact(prices[t]))));
        var offers = LiquidationPreview.Of(position, book, rules);
        if (offers.Count == 0) return;
        Liquidations++;
        if (rules is AbsorptionRules) Absorb(offers, prices);
        else Take(offers[0]);
    }

    private void Take(LiquidationOffer offer)
    {
        owed.Single(s => SimulatedTokens.All[s.Token].Token == offer.DebtAsset).Amount = (double)offer.DebtLeft.Value;
        supplied.Single(s => SimulatedTokens.All[s.Token].Token == offer.CollateralAsset).Amount = (double)offer.CollateralLeft.Value;
        if (offer.LeavesBadDebt) Scale(owed, 0); // the protocol writes it off
    }

    // What the collateral does not cover is written off too.
    private void Absorb(IReadOnlyList<LiquidationOffer> offers, double[] prices)
    {
        _credited = (double)offers.Sum(o => o.Credited.Amount) / prices[owed[0].Token];
        Scale(owed, 0);
        Scale(supplied, 0);
    }
}
