using LiquidityRisk.Domain.Wallets.Assessment;
using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Measures;
using LiquidityRisk.Domain.Wallets.Model;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Flows.Wallets.Model;
using LiquidityRisk.Units;

namespace LiquidityRisk.Local.Simulator.Wallets;

/// <summary>
/// A past to learn from before anything was observed. It is simulated: wallets of the chain's kind live through the chain's own prices of the
/// past days, so that a model trained on it has learnt how this chain behaves and nothing about the real one.
/// </summary>
internal sealed class LiquidationHistory(FeedOptions options, WalletRules rules, TimeProvider time) : ITrainingHistory
{
    private const int StepsPerDay = 144;
    private const int Week = 7;
    private const int FirstWallet = 2; // neither the persona nor the whale

    private static readonly Dictionary<LendingProtocol, Usd> Unknown = [];

    /// <summary>Wallets that are looked at, each once a day at midnight, and not while it may be liquidated. Default 300.</summary>
    public int Wallets { get; init; } = 300;

    /// <summary>Days that are lived through, above 7; what happens after the samples of the last seven is not known. Default 420.</summary>
    public int Days { get; init; } = 420;

    /// <inheritdoc/>
    public string? Origin => FormattableString.Invariant(
        $"Simulated: {Wallets} invented wallets over {Days} days, with prices fitted to daily closes of 2023 and 2024 and health factors to Aave accounts of June 2023.");

    /// <inheritdoc/>
    public Task<IReadOnlyList<LabelledSample>> ReadAsync(CancellationToken cancellationToken)
    {
        var last = time.GetUtcNow().UtcDateTime.Date;
        return Task.Run(() => Make(new(last.AddDays(-Days), TimeSpan.Zero), cancellationToken), cancellationToken);
    }

    private IReadOnlyList<LabelledSample> Make(DateTimeOffset first, CancellationToken cancellationToken)
    {
        var paths = new TokenPaths(options.Seed);
        var draws = new Draws((ulong)(uint)options.Seed);
        var making = new LoanMaking(draws);
        Subject[] subjects = [.. Enumerable.Range(FirstWallet, Wallets).Select(i => new Subject(new WalletLife(i, paths, making, draws), Days))];
        for (var day = 0; day < Days; day++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var at = first.AddDays(day);
            var view = day < Days - Week ? View(paths, at, Short(rules.Market)) : null;
            foreach (var subject in subjects) subject.Live(day, at, paths, view, rules);
        }

        return [.. subjects.SelectMany(s => s.Samples()).OrderBy(s => s.At)];
    }

    /// <summary>The market at a time.</summary>
    internal static MarketView View(TokenPaths paths, DateTimeOffset at, MarketRules rules)
    {
        var today = DateOnly.FromDateTime(at.UtcDateTime);
        var (prices, volumes, closes) = (new Dictionary<TokenSymbol, UsdPrice>(), new Dictionary<TokenSymbol, Usd>(), new Dictionary<TokenSymbol, IReadOnlyList<DayPrice>>());
        for (var i = 0; i < SimulatedTokens.Core.Count; i++)
        {
            var token = SimulatedTokens.Core[i].Token;
            prices[token] = paths.Price(i, at);
            volumes[token] = paths.Volume(i, today);
            closes[token] = paths.Closes(i, rules.HistoryDays + 1, today);
        }

        return MarketViews.Of(at, new PriceBook(prices), volumes, closes, SimulatedSources.GasAt(at), Unknown, rules)
            with { FearGreed = SimulatedSources.MoodOf(closes[TokenSymbol.Eth]) };
    }

    /// <summary>As little history as the features look at: without more, nobody computes values at risk and futures, which none of them is.</summary>
    internal static MarketRules Short(MarketRules rules) => rules with { HistoryDays = Math.Max(rules.VolatilityDays, HealthVolatility.WindowDays) };

    private sealed class Subject(WalletLife life, int days)
    {
        private readonly List<(int Day, DateTimeOffset At, IReadOnlyList<double?> Features)> _seen = [];
        private readonly bool[] _breached = new bool[days];
        private int _breaches;

        public void Live(int day, DateTimeOffset at, TokenPaths paths, MarketView? view, WalletRules rules)
        {
            var step = TokenPaths.StepOf(at);
            life.GoTo(step);
            if (view is not null)
            {
                var assessment = WalletAssessment.Of(life.Holdings(default, at), view, rules);
                if (assessment.Mark.Worst is { IsLiquidatable: false }) _seen.Add((day, at, LiquidationFeatures.Of(assessment, view, _breaches)));
            }

            for (var i = 1; i <= StepsPerDay; i++)
            {
                life.GoTo(step + i);
                _breached[day] |= life.IsBelowOne;
            }

            if (_breached[day]) _breaches++;
        }

        public IEnumerable<LabelledSample> Samples() =>
            _seen.Select(s => new LabelledSample(s.At, s.Features, _breached[s.Day], _breached.Skip(s.Day).Take(Week).Any(b => b)));
    }
}
