using LiquidityRisk.Domain.CashMarket.Accounts;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.CashMarket;

/// <summary>The markets that this instance serves: one for each certificate.</summary>
public sealed class Markets : IDisposable
{
    private readonly CertificateMarket _eua;
    private readonly CertificateMarket _cea;

    /// <summary>Opens them.</summary>
    public Markets(IDocumentStore store, MarketSettings settings, TimeProvider time)
    {
        var snapshots = new MarketSnapshots(store, settings);
        _eua = new(new MarketJournal(store, CertificateType.Eua), snapshots, settings, time);
        _cea = new(new MarketJournal(store, CertificateType.Cea), snapshots, settings, time);
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<CertificateMarket> All => [_eua, _cea];

    /// <summary>The market of a certificate.</summary>
    /// <exception cref="ArgumentException">No certificate.</exception>
    public CertificateMarket this[CertificateType certificate] => Assets.Of(certificate) == Asset.Eua ? _eua : _cea;

    /// <summary>How far the journals are; no earlier entry can concern an account that is opened now.</summary>
    public async Task<JournalPositions> PositionsAsync(CancellationToken cancellationToken)
    {
        var eua = (await _eua.TapeAsync(cancellationToken)).Sequence;
        return new(eua, (await _cea.TapeAsync(cancellationToken)).Sequence);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _eua.Dispose();
        _cea.Dispose();
    }
}
