using FsCheck;
using FsCheck.Fluent;
using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Domain.CashMarket.Matching.Tests;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Accounts.Tests;

/// <summary>Random streams of commands to both markets by six accounts of four owners, two of them market makers.</summary>
internal sealed class OrderFlow(Exchange exchange, SelfTradePolicy policy)
{
    private readonly (NaiveMarket Market, CommandMaker Maker) _eua = Twin(policy);
    private readonly (NaiveMarket Market, CommandMaker Maker) _cea = Twin(policy);

    public static Arbitrary<List<Intent>> Intents { get; } = (
        from kind in Gen.Choose(0, 99)
        from price in Gen.Choose(-8, 8)
        from lots in Gen.Choose(1, 20)
        from who in Gen.Choose(0, 5)
        from pick in Gen.Choose(0, 999)
        select new Intent(kind, price, lots, who, pick)).ListOf().Select(l => l.ToList()).ToArbitrary();

    /// <summary>Opens the six accounts with so much that orders of a stream are sometimes too large.</summary>
    public static Exchange Open(SelfTradePolicy policy, int wealth = 1, bool settlesAtOnce = true)
    {
        var exchange = new Exchange(policy) { SettlesAtOnce = settlesAtOnce };
        var (euros, eua, cea) = (new AssetAmount(Asset.Eur, 3_456.78m * wealth), new AssetAmount(Asset.Eua, 50 * wealth), new AssetAmount(Asset.Cea, 30 * wealth));
        foreach (var client in (string[])["ann", "ann/2", "bob", "bob/2"]) exchange.Open(client, AccountKind.Client, euros, eua, cea);
        return exchange.Open("kim", AccountKind.AssetHolder, eua, cea).Open("lea", AccountKind.LiquidityProvider, euros);
    }

    /// <summary>Does what an intent comes to: most often sends a command, sometimes reserves and changes its mind.</summary>
    public void Step(Intent intent, bool asks = true)
    {
        var certificate = intent.Lots % 3 == 0 ? CertificateType.Cea : CertificateType.Eua;
        var (market, maker) = certificate == CertificateType.Cea ? _cea : _eua;
        var command = Own(certificate, maker.Make(intent, 60));
        if (!asks)
        {
            if (exchange.Append(certificate, command)) market.Apply(command, new MarketEventList());
            return;
        }

        if (intent.Pick % 11 == 0) ChangeMind(certificate, command);
        else if (exchange.Send(certificate, command)) market.Apply(command, new MarketEventList());
    }

    private static (NaiveMarket Market, CommandMaker Maker) Twin(SelfTradePolicy policy)
    {
        var market = new NaiveMarket(policy);
        return (market, new CommandMaker(market));
    }

    private void ChangeMind(CertificateType certificate, IMarketCommand command)
    {
        if (exchange.Sent.Contains(command.Id)) return;
        foreach (var (id, decision) in exchange.Needs(certificate, command))
        {
            foreach (var forgotten in exchange.Accounts[id].Reservations.Where(r => !exchange.Sent.Contains(r.Operation)))
                exchange.Change(id, a => Reserving.Release(a, forgotten.Operation, Exchange.Now));
            if (decision.Lock.IsNone || exchange.Accounts[id].Finished.Contains(command.Id)) continue;
            exchange.Change(id, a => Reserving.Reserve(a, command.Id, decision.Lock, Exchange.Now));
            if (command.Id.Value.ToByteArray()[8] % 2 == 0) exchange.Change(id, a => Reserving.Release(a, command.Id, Exchange.Now));
        }
    }

    // Both makers count from one, but an id belongs to one command only. A market order to buy becomes one with a worst price.
    private static IMarketCommand Own(CertificateType certificate, IMarketCommand command)
    {
        var id = certificate == CertificateType.Eua ? command.Id : new CommandId(new Guid(1, 0, 0, command.Id.Value.ToByteArray()[8..]));
        return command switch
        {
            PlaceOrder { Order: { Side: OrderSide.Buy, Limit: null } order } => new PlaceOrder(id, order with
            {
                Limit = new Ticks(7_020),
                TimeInForce = order.TimeInForce == TimeInForce.FillOrKill ? TimeInForce.FillOrKill : TimeInForce.ImmediateOrCancel,
            }),
            PlaceOrder c => c with { Id = id },
            PlaceOrders c => c with { Id = id },
            CancelOrder c => c with { Id = id },
            CancelOrders c => c with { Id = id },
            ReplaceOrder c => c with { Id = id },
            _ => throw new ArgumentException("No such command.", nameof(command)),
        };
    }
}
