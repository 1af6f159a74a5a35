using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds.Alerts;

/// <summary>What an observation says about the condition of one kind of alert.</summary>
internal enum AlertSignal
{
    /// <summary>Nothing: it was not observed.</summary>
    Unknown,

    /// <summary>It holds.</summary>
    Entered,

    /// <summary>Neither enough to raise nor to resolve.</summary>
    Between,

    /// <summary>It has gone.</summary>
    Left,
}

/// <summary>Reads the condition of every kind.</summary>
internal static class AlertConditions
{
    /// <summary>What an observation says about one kind.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="before">The level settled before this observation.</param>
    /// <param name="book">The book with this observation's high and settled level.</param>
    /// <param name="seen">The observation.</param>
    public static (AlertSignal Signal, AlertFigures Figures) Of(
        AlertKind kind, LiquidityLevel? before, AlertBook book, in AlertObservation seen) => kind switch
    {
        AlertKind.LiquidityDrop => Drop(book, seen),
        AlertKind.LevelChange => LevelChange(before, book, seen),
        AlertKind.MarketMakerOffline => (When(!seen.MarketMakerOnline), default),
        AlertKind.NoExitPath => (When(!seen.HasExit), default),
        AlertKind.CriticalRisk => Risk(seen.OverallRisk, AlertRules.CriticalRiskEnters),
        AlertKind.HighRisk => Risk(seen.OverallRisk, AlertRules.HighRiskEnters),
        AlertKind.StaleData => (Stale(seen.Freshness), default),
        _ => Quality(seen),
    };

    /// <summary>The level that an index settles into: the old one until the border is passed by <see cref="AlertRules.LevelMargin"/>.</summary>
    public static LiquidityLevel Settle(LiquidityLevel? settled, Score index)
    {
        var level = LiquidityIndexModel1.LevelOf(index);
        if (settled is not { } old || level == old) return level;
        var margin = level < old ? AlertRules.LevelMargin : -AlertRules.LevelMargin;
        var nearer = LiquidityIndexModel1.LevelOf(Score.Clamp(index.Value + margin));
        return level < old ? Min(nearer, old) : Max(nearer, old);
    }

    private static (AlertSignal Signal, AlertFigures Figures) Drop(AlertBook book, in AlertObservation seen)
    {
        if (seen.Index is not { } index || IndexHighs.Highest(book.Highs, seen.Now) is not { } high) return default;
        var lost = high - index.Value;
        var signal = lost >= AlertRules.DropEnters ? AlertSignal.Entered : lost < AlertRules.DropLeaves ? AlertSignal.Left : AlertSignal.Between;
        return (signal, new(high, index.Value));
    }

    private static (AlertSignal Signal, AlertFigures Figures) LevelChange(LiquidityLevel? before, AlertBook book, in AlertObservation seen)
    {
        if (before is { } old && book.Level < old)
            return (AlertSignal.Entered, new(null, seen.Index?.Value, old, book.Level));
        if (book.OpenOf(AlertKind.LevelChange) is not { } open) return default;
        var gone = book.Level >= open.Figures.FromLevel || seen.Now - open.LastSeen >= AlertRules.LevelSettles;
        return (gone ? AlertSignal.Left : AlertSignal.Between, default);
    }

    private static (AlertSignal Signal, AlertFigures Figures) Risk(Score? risk, double enters)
    {
        if (risk is not { } score) return default;
        var signal = score.Value >= enters ? AlertSignal.Entered
            : score.Value < enters - AlertRules.RiskMargin ? AlertSignal.Left
            : AlertSignal.Between;
        return (signal, new(enters, score.Value));
    }

    private static AlertSignal Stale(DataFreshness? freshness) => freshness switch
    {
        null => AlertSignal.Unknown,
        DataFreshness.Stale => AlertSignal.Entered,
        DataFreshness.Delayed => AlertSignal.Between,
        _ => AlertSignal.Left,
    };

    /// <summary>Low confidence of stale data says nothing new: <see cref="AlertKind.StaleData"/> speaks of it.</summary>
    private static (AlertSignal Signal, AlertFigures Figures) Quality(in AlertObservation seen)
    {
        var figures = new AlertFigures(AlertRules.ConfidenceEnters, seen.Confidence?.Value);
        if (IsFaulty(seen.Caveats)) return (AlertSignal.Entered, figures);
        var signal = seen.Confidence?.Value switch
        {
            null => AlertSignal.Unknown,
            > AlertRules.ConfidenceLeaves => AlertSignal.Left,
            < AlertRules.ConfidenceEnters when seen.Freshness != DataFreshness.Stale => AlertSignal.Entered,
            _ => AlertSignal.Between,
        };
        return (signal, figures);
    }

    private static bool IsFaulty(IReadOnlyList<BondCaveat> caveats)
    {
        for (var i = 0; i < caveats.Count; i++)
            if (caveats[i] is BondCaveat.WrongCheckDigit or BondCaveat.CrossedMarket) return true;
        return false;
    }

    private static AlertSignal When(bool? holds) => holds switch
    {
        null => AlertSignal.Unknown,
        true => AlertSignal.Entered,
        false => AlertSignal.Left,
    };

    private static LiquidityLevel Min(LiquidityLevel a, LiquidityLevel b) => a < b ? a : b;

    private static LiquidityLevel Max(LiquidityLevel a, LiquidityLevel b) => a > b ? a : b;
}
