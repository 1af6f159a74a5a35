using LiquidityRisk.Contracts.Wallets;
using LiquidityRisk.Domain.Wallets.Assessment;
using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Model;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Narrative.Wallets;

namespace LiquidityRisk.Flows.Wallets.Model;

/// <summary>The liquidation model in force, and what it says. It is looked up anew every 30 seconds.</summary>
public sealed class LiquidationModels(ModelBook book, TimeProvider time)
{
    private static readonly TimeSpan Young = TimeSpan.FromSeconds(30);

    private volatile Seen? _seen;

    /// <summary>What is in force; the same instance while nothing changes.</summary>
    public async ValueTask<ModelInForce> InForceAsync(CancellationToken cancellationToken)
    {
        var (seen, now) = (_seen, time.GetUtcNow());
        if (seen is not null && now - seen.At < Young) return seen.Model;
        var stored = await book.ReadAsync(seen?.Standing, cancellationToken);
        var model = await LoadAsync(stored?.Body, seen?.Model ?? ModelInForce.None, cancellationToken);
        _seen = new(now, stored, model);
        return model;
    }

    /// <summary>What is said about a wallet.</summary>
    /// <param name="assessment">The wallet.</param>
    /// <param name="view">The market that it was judged by.</param>
    /// <param name="breaches">On how many days before its health factor was below 1.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async ValueTask<LiquidationPredictionAnswer> PredictAsync(
        WalletAssessment assessment, MarketView view, int breaches, CancellationToken cancellationToken)
    {
        var baseline = assessment.WeakestVolatility;
        var silent = new LiquidationPredictionAnswer(
            "", "", null, null, null, baseline?.Within24Hours.Value, baseline?.Within7Days.Value, []);
        if (assessment.Mark.IsDebtFree) return silent with { Status = "no_debt", Message = ModelSentences.NoDebt };
        if (assessment.Mark.Worst is not { } factor) return silent with { Status = "no_data", Message = ModelSentences.NoData };
        if (factor.IsLiquidatable) return silent with { Status = "ok", Message = ModelSentences.Certain, Probability24h = 1, Probability7d = 1 };
        var current = await InForceAsync(cancellationToken);
        if (current.Model is not { } model) return silent with { Status = "no_model", Message = ModelSentences.NoModel };
        if (current.Lost.Count > 0)
            return silent with { Status = "withheld", Message = ModelSentences.Withheld(current.Lost), ModelVersion = current.Version };
        var features = LiquidationFeatures.Of(assessment, view, breaches);
        var (day, week) = model.Predict(features);
        return silent with
        {
            Status = "ok",
            Message = ModelSentences.Prediction(day, week),
            ModelVersion = current.Version,
            Probability24h = day,
            Probability7d = week,
            Contributions = ModelAnswers.Contributions(model, features),
        };
    }

    private async Task<ModelInForce> LoadAsync(ModelStanding? standing, ModelInForce known, CancellationToken cancellationToken)
    {
        if (standing?.InForce is not { } version) return ModelInForce.None;
        if (known.Version == version) return known.Lost.SequenceEqual(standing.Lost) ? known : known with { Lost = standing.Lost };
        return await book.FindAsync(version, cancellationToken) is { } document && document.Load() is { } model ? new(version, model, standing.Lost) : ModelInForce.None;
    }

    private sealed record Seen(DateTimeOffset At, StoredDocument<ModelStanding>? Standing, ModelInForce Model);
}

/// <summary>The model in force.</summary>
/// <param name="Version">Which one; null for none.</param>
/// <param name="Model">It; null for none.</param>
/// <param name="Lost">What it lost to a baseline when it was judged last; while there is anything, it is withheld.</param>
public sealed record ModelInForce(string? Version, LiquidationModel? Model, IReadOnlyList<LostComparison> Lost)
{
    /// <summary>No model.</summary>
    public static ModelInForce None { get; } = new(null, null, []);
}
