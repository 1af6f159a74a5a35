using LiquidityRisk.Domain.CashMarket.Accounts;
using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Liquidity;

/// <summary>A market maker as the planner sees it.</summary>
/// <param name="Account">Whose assets its orders use; what it is known by.</param>
/// <param name="Owner">Who is behind it.</param>
/// <param name="Kind">What it may do; not a client.</param>
/// <param name="IsActive">Whether it may be given orders. An inactive one's quotes still count as makers' quotes.</param>
/// <param name="Euros">Available euros, not counting locked ones.</param>
/// <param name="Eua">Available EU allowances, not counting locked ones.</param>
/// <param name="Cea">Available Chinese allowances, not counting locked ones.</param>
/// <param name="Activity">What it did lately.</param>
/// <exception cref="ArgumentException">The kind is no market maker's.</exception>
public sealed record LiquidityMaker(
    AccountId Account, OwnerId Owner, AccountKind Kind, bool IsActive, Money Euros, Lots Eua, Lots Cea, MakerActivity Activity = default)
{
    /// <summary>What it may do; not a client.</summary>
    /// <exception cref="ArgumentException">The kind is no market maker's.</exception>
    public AccountKind Kind { get; init => field = OfMaker(value); } = OfMaker(Kind);

    /// <summary>The market maker whose account this is, with what is available of it, at most 10^15 of a certificate.</summary>
    /// <exception cref="ArgumentException">A client's account.</exception>
    public static LiquidityMaker Of(Account account, bool isActive, MakerActivity activity)
    {
        ArgumentNullException.ThrowIfNull(account);
        var (eur, eua, cea) = account.Holdings;
        return new(
            account.Id, account.Owner, account.Kind, isActive, new(eur.Available.Value, CurrencyCode.Eur), Lots(eua), Lots(cea), activity);

        static Lots Lots(Holding holding) => new((long)Math.Min(holding.Available.Value, Units.Lots.Max));
    }

    /// <summary>Whether it takes part on a side.</summary>
    public bool Quotes(OrderSide side) => IsActive && Kind.SideOf() == side;

    /// <summary>What it can quote with in a certificate.</summary>
    public AssetAmount Available(CertificateType certificate) => Kind.QuotesWith(certificate) switch
    {
        Asset.Eur => AssetAmount.Of(Cents.Money(Cents.Within(Euros))),
        Asset.Eua => AssetAmount.Of(certificate, Eua),
        _ => AssetAmount.Of(certificate, Cea),
    };

    private static AccountKind OfMaker(AccountKind kind)
    {
        _ = kind.SideOf(); // throws for a client
        return kind;
    }
}

/// <summary>What a maker did in the time over which conduct is judged. <c>default</c> is nothing.</summary>
/// <param name="Orders">Orders placed, replaced or cancelled.</param>
/// <param name="Trades">Trades.</param>
public readonly record struct MakerActivity(int Orders, int Trades);
