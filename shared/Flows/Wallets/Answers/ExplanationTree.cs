using System.Globalization;
using LiquidityRisk.Contracts;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Contracts.Wallets;
using LiquidityRisk.Domain.Wallets.Health;
using LiquidityRisk.Domain.Wallets.Measures;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Flows.Wallets.Sources;
using LiquidityRisk.Narrative.Wallets;
using LiquidityRisk.Units;
using static System.FormattableString;
using static LiquidityRisk.Flows.Explanations.Explanation;

namespace LiquidityRisk.Flows.Wallets.Answers;

/// <summary>
/// Where a wallet's figures come from. Below <c>wallet.{address}</c>: <c>.health_ratio</c>, <c>.health_ratio_at_exit</c>,
/// <c>.health_factor.{protocol}</c>, <c>.health_factor_at_exit.{protocol}</c>, <c>.liquidation_risk_score</c>, <c>.net_worth</c>,
/// <c>.value_at_risk</c>, <c>.expected_shortfall</c>, <c>.volatility</c>, <c>.exposure_score</c>, <c>.liquidation_probability_24h</c>,
/// <c>.liquidation_probability_7d</c>, and what they are made of, for example <c>.{protocol}.supplied.{token}</c>, <c>.price.{token}</c>.
/// </summary>
internal sealed class ExplanationTree(WalletReading reading, LiquidationPredictionAnswer prediction)
{
    private const string Dollars = "USD";
    private const string Points = "points, 0 to 100";
    private const string Share = "share, 0 to 1";
    private const string Times = "times";

    private readonly string _root = WalletTopics.Main(reading.Document.Address);
    private readonly IReadOnlyDictionary<TokenSymbol, ExitCost> _exit =
        ExitCosts.OfCollateral(reading.Assessment.Holdings, reading.View.Prices, reading.View.Tokens, reading.Rules.Exit);

    /// <summary>All figures.</summary>
    public ExplanationAnswer Whole()
    {
        var factors = reading.Positions.Where(p => p.Mark.Factor is not null).Select(p => Factor(p.Position, p.Mark)).ToList();
        var exitFactors = reading.Positions.Where(p => p.AtExit.Factor is not null).Select(p => FactorAtExit(p.Position, p.AtExit));
        var ratio = Ratio("health_ratio", "Health ratio", reading.Assessment.Mark, "collateral / (debt x {0}), {0} being how many times debts are to be covered", []);
        var exitRatio = Ratio(
            "health_ratio_at_exit",
            "Health ratio after selling all collateral at once",
            reading.Assessment.AtExit,
            "collateral less its exit cost / (debt x {0}), {0} being how many times debts are to be covered",
            [.. _exit.Select(e => Exit(e.Key, e.Value))]);
        return Node(
            "", "Risk of the wallet", null, null, Neither, null,
            [ratio, exitRatio, .. factors, .. exitFactors, Score(ratio, factors), .. Holdings(), .. Model(factors)]);
    }

    private ExplanationAnswer Ratio(string name, string label, WalletHealth health, string formula, IReadOnlyList<ExplanationAnswer> more) => Node(
        "." + name,
        label,
        (double?)health.Ratio,
        Times,
        Good,
        string.Format(CultureInfo.InvariantCulture, formula, reading.Rules.SafetyThreshold),
        [
            .. from position in reading.Assessment.Holdings.Positions
               from supplied in position.Supplied
               where supplied.IsCollateral && position.TermsOf(supplied).LiquidationThreshold.Value > 0
               select Supplied(position, supplied),
            .. reading.Assessment.Holdings.Positions.SelectMany(p => p.Borrowed.Select(b => Borrowed(p, b))),
            .. more,
        ],
        health.Ratio is not null ? null : health.IsDebtFree ? "Nothing is owed." : "A debt has no price.");

    private ExplanationAnswer Factor(ProtocolPosition position, PositionHealth health) => Node(
        ".health_factor." + SnakeCase.Of(position.Protocol),
        "Health factor in " + ProtocolNames.Of(position.Protocol),
        (double?)health.Factor?.Value,
        Times,
        Good,
        "sum of collateral x liquidation threshold / debts" + Rounding(position.Protocol) + "; below 1 anybody may liquidate",
        [.. Securities(position), .. position.Borrowed.Select(b => Borrowed(position, b))]);

    private ExplanationAnswer FactorAtExit(ProtocolPosition position, PositionHealth health) => Node(
        ".health_factor_at_exit." + SnakeCase.Of(position.Protocol),
        $"Health factor in {ProtocolNames.Of(position.Protocol)} after selling its collateral at once",
        (double?)health.Factor?.Value,
        Times,
        Good,
        "sum of collateral x (1 - exit cost) x liquidation threshold / debts" + Rounding(position.Protocol),
        [
            .. Securities(position),
            .. position.Supplied.Where(s => s.IsCollateral && _exit.ContainsKey(s.Asset)).Select(s => Exit(s.Asset, _exit[s.Asset])),
            .. position.Borrowed.Select(b => Borrowed(position, b)),
        ]);

    private static string Rounding(LendingProtocol protocol) =>
        protocol == LendingProtocol.AaveV2 ? ", the average threshold rounded down to a whole basis point" : ", rounded down at the 18th decimal";

    private IEnumerable<ExplanationAnswer> Securities(ProtocolPosition position) =>
        from supplied in position.Supplied
        let threshold = position.TermsOf(supplied).LiquidationThreshold
        where supplied.IsCollateral && threshold.Value > 0
        let name = $".{SnakeCase.Of(position.Protocol)}.secures.{supplied.Asset.Value}"
        let share = (double)threshold.Value / PartsPerMillion.Whole
        select Node(
            name,
            $"Debt that {supplied.Asset.Value} secures in {ProtocolNames.Of(position.Protocol)}",
            Worth(supplied.Asset, supplied.Amount) * share,
            Dollars,
            Good,
            "value x liquidation threshold",
            [
                Supplied(position, supplied),
                Node(
                    name + ".threshold",
                    "Liquidation threshold",
                    share,
                    Share,
                    Good,
                    null,
                    PositionEvent(position.Protocol),
                    position.Mode is { } mode && mode.Collateral.Contains(supplied.Asset) ? $"that of the efficiency mode {mode.Label}" : null),
            ]);

    private ExplanationAnswer Supplied(ProtocolPosition position, SuppliedAsset supplied) => Held(
        $".{SnakeCase.Of(position.Protocol)}.supplied.{supplied.Asset.Value}",
        $"{supplied.Asset.Value} supplied to {ProtocolNames.Of(position.Protocol)}",
        Good,
        supplied.Asset,
        supplied.Amount,
        PositionEvent(position.Protocol),
        supplied.IsCollateral ? null : "not used as collateral");

    private ExplanationAnswer Borrowed(ProtocolPosition position, BorrowedAsset borrowed) => Held(
        $".{SnakeCase.Of(position.Protocol)}.borrowed.{borrowed.Asset.Value}",
        $"{borrowed.Asset.Value} owed to {ProtocolNames.Of(position.Protocol)}",
        Bad,
        borrowed.Asset,
        borrowed.Amount,
        PositionEvent(position.Protocol));

    private ExplanationAnswer Held(
        string name, string label, string direction, TokenSymbol token, TokenAmount amount, IReadOnlyList<ExplanationAnswer> source, string? note = null) => Node(
        name,
        label,
        Worth(token, amount),
        Dollars,
        direction,
        "amount x price",
        [Node(name + ".amount", "Amount", (double)amount.Value, token.Value, Neither, null, source), Price(token)],
        note);

    private ExplanationAnswer Exit(TokenSymbol token, ExitCost cost)
    {
        var (name, market, exit) = (".exit_cost." + token.Value, reading.View.Of(token), reading.Rules.Exit);
        var isStablecoin = market is { IsStablecoin: true };
        return Node(
            name,
            $"What selling all {token.Value} that is collateral at once would cost",
            cost.Fraction,
            Share,
            Bad,
            Invariant($"min(1, half spread + 2/3 x {exit.ImpactCoefficient} x daily volatility x sqrt(size / daily volume)), half spread {(isStablecoin ? exit.StablecoinHalfSpread : exit.HalfSpread)}"),
            [
                Node(
                    name + ".size", "What is to be sold, at the mark", (double)cost.Size.Amount, Dollars, Neither, "sum over all positions",
                    [.. from p in reading.Assessment.Holdings.Positions from s in p.Supplied where s.IsCollateral && s.Asset == token select Supplied(p, s)]),
                Assumed(".daily_volatility", "Daily volatility", market?.DailyVolatility, isStablecoin ? exit.UnknownStablecoinVolatility : exit.UnknownVolatility, "fraction a day"),
                Assumed(".daily_volume", "Traded in 24 hours", (double?)market?.DailyVolume?.Amount, (double)exit.UnknownVolume.Amount, Dollars),
            ]);

        ExplanationAnswer Assumed(string part, string label, double? known, double otherwise, string unit) => Node(
            name + part, label, known ?? otherwise, unit, Neither, null, MarketEvent(), known is null ? "not known; this is assumed instead" : null);
    }

    private ExplanationAnswer Score(ExplanationAnswer ratio, IReadOnlyList<ExplanationAnswer> factors) => Node(
        ".liquidation_risk_score",
        "Liquidation risk score",
        reading.Assessment.LiquidationRisk?.Value,
        Points,
        Bad,
        "of the lowest of health ratio and health factors: 0 from 2.0, 20 at 1.5, 60 at 1.2, 95 at 1.0, 100 at 0, on straight lines between",
        [ratio, .. factors]);

    private IReadOnlyList<ExplanationAnswer> Holdings()
    {
        var a = reading.Assessment;
        List<ExplanationAnswer> tokens = [.. a.Exposures.Tokens.Select(Net)];
        IReadOnlyList<ExplanationAnswer> history = [.. tokens, .. MarketEvent()];
        var (confidence, days) = (100 * a.Var.Confidence.Value, a.Var.Sample);
        var tooFew = a.Var.Historical is null ? Invariant($"{days} days of history are known; {WalletVar.LeastSample} are needed.") : null;
        return
        [
            Node(".net_worth", "Net worth", (double)a.Exposures.NetWorth.Amount, Dollars, Good, "sum over all tokens with a price", tokens),
            Node(
                ".value_at_risk", Invariant($"Loss of a day that is not exceeded with {confidence} %"), (double?)a.Var.Historical?.Amount, Dollars, Bad,
                Invariant($"percentile (Hyndman and Fan's type 7) of today's net holdings' losses on each of the {days} past days"), history, tooFew),
            Node(
                ".expected_shortfall", "Mean loss of the days beyond that", (double?)a.Var.Shortfall?.Amount, Dollars, Bad,
                Invariant($"mean of the worst {100 - confidence:0.##} % of the same days"), history, tooFew),
            Node(
                ".volatility", "Daily volatility of what is owned", a.Volatility?.Daily, "fraction a day", Bad,
                Invariant($"standard deviation of the daily returns of the last {reading.Rules.Market.VolatilityDays} days, held as today"), history,
                a.Volatility is null ? "Too little history is known." : null),
            Exposure(a.Exposure, history),
        ];
    }

    private ExplanationAnswer Exposure(ExposureScore score, IReadOnlyList<ExplanationAnswer> history)
    {
        return Node(
            ".exposure_score",
            "Exposure score",
            score.Value?.Value,
            Points,
            Bad,
            "0.3 x concentration + 0.3 x volatility + 0.2 x liquidity + 0.2 x correlation, over the weights of those that are known",
            [
                Part("concentration", score.Concentration, "100 x sum of squared shares of the tokens"),
                Part("volatility", score.Volatility, "1,000 x daily volatility"),
                Part("liquidity", score.Liquidity, "100 x days of selling at a tenth of the volume, at most one, weighted by value"),
                Part("correlation", score.Correlation, "100 x mean correlation of the tokens, weighted by value"),
            ]);

        ExplanationAnswer Part(string name, Score? part, string formula) => Node(
            ".exposure_score." + name, char.ToUpperInvariant(name[0]) + name[1..], part?.Value, Points, Bad, formula, history, part is null ? "not known" : null);
    }

    private ExplanationAnswer Net(TokenExposure token)
    {
        var holdings = reading.Assessment.Holdings;
        return Node(
            ".net." + token.Token.Value,
            $"{token.Token.Value} owned less owed",
            (double)token.Net.Amount,
            Dollars,
            Neither,
            "supplied + free - owed",
            [
                .. holdings.Positions.SelectMany(p => p.Supplied.Where(s => s.Asset == token.Token).Select(s => Supplied(p, s))),
                .. holdings.Balances.Where(b => b.Asset == token.Token)
                    .Select(b => Held(".free." + b.Asset.Value, $"{b.Asset.Value} in the wallet itself", Good, b.Asset, b.Amount, BalanceEvent())),
                .. holdings.Positions.SelectMany(p => p.Borrowed.Where(b => b.Asset == token.Token).Select(b => Borrowed(p, b))),
            ]);
    }

    private IReadOnlyList<ExplanationAnswer> Model(IReadOnlyList<ExplanationAnswer> factors)
    {
        return
        [
            Probability("24h", prediction.Probability24h, prediction.Baseline24h, []),
            Probability("7d", prediction.Probability7d, prediction.Baseline7d, [
                .. prediction.Contributions.Select(c => Node(
                    ".liquidation_probability_7d." + c.Feature,
                    c.Feature,
                    c.Contribution,
                    "log-odds",
                    Bad,
                    "share in moving this answer away from the mean one (TreeSHAP)",
                    [.. factors, .. MarketEvent()],
                    c.Value is { } x ? Invariant($"observed {x:0.####}") : "not observed")),
            ]),
        ];

        ExplanationAnswer Probability(string horizon, double? value, double? baseline, IReadOnlyList<ExplanationAnswer> contributions) => Node(
            ".liquidation_probability_" + horizon,
            "Probability of liquidation within " + (horizon == "24h" ? "24 hours" : "7 days"),
            value,
            "probability",
            Bad,
            prediction.ModelVersion is { } version ? $"1 / (1 + exp(-z)), z = the trees' sum (model {version})" : null,
            [
                .. contributions,
                Node(
                    ".first_passage_" + horizon, "The same by prices alone", baseline, "probability", Bad,
                    "2 x Phi(-ln(health factor) / (sigma x sqrt(T))) of the weakest position", [.. factors, .. MarketEvent()]),
            ],
            prediction.Message);
    }

    private ExplanationAnswer Price(TokenSymbol token)
    {
        var own = reading.Market.Prices.ContainsKey(token.Value)
            ? null
            : reading.Document.Parts.FirstOrDefault(p => p.OraclePrices is { } prices && prices.ContainsKey(token.Value));
        return Node(
            ".price." + token.Value,
            "Price of " + token.Value,
            (double?)reading.View.Prices.Of(token)?.Value,
            Dollars,
            Neither,
            null,
            own is null ? MarketEvent() : PositionEvent(own.Protocol),
            own is null ? null : $"{ProtocolNames.Of(own.Protocol)}'s own price, because no market told one");
    }

    private double? Worth(TokenSymbol token, TokenAmount amount) => (double?)reading.View.Prices.Worth(token, amount)?.Amount;

    private IReadOnlyList<ExplanationAnswer> MarketEvent() =>
    [
        Event(
            "market:" + reading.Market.Id,
            "The market",
            reading.Market.AsOf,
            string.Join("; ", reading.Market.Sources.Select(s => Told(SnakeCase.Of(s.Source), s.AsOf, s.Fault)))),
    ];

    private IReadOnlyList<ExplanationAnswer> PositionEvent(LendingProtocol protocol) =>
        reading.Document.Parts.FirstOrDefault(p => p.Protocol == protocol) is { } part
            ? [Event(Invariant($"positions:the_graph:{SnakeCase.Of(protocol)}:{part.AsOf?.ToUnixTimeMilliseconds()}"), "The position as read", part.AsOf, Told("the_graph", part.AsOf, part.Fault))]
            : [];

    private IReadOnlyList<ExplanationAnswer> BalanceEvent() => reading.Document.Free is { } free
        ? [Event(Invariant($"balances:alchemy:{free.AsOf?.ToUnixTimeMilliseconds()}"), "The balances as read", free.AsOf, Told("alchemy", free.AsOf, free.Fault))]
        : [];

    private static ExplanationAnswer Event(string id, string label, DateTimeOffset? asOf, string note) =>
        new("event:" + id, label, null, null, Neither, null, asOf, note, []);

    private static string Told(string source, DateTimeOffset? asOf, SourceFault? fault) => (asOf, fault) switch
    {
        ({ } at, null) => Invariant($"from {source} as of {at.UtcDateTime:O}"),
        ({ } at, { } why) => Invariant($"from {source} as of {at.UtcDateTime:O}; asked again in vain: {SnakeCase.Of(why)}"),
        (null, { } why) => $"nothing from {source}: {SnakeCase.Of(why)}",
        _ => $"nothing from {source}",
    };

    private ExplanationAnswer Node(
        string name, string label, double? value, string? unit, string direction, string? formula, IReadOnlyList<ExplanationAnswer> inputs, string? note = null) =>
        new(_root + name, label, value, unit, direction, formula, reading.AsOf, note, inputs);
}
