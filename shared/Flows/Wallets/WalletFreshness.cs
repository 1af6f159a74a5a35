using LiquidityRisk.Flows.Wallets.Market;
using LiquidityRisk.Flows.Wallets.Sources;

namespace LiquidityRisk.Flows.Wallets;

/// <summary>How old one source's facts about a wallet are.</summary>
/// <param name="Source">Which source, with the protocol where it is about one.</param>
/// <param name="AsOf">What its facts speak for; null when there are none.</param>
/// <param name="Status">How old that is.</param>
/// <param name="Fault">Why the last attempt failed; null when it did not.</param>
/// <param name="Contradiction">What made an answer unusable, in words; null when it was not.</param>
public sealed record WalletFreshness(string Source, DateTimeOffset? AsOf, FreshnessStatus Status, SourceFault? Fault, string? Contradiction)
{
    private static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(15);

    /// <summary>How old everything is that a wallet is judged by.</summary>
    /// <param name="document">The wallet.</param>
    /// <param name="market">The market.</param>
    /// <param name="now">When.</param>
    /// <param name="staleAfter">Age above which facts are stale.</param>
    public static IReadOnlyList<WalletFreshness> Of(WalletDocument document, MarketInputs market, DateTimeOffset now, TimeSpan staleAfter)
    {
        var list = new List<WalletFreshness>();
        foreach (var part in document.Parts)
            list.Add(Of($"the_graph:{Contracts.Json.SnakeCase.Of(part.Protocol)}", part.AsOf, part.Fault, part.Contradiction));
        if (document.Free is { } free) list.Add(Of("alchemy", free.AsOf, free.Fault, null));
        foreach (var source in market.Sources) list.Add(Of(Contracts.Json.SnakeCase.Of(source.Source), source.AsOf, source.Fault, null));
        return list;

        WalletFreshness Of(string source, DateTimeOffset? asOf, SourceFault? fault, string? contradiction)
        {
            var status = asOf is { } at ? StatusOf(now - at, staleAfter) : FreshnessStatus.Missing;
            return new(source, asOf, status, fault, contradiction);
        }
    }

    /// <summary>How old an age is.</summary>
    public static FreshnessStatus StatusOf(TimeSpan age, TimeSpan staleAfter) =>
        age > staleAfter ? FreshnessStatus.Stale : age > FreshFor ? FreshnessStatus.Delayed : FreshnessStatus.Fresh;

    /// <summary>
    /// The oldest fact that a wallet's health rests on: positions and prices. Sources that are not set up, gas, protocols and mood do not count.
    /// </summary>
    public static (string Source, TimeSpan Age)? Oldest(IReadOnlyList<WalletFreshness> list, DateTimeOffset now)
    {
        var counted = list.Where(f => f.AsOf is not null && f.Source is not ("etherscan" or "defi_llama" or "alternative_me")).ToList();
        return counted.MinBy(f => f.AsOf) is { } oldest ? (oldest.Source, now - oldest.AsOf!.Value) : null;
    }
}

/// <summary>How old facts are.</summary>
public enum FreshnessStatus
{
    /// <summary>At most 15 minutes.</summary>
    Fresh,

    /// <summary>Older, but not stale.</summary>
    Delayed,

    /// <summary>Older than the limit of the alert.</summary>
    Stale,

    /// <summary>There are none.</summary>
    Missing,
}
