using LiquidityRisk.Contracts.CashMarket;
using LiquidityRisk.Domain.CashMarket.Accounts;
using LiquidityRisk.Flows.CashMarket;

namespace LiquidityRisk.Local.Simulator.CashMarket;

/// <summary>The invented market makers of a first run. What they quote is left to administrators and their liquidity operations.</summary>
internal sealed class OpeningMakers(MarketMakers makers, AccountBook accounts)
{
    private const string By = "simulator";

    /// <summary>The makers and what they begin with.</summary>
    public static IReadOnlyList<MarketMakerRequest> All { get; } =
    [
        Holder("Alpine Cement Allowances", eua: 60_000, cea: 0),
        Holder("Baltic Steel Allowances", eua: 45_000, cea: 40_000),
        Holder("Yangtze Power Carbon", eua: 0, cea: 300_000),
        Provider("Harbour Bridge Capital", 2_500_000),
        Provider("Lakeside Carbon Liquidity", 1_800_000),
        Provider("Meridian Market Making", 1_200_000),
    ];

    /// <summary>Creates those that are missing, as long as nobody else has created any.</summary>
    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        var ids = All.Select(m => DerivedIds.MakerAccount(m.Name!)).ToHashSet();
        var known = (await accounts.ListAsync(cancellationToken)).Where(h => h.Kind != AccountKind.Client).Select(h => h.Id).ToHashSet();
        if (!known.IsSubsetOf(ids)) return;
        foreach (var maker in All.Where(m => !known.Contains(DerivedIds.MakerAccount(m.Name!))))
        {
            try
            {
                await makers.CreateAsync(maker, DerivedIds.Derive(By, maker.Name!), By, cancellationToken);
            }
            catch (CashMarketRefusedException)
            {
                // Somebody was first.
            }
        }
    }

    private static MarketMakerRequest Holder(string name, decimal eua, decimal cea) => new(
        name, "ASSET_HOLDER", null, new Dictionary<string, decimal>(StringComparer.Ordinal) { ["EUA"] = eua, ["CEA"] = cea }, null);

    private static MarketMakerRequest Provider(string name, decimal euros) => new(name, "LIQUIDITY_PROVIDER", euros, null, null);
}
