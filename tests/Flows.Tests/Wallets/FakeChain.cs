using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Flows.Wallets.Sources;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Wallets.Tests;

/// <summary>Sources in memory that can fail in part.</summary>
internal sealed class FakeChain(TimeProvider time) : IPositionSource, IBalanceSource, IPriceSource, IGasSource, IProtocolSource, IMoodSource, ISourceHealth
{
    public static readonly TokenSymbol Weth = TokenSymbol.Parse("WETH");
    public static readonly TokenSymbol Usdc = TokenSymbol.Parse("USDC");

    private readonly Lock _gate = new();

    public Dictionary<(WalletAddress, LendingProtocol), ProtocolPosition> Positions { get; } = [];

    public Dictionary<WalletAddress, TokenBalance[]> Balances { get; } = [];

    public Dictionary<TokenSymbol, decimal> Prices { get; } = new() { [TokenSymbol.Eth] = 2_000, [Weth] = 2_000, [Usdc] = 1 };

    public HashSet<WalletAddress> Contradictory { get; } = [];

    public HashSet<WalletAddress> Unreadable { get; } = [];

    public HashSet<SourceName> Down { get; } = [];

    public Dictionary<TokenSymbol, UsdPrice> OraclePrices { get; } = [];

    public int FearGreed { get; set; } = 61;

    public int QuoteCalls { get; private set; }

    public int HistoryCalls { get; private set; }

    public int MaxWallets => 50;

    /// <summary>A loan of dollars against ether with a chosen health factor.</summary>
    public WalletAddress Borrower(int number, decimal health, decimal ether = 10)
    {
        var address = Address(number);
        var debt = ether * Prices[Weth] * 0.83m / health;
        Positions[(address, LendingProtocol.AaveV3)] = new(
            LendingProtocol.AaveV3,
            [new(Weth, new(ether), new(new(800_000), new(830_000), new(50_000), new(100_000)), IsCollateral: true, 0.02)],
            [new(Usdc, new(debt), 0.05)]);
        Balances[address] = [new(Usdc, new(1_000)), new(TokenSymbol.Eth, new(1))];
        return address;
    }

    public static WalletAddress Address(int number) => WalletAddress.Parse("0x" + number.ToString("x40", System.Globalization.CultureInfo.InvariantCulture));

    public Task<PositionBatch> ReadAsync(LendingProtocol protocol, IReadOnlyList<WalletAddress> wallets, CancellationToken cancellationToken)
    {
        Fail(SourceName.TheGraph);
        return Task.FromResult(new PositionBatch(
            time.GetUtcNow(),
            wallets.Where(w => !Contradictory.Contains(w) && Positions.ContainsKey((w, protocol))).ToDictionary(w => w, w => Positions[(w, protocol)]),
            wallets.Where(Contradictory.Contains).ToDictionary(w => w, _ => "a negative balance of WETH"),
            OraclePrices));
    }

    public Task<IReadOnlyList<TokenBalance>> ReadAsync(WalletAddress wallet, CancellationToken cancellationToken)
    {
        Fail(SourceName.Alchemy);
        if (Unreadable.Contains(wallet)) throw new SourceUnavailableException(SourceName.Alchemy, SourceFault.Slow, "slow");
        return Task.FromResult<IReadOnlyList<TokenBalance>>(Balances.GetValueOrDefault(wallet, []));
    }

    public Task<IReadOnlyList<TokenQuote>> QuotesAsync(IReadOnlyList<TokenSymbol> tokens, CancellationToken cancellationToken)
    {
        lock (_gate) QuoteCalls++;
        Fail(SourceName.CoinGecko);
        return Task.FromResult<IReadOnlyList<TokenQuote>>(
            [.. tokens.Where(Prices.ContainsKey).Select(t => new TokenQuote(t, new(Prices[t]), new(50_000_000), time.GetUtcNow()))]);
    }

    public Task<IReadOnlyList<DayPrice>> HistoryAsync(TokenSymbol token, int days, CancellationToken cancellationToken)
    {
        lock (_gate) HistoryCalls++;
        Fail(SourceName.CoinGecko);
        if (!Prices.TryGetValue(token, out var price)) return Task.FromResult<IReadOnlyList<DayPrice>>([]);
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var calm = token == Usdc ? 0.0005 : 0.03;
        return Task.FromResult<IReadOnlyList<DayPrice>>(
            [.. Enumerable.Range(1, days).Reverse().Select(back => new DayPrice(today.AddDays(-back), new(price * (decimal)(1 + (calm * Math.Sin(back * 1.7))))))]);
    }

    public Task<GasQuote> ReadAsync(CancellationToken cancellationToken)
    {
        Fail(SourceName.Etherscan);
        return Task.FromResult(new GasQuote(12, time.GetUtcNow()));
    }

    public Task<IReadOnlyDictionary<LendingProtocol, Usd>> LockedAsync(CancellationToken cancellationToken)
    {
        Fail(SourceName.DefiLlama);
        return Task.FromResult<IReadOnlyDictionary<LendingProtocol, Usd>>(new Dictionary<LendingProtocol, Usd> { [LendingProtocol.AaveV3] = new(20_000_000_000) });
    }

    Task<MoodQuote> IMoodSource.ReadAsync(CancellationToken cancellationToken)
    {
        Fail(SourceName.AlternativeMe);
        return Task.FromResult(new MoodQuote(FearGreed, time.GetUtcNow()));
    }

    public IReadOnlyList<SourceHealth> List() =>
        [.. Enum.GetValues<SourceName>().Select(s => new SourceHealth(
            s, true, time.GetUtcNow(), Down.Contains(s) ? new(time.GetUtcNow(), SourceFault.Down, "down") : null, false))];

    private void Fail(SourceName source)
    {
        if (Down.Contains(source)) throw new SourceUnavailableException(source, SourceFault.Down, "down");
    }
}
