using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Local.Simulator.Replay;
using LiquidityRisk.Units;

namespace LiquidityRisk.Local.Simulator.Wallets;

/// <summary>
/// Real accounts as they were in June 2023, at the prices of that time, which stand still (<see cref="AaveAccounts"/>). Ether's closes up to 18
/// June 2023 come from <c>crypto_daily_close.csv</c> when it is there; staked ether moves as ether does, and what stands for a dollar not at all.
/// </summary>
internal sealed class ReplayedChain : IWalletChain
{
    private static readonly DateOnly LastDay = new(2023, 6, 18);
    private static readonly TokenSymbol[] Ethers = [TokenSymbol.Eth, AaveAccounts.Ether, AaveAccounts.StakedEther, AaveAccounts.WrappedStakedEther];

    private readonly Dictionary<WalletAddress, WalletHoldings> _accounts;
    private readonly PriceBook _prices;
    private readonly IReadOnlyList<DayPrice> _closes;

    /// <summary>Reads the files.</summary>
    /// <param name="folder">Where they are.</param>
    public ReplayedChain(string folder)
    {
        var snapshot = AaveAccounts.Read(folder, default);
        _accounts = snapshot.Wallets.ToDictionary(w => w.Address);
        _prices = snapshot.Prices.With(TokenSymbol.Eth, snapshot.Prices.Of(AaveAccounts.Ether)!.Value);
        _closes = [.. CsvRows.Read(Path.Combine(folder, "crypto_daily_close.csv"), r => (Day: r.Date("date"), Ether: r.Number("ETH")))
            .Where(r => r.Day <= LastDay && r.Ether > 0).Select(r => new DayPrice(r.Day!.Value, new(r.Ether!.Value)))];
        Wallets = [.. _accounts.Keys];
    }

    /// <inheritdoc/>
    public IReadOnlyList<WalletAddress> Wallets { get; }

    /// <summary>Whether a folder has accounts to replay.</summary>
    public static bool IsIn(string? folder) => folder is not null && File.Exists(Path.Combine(folder, "aave_positions.csv"));

    /// <inheritdoc/>
    public WalletHoldings? Find(WalletAddress address, DateTimeOffset at) =>
        _accounts.TryGetValue(address, out var account) ? account with { ObservedAt = at } : null;

    /// <inheritdoc/>
    public UsdPrice? Price(TokenSymbol token, DateTimeOffset at) => _prices.Of(token);

    /// <inheritdoc/>
    public Usd? Volume(TokenSymbol token, DateTimeOffset at) => null;

    /// <inheritdoc/>
    public IReadOnlyList<DayPrice> Closes(TokenSymbol token, int days, DateTimeOffset at)
    {
        if (_closes.Count == 0) return [];
        if (_prices.Of(token) is not { } price) return [];
        var last = _closes[^1].Price.Value;
        return [.. _closes.TakeLast(days).Select(c => c with { Price = Ethers.Contains(token) ? price.Times(c.Price.Value / last) : price })];
    }
}
