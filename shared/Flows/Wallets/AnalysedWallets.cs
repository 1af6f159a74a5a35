using LiquidityRisk.Domain.Wallets.Alerts;
using LiquidityRisk.Domain.Wallets.Assessment;
using LiquidityRisk.Domain.Wallets.Model;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Wallets;

/// <summary>What became of some wallets. Counts up while they are looked at; not safe for concurrent use.</summary>
public sealed class AnalysedWallets
{
    private readonly Dictionary<WalletRiskLevel, int> _levels = [];
    private readonly HashSet<TokenSymbol> _tokens = [];
    private readonly List<LabelledSample> _known = [];

    /// <summary>How many were looked at.</summary>
    public int Wallets { get; private set; }

    /// <summary>Of how many something could not be read, judged or saved.</summary>
    public int Failed { get; private set; }

    /// <summary>Alerts raised.</summary>
    public int Raised { get; private set; }

    /// <summary>Alerts closed.</summary>
    public int Resolved { get; private set; }

    /// <summary>Alerts open.</summary>
    public int Open { get; private set; }

    /// <summary>How long sources took.</summary>
    public TimeSpan Waited { get; private set; }

    /// <summary>How many are in which band.</summary>
    public IReadOnlyDictionary<WalletRiskLevel, int> Levels => _levels;

    /// <summary>Tokens that they hold or owe.</summary>
    public IReadOnlyCollection<TokenSymbol> Tokens => _tokens;

    /// <summary>Samples whose outcome is now known.</summary>
    public IReadOnlyList<LabelledSample> Known => _known;

    /// <summary>Adds what became of others.</summary>
    public void Add(AnalysedWallets others)
    {
        Wallets += others.Wallets;
        Failed += others.Failed;
        Raised += others.Raised;
        Resolved += others.Resolved;
        Open += others.Open;
        Waited += others.Waited;
        foreach (var (level, count) in others.Levels) _levels[level] = _levels.GetValueOrDefault(level) + count;
        _tokens.UnionWith(others.Tokens);
        _known.AddRange(others.Known);
    }

    internal void Wait(TimeSpan waited) => Waited += waited;

    internal void Add(WalletStep? step, bool failed)
    {
        Wallets++;
        if (failed) Failed++;
        if (step is null) return;
        Raised += step.Alerts.Count(c => c.Kind == WalletAlertChangeKind.Raised);
        Resolved += step.Alerts.Count(c => c.Kind == WalletAlertChangeKind.Resolved);
        Open += step.Document.Alerts.Open.Count;
        _levels[step.Assessment.Level] = _levels.GetValueOrDefault(step.Assessment.Level) + 1;
        foreach (var token in step.Assessment.Exposures.Tokens) _tokens.Add(token.Token);
        _tokens.UnionWith(step.Assessment.Exposures.Unpriced);
        _known.AddRange(step.Known);
    }
}
