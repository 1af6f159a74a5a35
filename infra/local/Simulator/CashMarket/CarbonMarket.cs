using LiquidityRisk.Domain.CashMarket.Tape;
using LiquidityRisk.Flows.CashMarket;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Local.Simulator.Exits;
using LiquidityRisk.Units;

namespace LiquidityRisk.Local.Simulator.CashMarket;

/// <summary>
/// Simulated clients who trade certificates through the app's own flows. They act at the times of a Poisson process, one at a time, so that
/// a slow store slows them down instead of being flooded.
/// </summary>
internal sealed class CarbonMarket(FeedOptions options, TradeCertificates trade, ClientAccounts clients, Markets markets, TimeProvider time)
{
    /// <summary>Commands that a market has behind it before its clients take their time.</summary>
    public const int Prepared = 120;

    private const double MaxRelativeSpread = 0.01;

    private readonly List<Lane> _lanes = [];
    private Dice _dice = new(options.Seed);
    private ClientMind _mind = new(new Dice(options.Seed));
    private string _run = "";
    private long _acted;

    /// <summary>Begins where the markets stand, and fills those in which little has happened yet.</summary>
    /// <exception cref="StoreUnavailableException">The store did not answer; open it again.</exception>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        _lanes.Clear();
        var tapes = new List<MarketTape>();
        foreach (var market in markets.All) tapes.Add(await market.TapeAsync(cancellationToken));
        // A later run over the same data goes on differently, and its commands are other ones.
        _dice = new(options.Seed ^ (int)(tapes.Sum(t => t.Sequence) % int.MaxValue));
        _mind = new(new Dice(_dice.Seed()));
        _run = FormattableString.Invariant($"{time.GetUtcNow().UtcTicks}");
        foreach (var (market, tape) in markets.All.Zip(tapes)) _lanes.Add(new(market, new(Start(market.Certificate, tape), new Dice(_dice.Seed()))));
        for (var i = 0; i < Prepared; i++)
        {
            foreach (var lane in _lanes.Where(l => tapes[_lanes.IndexOf(l)].Sequence + i < Prepared))
            {
                Advance(Wait());
                await ActAsync(lane, cancellationToken);
            }
        }
    }

    /// <summary>Draws the time until the next action.</summary>
    public TimeSpan Wait() => TimeSpan.FromSeconds(_dice.Wait(options.OrdersPerSecond * markets.All.Count));

    /// <summary>One client acts in one market after some time.</summary>
    /// <exception cref="StoreUnavailableException">The store did not answer.</exception>
    public async Task NextAsync(TimeSpan after, CancellationToken cancellationToken)
    {
        Advance(after);
        await ActAsync(_dice.OneOf(_lanes), cancellationToken);
    }

    private void Advance(TimeSpan by)
    {
        foreach (var lane in _lanes) lane.Price.Advance(by);
    }

    private async Task ActAsync(Lane lane, CancellationToken cancellationToken)
    {
        var certificate = lane.Market.Certificate;
        var client = Drawn();
        var account = await clients.OfAsync(client.UserId, cancellationToken);
        var view = ClientView.Of(certificate, lane.Price.Euros / (double)Ticks.Euro, await lane.Market.TapeAsync(cancellationToken), account);
        if (_mind.Decide(client.Style, view) is not { } intent) return;
        var command = DerivedIds.Command("simulator", _run, FormattableString.Invariant($"{_acted++}"));
        try
        {
            await (intent switch
            {
                PlaceIntent i => trade.PlaceAsync(client.UserId, certificate, i.Request, command, cancellationToken),
                ReplaceIntent i => trade.ReplaceAsync(client.UserId, certificate, i.Order, i.Request, command, cancellationToken),
                CancelIntent i => trade.CancelAsync(client.UserId, certificate, i.Order, command, cancellationToken),
                _ => throw new InvalidOperationException($"A client does not know how to {intent}."),
            });
        }
        catch (CashMarketRefusedException)
        {
            // Others were faster, or there is not enough left: clients live with that.
        }
    }

    private SimulatedClient Drawn()
    {
        var left = _dice.Share() * SimulatedClient.All.Sum(c => c.Style.Activity);
        return SimulatedClient.All.First(c => (left -= c.Style.Activity) < 0);
    }

    // The middle of a tight book, else the last trade, else a level for a market that has never traded.
    private static double Start(CertificateType certificate, MarketTape tape)
    {
        var (bids, asks) = (tape.Book.Bids, tape.Book.Asks);
        if (!bids.IsEmpty && !asks.IsEmpty)
        {
            var (bid, ask) = ((double)bids[0].Price.Euros, (double)asks[0].Price.Euros);
            if (ask - bid <= MaxRelativeSpread * bid) return (bid + ask) / 2;
        }

        return tape.Trades.IsEmpty ? CertificateLevels.Of(certificate) : (double)tape.Trades[^1].Price.Euros;
    }

    private sealed record Lane(CertificateMarket Market, LatentPrice Price);
}
