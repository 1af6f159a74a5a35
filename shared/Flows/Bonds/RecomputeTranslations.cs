using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Bonds;

/// <summary>
/// The story of a recomputation: translate the stored inputs of each bond again, as they mean now under the present weights
/// and models; save and announce what differs materially from what subscribers were told.
/// </summary>
/// <remarks>Done twice: the second time nothing differs any more, so nothing is saved and nothing is announced.</remarks>
public sealed class RecomputeTranslations(BondBook book, Retranslation retranslation, AnnounceBonds announce, TimeProvider time)
{
    /// <summary>Recomputes bonds; each is loaded, decided and saved on its own.</summary>
    /// <exception cref="StoreUnavailableException">The store did not answer; a part may have been recomputed.</exception>
    public async Task<RecomputeOutcome> RecomputeAsync(IReadOnlyList<Isin> bonds, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var results = await Task.WhenAll(bonds.Select(b => RecomputeAsync(b, now, cancellationToken)));
        var changed = results.Select(r => r.Changed).OfType<BondDocument>().ToList();
        await announce.PublishAsync(changed, cancellationToken);
        return new RecomputeOutcome(changed.Count, [.. bonds.Zip(results).Where(x => !x.Second.Known).Select(x => x.First)]);
    }

    private async Task<(bool Known, BondDocument? Changed)> RecomputeAsync(Isin isin, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var isKnown = false;
        var changed = await book.ChangeAsync(isin, fromMemory: false, Decide, cancellationToken);
        return (isKnown, changed);

        BondDocument? Decide(BondDocument? known)
        {
            isKnown = known is not null;
            if (known is null) return null;
            var next = retranslation.Next(known, known.Inputs, now, anew: true);
            return next.LastNumber == known.LastNumber ? null : next;
        }
    }
}

/// <summary>What became of a recomputation.</summary>
/// <param name="Changed">How many bonds were saved and announced.</param>
/// <param name="Unknown">Bonds about which nothing is known, in the order asked for.</param>
public sealed record RecomputeOutcome(int Changed, IReadOnlyList<Isin> Unknown);
