using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Domain.Bonds.Alerts;
using LiquidityRisk.Flows.Bonds.Answers;

namespace LiquidityRisk.Flows.Bonds;

/// <summary>
/// Turns a bond's inputs into its next document. When the news is worth telling, the document carries its own announcements and
/// audit record, so that all are saved in one write.
/// </summary>
public sealed class Retranslation(BondSettings settings, BondModel model, ExitQualityBook quality)
{
    private const int TrendPoints = 36;
    private static readonly TimeSpan TrendStep = TimeSpan.FromMinutes(10);

    /// <summary>Translates inputs as they mean at an instant.</summary>
    /// <param name="known">What is stored; it tells what subscribers were last told.</param>
    /// <param name="inputs">The inputs to translate.</param>
    /// <param name="now">The instant to speak for.</param>
    /// <param name="anew">Whether risk and ways out are made anew although their clocks have not run out, and the result is recorded.</param>
    /// <returns>
    /// The document to save. Its <see cref="BondDocument.LastNumber"/> is that of <paramref name="known"/> when nothing
    /// changed that readers must be told of.
    /// </returns>
    public BondDocument Next(BondDocument known, BondInputs inputs, DateTimeOffset now, bool anew = false)
    {
        var under = model.Current;
        var before = anew ? null : known.State;
        var (translation, basis) = TranslationParts.Advance(
            known.Isin, before?.Risk, before?.Exits, before?.Basis, known.Inputs, inputs, under, settings.Clocks, now);
        var (alerts, alarms) = BondAlerts.Next(known.Alerts, AlertObservation.Of(translation, inputs));
        var market = inputs.Market;
        var changed = known with
        {
            Inputs = inputs,
            State = new BondState(now, translation.Risk!, translation.Exits!, basis),
            Alerts = alerts,
            History = market is null ? known.History : known.History.With(market.Value, market.Stamp.OccurredAt),
            Trend = Trend(known.Trend, translation, now),
        };
        var (announced, decisive) = BondNews.Announce(changed, translation, settings, quality.Gates);
        announced = AlertNews.Announce(announced, translation, alarms, settings);
        var due = anew || decisive || alerts.Level != known.Alerts.Level // the settled level, which does not flap
            || (announced.LastNumber != known.LastNumber && (known.AuditedAt is not { } last || now - last >= settings.AuditInterval));
        if (!due) return AlertNews.Record(announced, alarms, now);

        // What is recorded is made of these inputs alone, so that it can be made again to the same bits.
        return anew ? AlertNews.Record(BondAudit.Record(announced, translation, under, now), alarms, now) : Next(known, inputs, now, anew: true);
    }

    private static IReadOnlyList<TrendPoint> Trend(IReadOnlyList<TrendPoint> known, BondTranslation t, DateTimeOffset now) =>
        known is [.., var last] && now - last.At < TrendStep
            ? known
            : [.. known.TakeLast(TrendPoints - 1), new TrendPoint(now, Rounded.Score(t.Liquidity?.Index.Value))];
}
