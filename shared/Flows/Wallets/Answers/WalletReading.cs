using LiquidityRisk.Domain.Wallets.Assessment;
using LiquidityRisk.Domain.Wallets.Health;
using LiquidityRisk.Domain.Wallets.Liquidation;
using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Flows.Wallets.Market;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Wallets.Answers;

/// <summary>A wallet with the market that it was judged by, and the judgement computed again.</summary>
/// <param name="Document">The wallet.</param>
/// <param name="Market">The market.</param>
/// <param name="View">The market as this wallet sees it.</param>
/// <param name="Assessment">The judgement.</param>
/// <param name="Rules">By which rules.</param>
public sealed record WalletReading(WalletDocument Document, MarketInputs Market, MarketView View, WalletAssessment Assessment, WalletRules Rules)
{
    /// <summary>When the wallet was judged.</summary>
    public DateTimeOffset AsOf => Document.Figures?.AsOf ?? Document.ChangedAt;

    /// <summary>Each position with its health at the mark and at exit.</summary>
    public IEnumerable<(ProtocolPosition Position, PositionHealth Mark, PositionHealth AtExit)> Positions =>
        Assessment.Holdings.Positions.Select((p, i) => (p, Assessment.Mark.Positions[i], Assessment.AtExit.Positions[i]));

    /// <summary>Liquidation prices of all positions.</summary>
    public IReadOnlyList<(LendingProtocol Protocol, LiquidationPrice Price)> LiquidationPrices { get; } =
        [.. Assessment.Holdings.Positions.SelectMany(p => Domain.Wallets.Liquidation.LiquidationPrices.Of(p, View.Prices, View.Tokens).Select(l => (p.Protocol, l)))];

    /// <summary>How wrong price feeds may be.</summary>
    public IReadOnlyList<(LendingProtocol Protocol, OracleErrors Errors)> OracleErrors { get; } =
        [.. from p in Assessment.Holdings.Positions
            let errors = Domain.Wallets.Liquidation.OracleErrors.Of(p, View.Prices)
            where errors is not null
            select (p.Protocol, errors)];

    /// <summary>The liquidation price that is nearest by the move that it takes; null for none.</summary>
    public (LendingProtocol Protocol, LiquidationPrice Price)? Nearest =>
        LiquidationPrices.Where(l => l.Price.Distance is not null).OrderBy(l => l.Price.Distance).Select(l => ((LendingProtocol, LiquidationPrice)?)l).FirstOrDefault();

    /// <summary>The smallest error of prices that liquidates; null for none.</summary>
    public (LendingProtocol Protocol, BasisPoints Tolerance)? SmallestError =>
        OracleErrors.SelectMany(o => o.Errors.Assets.Select(a => a.Tolerance).Append(o.Errors.AllCollateral).OfType<BasisPoints>().Select(t => (o.Protocol, t)))
            .OrderBy(t => t.t.Value).Select(t => ((LendingProtocol, BasisPoints)?)t).FirstOrDefault();

    /// <summary>Reads a wallet again, by the market that it was judged by.</summary>
    public static WalletReading Of(WalletDocument document, KeptMarket market, WalletRules rules)
    {
        var view = WalletStep.ViewOf(document, market.View);
        return new(document, market.Inputs, view, WalletAssessment.Of(document.Holdings, view, rules), rules);
    }
}
