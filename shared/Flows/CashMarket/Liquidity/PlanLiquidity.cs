using System.Collections.Immutable;
using LiquidityRisk.Domain.CashMarket.Accounts;
using LiquidityRisk.Domain.CashMarket.Liquidity;
using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Domain.CashMarket.Tape;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.CashMarket.Liquidity;

/// <summary>Plans liquidity on the markets and balances as they are now. Nothing is changed.</summary>
public sealed class PlanLiquidity(MarketMakers makers, Markets markets, LiquidityRules rules, TimeProvider time)
{
    /// <summary>Plans. Certificates are planned one after another: euros that one needs are not there for the next.</summary>
    public async Task<LiquidityPlan> PlanAsync(PlanRequest request, CancellationToken cancellationToken)
    {
        var documents = await makers.AllAsync(null, cancellationToken);
        var used = new Dictionary<AccountId, decimal>();
        var previews = ImmutableArray.CreateBuilder<LiquidityPreview>();
        var scales = ImmutableArray.CreateBuilder<double>();
        foreach (var item in request.Items)
        {
            var inputs = new List<LiquidityMaker>(documents.Count);
            foreach (var document in documents)
            {
                var activity = await makers.ActivityAsync(item.Certificate, document.Account.Id, cancellationToken);
                inputs.Add(Less(LiquidityMaker.Of(document.Account, document.IsActive, activity), used));
            }

            var (book, tape) = await markets[item.Certificate].ReadAsync(r => (View(item.Certificate, r), r.Tape), cancellationToken);
            var factor = request.IsByVolatility ? VolatilityScaling.Read(tape, time.GetUtcNow()).Factor : 1;
            var preview = LiquidityPlanner.Preview(item, inputs, book, Scaled(factor), time.GetUtcNow());
            foreach (var maker in preview.Bid?.Makers ?? []) used[maker.Account] = used.GetValueOrDefault(maker.Account) + maker.Placed.Value;
            previews.Add(preview);
            scales.Add(factor);
        }

        var names = documents.ToImmutableDictionary(d => d.Account.Id, d => new MakerName(d.Profile.Name, d.Profile.Owner, d.Account.Kind, d.Account.Owner));
        return new(previews.ToImmutable(), scales.ToImmutable(), names);
    }

    private BookView View(CertificateType certificate, MarketReplica replica)
    {
        LastTrade? last = replica.Tape.Trades.IsEmpty ? null : new(replica.Tape.Trades[^1].Price, replica.Tape.Trades[^1].At);
        return new(certificate, [.. replica.Orders(OrderSide.Buy)], [.. replica.Orders(OrderSide.Sell)], last, time.GetUtcNow());
    }

    private LiquiditySettings Scaled(double factor)
    {
        var plans = rules.Plans;
        if (factor == 1) return plans;
        var levels = VolatilityScaling.Scale([.. plans.Levels.Select(l => (l.Distance, l.Share))], factor);
        return new(
            [.. levels.Select(l => new LevelRule(l.Distance, l.Share))],
            plans.DefaultPrices, plans.PriceTolerance, plans.MaxBookAge, plans.MaxTradeAge, plans.PreviewLifetime, plans.Conduct);
    }

    private static LiquidityMaker Less(LiquidityMaker maker, Dictionary<AccountId, decimal> used) =>
        maker with { Euros = new(maker.Euros.Amount - used.GetValueOrDefault(maker.Account), CurrencyCode.Eur) };
}

/// <summary>A plan for one certificate or several.</summary>
/// <param name="Previews">By certificate, in the order asked for.</param>
/// <param name="Scales">By how much each one's level distances were scaled for volatility.</param>
/// <param name="Makers">The market makers by account.</param>
public sealed record LiquidityPlan(
    ImmutableArray<LiquidityPreview> Previews, ImmutableArray<double> Scales, ImmutableDictionary<AccountId, MakerName> Makers)
{
    /// <summary>Whether all of it can be carried out.</summary>
    public bool CanExecute => Previews.All(p => p.CanExecute);

    /// <summary>Orders of all plans.</summary>
    public int OrderCount => Previews.Sum(p => p.Orders.Count());

    /// <summary>The name of a market maker.</summary>
    public string NameOf(AccountId account) => Makers.TryGetValue(account, out var maker) ? maker.Name : account.ToString();

    /// <summary>The name of an owner.</summary>
    public string OwnerOf(OwnerId owner) => Makers.Values.FirstOrDefault(m => m.OwnerId == owner)?.Owner ?? owner.ToString();

    /// <summary>Fingerprint of everything that it rests on.</summary>
    public string Hash => DerivedIds.Derive([.. Previews.Select(p => p.Inputs.Value)]).ToString("N");
}

/// <summary>A market maker by name.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Owner">Who is behind it.</param>
/// <param name="Kind">Its type.</param>
/// <param name="OwnerId">Who is behind it.</param>
public sealed record MakerName(string Name, string Owner, AccountKind Kind, OwnerId OwnerId);
