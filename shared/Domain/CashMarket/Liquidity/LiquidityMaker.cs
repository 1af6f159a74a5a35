using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Liquidity;

/// <summary>A market maker as the planner sees it.</summary>
/// <param name="Account">Whose assets its orders use; what it is known by.</param>
/// <param name="Owner">Who is behind it.</param>
/// <param name="Type">What it may do.</param>
/// <param name="IsActive">Whether it may be given orders. An inactive one's quotes still count as makers' quotes.</param>
/// <param name="Euros">Available euros, not counting locked ones.</param>
/// <param name="Eua">Available EU allowances, not counting locked ones.</param>
/// <param name="Cea">Available Chinese allowances, not counting locked ones.</param>
/// <param name="Activity">What it did lately.</param>
public sealed record LiquidityMaker(
    AccountId Account, OwnerId Owner, MakerType Type, bool IsActive, Money Euros, Lots Eua, Lots Cea, MakerActivity Activity = default)
{
    /// <summary>Whether it takes part on a side.</summary>
    public bool Quotes(OrderSide side) => IsActive && MakerRules.SideOf(Type) == side;

    /// <summary>What it can quote with in a certificate.</summary>
    public AssetAmount Available(CertificateType certificate) => MakerRules.QuotesWith(Type, certificate) switch
    {
        AssetType.Eur => AssetAmount.Of(Cents.Money(Cents.Within(Euros))),
        AssetType.Eua => AssetAmount.Of(certificate, Eua),
        _ => AssetAmount.Of(certificate, Cea),
    };
}

/// <summary>What a maker did in the time over which conduct is judged. <c>default</c> is nothing.</summary>
/// <param name="Orders">Orders placed, replaced or cancelled.</param>
/// <param name="Trades">Trades.</param>
public readonly record struct MakerActivity(int Orders, int Trades);
