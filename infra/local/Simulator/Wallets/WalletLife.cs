using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Units;

namespace LiquidityRisk.Local.Simulator.Wallets;

/// <summary>
/// One wallet over time. Its life falls into eras of four weeks; at the beginning of each its owner begins anew, so that any moment is reached
/// from the era's beginning by at most 4,032 cheap steps. Wallets begin their eras at different times. Not safe for concurrent use.
/// </summary>
internal sealed class WalletLife(int wallet, TokenPaths paths, LoanMaking making, Draws draws)
{
    /// <summary>Steps of an era.</summary>
    public const int EraSteps = 4_032;

    /// <summary>The wallet of a first visitor.</summary>
    public const int ThePersona = 0;

    /// <summary>The wallet that has some of everything.</summary>
    public const int TheWhale = 1;

    private const int Offsets = 1_010;
    private const int Whale = 1_011;
    private const int FirstStream = 100_000;

    private readonly int _offset = draws.Below(EraSteps, Offsets, wallet);
    private long _era = -1;
    private long _step;
    private Loan[] _loans = [];
    private IReadOnlyList<LoanSide> _free = [];

    /// <summary>Whether anybody could have liquidated any of it at the last step.</summary>
    public bool IsBelowOne
    {
        get
        {
            foreach (var loan in _loans)
                if (loan.IsBelowOne) return true;
            return false;
        }
    }

    /// <summary>Goes to a step, back or forth.</summary>
    public void GoTo(long step)
    {
        var era = (step + _offset) / EraSteps;
        if (era != _era || step < _step) Begin(era);
        while (_step < step)
        {
            _step++;
            var prices = paths.AtStep(_step);
            for (var i = 0; i < _loans.Length; i++) _loans[i].Advance(prices, draws, FirstStream + (wallet * 8) + i, _step);
        }
    }

    /// <summary>What is read of it as it stands.</summary>
    public WalletHoldings Holdings(WalletAddress address, DateTimeOffset at) => new(
        address,
        at,
        [.. _loans.Select(l => l.ToPosition()).OfType<ProtocolPosition>()],
        [.. _free.Select(f => new TokenBalance(SimulatedTokens.All[f.Token].Token, new((decimal)f.Amount)))]);

    private void Begin(long era)
    {
        (_era, _step) = (era, (era * EraSteps) - _offset);
        var prices = paths.AtStep(_step);
        if (wallet == ThePersona)
        {
            (_loans, _free) = ([Persona.Loan(prices)], Persona.Balance(prices));
            return;
        }

        _loans = [.. making.ProtocolsOf(wallet).Select(p => making.Make(wallet, era, p, prices))];
        _free = wallet == TheWhale ? Everything() : making.Balance(wallet, era, prices);
    }

    // Sixty tokens: all but the shares of pools.
    private List<LoanSide> Everything()
    {
        var prices = paths.At(TokenPaths.TimeOf(_step), SimulatedTokens.All.Count);
        return [.. Enumerable.Range(0, prices.Length)
            .Where(t => SimulatedTokens.All[t].Token.Value is not ("3Crv" or "steCRV"))
            .Select(t => new LoanSide(t, 2_000_000 * Math.Pow(draws.Share(Whale, t), 4) / prices[t]))];
    }
}
