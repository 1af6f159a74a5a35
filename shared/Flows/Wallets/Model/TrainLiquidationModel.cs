using LiquidityRisk.Domain.Wallets.Model;
using LiquidityRisk.Narrative.Wallets;
using LiquidityRisk.Quant.Trees;

namespace LiquidityRisk.Flows.Wallets.Model;

/// <summary>
/// Trains a version of the liquidation model, keeps it, and puts it in force when it is better than its baselines and the one in force. A
/// training that was cut off is finished when it is asked for again; of two at once one is told that the other runs.
/// </summary>
public sealed class TrainLiquidationModel(TrainingSamples samples, ModelBook book, LiquidationModelRules rules, TimeProvider time)
{
    /// <summary>Who is on record for trainings that nobody asked for.</summary>
    public const string Timer = "timer";

    private const int Seed = 1;
    private static readonly TimeSpan LongestTraining = TimeSpan.FromMinutes(20);

    /// <summary>
    /// Whether a training could bring anything: none runs or ended lately (<see cref="LiquidationModelRules.LeastBetween"/>), and there are enough samples, and newer ones than
    /// those learned from last.
    /// </summary>
    public async Task<bool> IsDueAsync(CancellationToken cancellationToken)
    {
        var (standing, now) = ((await book.ReadAsync(null, cancellationToken))?.Body ?? ModelStanding.None, time.GetUtcNow());
        if (standing.Lease?.Until > now || standing.Last?.At > now - LiquidationModelRules.LeastBetween) return false;
        var split = TrainingSplit.Of(await samples.ReadAsync(cancellationToken), now);
        return split.Refusal(rules.MinSamples) is null && (standing.Last is not { } last || split.Judge[^1].At > last.NewestSample);
    }

    /// <summary>Trains a version.</summary>
    /// <param name="version">Its name; the same one again finishes what was begun, or hears what became of it.</param>
    /// <param name="actor">Who asks for it; null for the timer.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public async Task<TrainingOutcome> TrainAsync(string version, string? actor, CancellationToken cancellationToken)
    {
        var standing = (await book.ReadAsync(null, cancellationToken))?.Body;
        if (standing?.Last?.Version == version && await book.FindAsync(version, cancellationToken) is { } done) return Outcome(done.Head, standing);
        if (await book.ChangeAsync(s => Begin(s, version), cancellationToken) is null)
            return new(TrainingState.Busy, "Another training runs; ask again when it has ended.", null);
        if (await book.FindAsync(version, cancellationToken) is not { } made)
        {
            var split = TrainingSplit.Of(await samples.ReadAsync(cancellationToken), time.GetUtcNow());
            if (split.Refusal(rules.MinSamples) is { } refusal)
            {
                await book.ChangeAsync(s => s.Lease?.Version == version ? new(s with { Lease = null }) : null, cancellationToken);
                return new(TrainingState.Refused, ModelSentences.Refusal(refusal), null);
            }

            made = await MakeAsync(version, actor, split, cancellationToken);
            await book.KeepAsync(made, cancellationToken);
        }

        var after = await book.ChangeAsync(s => End(s, made.Head, actor), cancellationToken);
        return Outcome(made.Head, after ?? (await book.ReadAsync(null, cancellationToken))!.Body);
    }

    private async Task<ModelVersionDocument> MakeAsync(string version, string? actor, TrainingSplit split, CancellationToken cancellationToken)
    {
        var model = LiquidationTraining.Train(split, Seed, cancellationToken: cancellationToken);
        var rival = (await book.ReadAsync(null, cancellationToken))?.Body.InForce;
        var rivalScores = await LoadAsync(rival, cancellationToken) is { } other ? HorizonScores.Of(other, split) : null;
        var scores = HorizonScores.Of(model, split);
        var losses = PromotionGate.Losses(scores, rivalScores);
        var reason = string.Join(' ', [ModelSentences.Verdict(losses, rivalScores is not null), .. samples.Origins.Select(ModelSentences.Origin)]);
        var card = ModelAnswers.Card(version, reason, time.GetUtcNow(), actor, split, model, scores);
        return new(
            new(card, split.Judge[^1].At, rival, losses.Count == 0, rivalScores is null ? [] : PromotionGate.LossesToBaselines(rivalScores)),
            LiquidationColumns.Names,
            XgboostJsonWriter.Write(model.Day),
            XgboostJsonWriter.Write(model.Week));
    }

    private ModelChange? Begin(ModelStanding standing, string version)
    {
        var now = time.GetUtcNow();
        return standing.Lease is { } lease && lease.Version != version && lease.Until > now
            ? null
            : new(standing with { Lease = new(version, now + LongestTraining) });
    }

    // A version is promoted only over the one that it was judged against: a rollback meanwhile leaves it unpromoted.
    private ModelChange? End(ModelStanding standing, ModelVersionHead made, string? actor)
    {
        var version = made.Card.Version;
        if (standing.Lease?.Version != version) return null;
        var isCurrent = standing.InForce == made.JudgedAgainst;
        var ended = standing with
        {
            Lease = null,
            Last = new(version, made.Card.TrainedAt, made.NewestSample),
            Lost = isCurrent ? made.RivalLost : standing.Lost,
        };
        var isPromoted = isCurrent && made.IsBetter;
        return new(
            isPromoted ? ended.Promote(version) : ended,
            new(version, made.Card.Reason, standing.InForce),
            isPromoted ? "model_promoted" : "model_rejected",
            actor ?? Timer);
    }

    private static TrainingOutcome Outcome(ModelVersionHead made, ModelStanding standing) =>
        standing.InForce == made.Card.Version
            ? new(TrainingState.Promoted, made.Card.Reason, made.Card.Version)
            : new(
                TrainingState.Rejected,
                made.IsBetter ? "Another version was put in force, or this one taken out of force, while it was trained." : made.Card.Reason,
                made.Card.Version);

    private async Task<LiquidationModel?> LoadAsync(string? version, CancellationToken cancellationToken) =>
        version is not null && await book.FindAsync(version, cancellationToken) is { } kept ? kept.Load() : null;
}

/// <summary>How a training ended.</summary>
/// <param name="State">How.</param>
/// <param name="Message">The same in words.</param>
/// <param name="Version">What was trained; null for nothing.</param>
public sealed record TrainingOutcome(TrainingState State, string Message, string? Version);

/// <summary>How trainings end.</summary>
public enum TrainingState
{
    /// <summary>The version is in force.</summary>
    Promoted,

    /// <summary>The version is kept, but not in force.</summary>
    Rejected,

    /// <summary>Nothing could be learned.</summary>
    Refused,

    /// <summary>Another training runs.</summary>
    Busy,
}
