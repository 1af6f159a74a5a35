using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Accounts;

/// <summary>How far each market's journal has been applied.</summary>
/// <param name="Eua">Sequence of the last applied entry of the EUA market; 0 before the first.</param>
/// <param name="Cea">Sequence of the last applied entry of the CEA market; 0 before the first.</param>
public sealed record JournalPositions(long Eua, long Cea)
{
    /// <summary>Before the first entry of every market.</summary>
    public static JournalPositions Start { get; } = new(0, 0);

    /// <summary>The position in one market's journal.</summary>
    /// <exception cref="ArgumentException">No certificate.</exception>
    public long this[CertificateType certificate] => Assets.Of(certificate) == Asset.Eua ? Eua : Cea;

    /// <summary>These with another position in one market's journal.</summary>
    /// <exception cref="ArgumentException">No certificate.</exception>
    public JournalPositions With(CertificateType certificate, long sequence) =>
        Assets.Of(certificate) == Asset.Eua ? this with { Eua = sequence } : this with { Cea = sequence };
}
