using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Flows.Wallets.Sources;
using LiquidityRisk.Quant.Volatility;
using LiquidityRisk.Units;

namespace LiquidityRisk.Local.Simulator.Wallets;

/// <summary>What the app reads of wallets and markets on a developer's machine, where nobody has keys: a chain beside it, as it is now.</summary>
internal sealed class SimulatedSources(IWalletChain chain, SourceQuality quality, TimeProvider time)
    : IPositionSource, IPriceSource, IBalanceSource, IGasSource, IProtocolSource, IMoodSource
{
    private const int GasStream = 2_001;
    private const int MoodDays = 30;

    private static readonly Draws Draws = new(0);

    // Of the order that DefiLlama showed in July 2025.
    private static readonly Dictionary<LendingProtocol, Usd> Locked = new()
    {
        [LendingProtocol.AaveV2] = new(250e6m),
        [LendingProtocol.AaveV3] = new(26e9m),
        [LendingProtocol.CompoundV2] = new(200e6m),
        [LendingProtocol.CompoundV3] = new(2.4e9m),
        [LendingProtocol.Curve] = new(2e9m),
    };

    /// <inheritdoc/>
    public int MaxWallets => 100;

    /// <inheritdoc/>
    public async Task<PositionBatch> ReadAsync(LendingProtocol protocol, IReadOnlyList<WalletAddress> wallets, CancellationToken cancellationToken)
    {
        await quality.AskAsync(SourceName.TheGraph, cancellationToken);
        var now = time.GetUtcNow();
        var positions = new Dictionary<WalletAddress, ProtocolPosition>();
        foreach (var wallet in wallets)
            if (chain.Find(wallet, now)?.Positions.FirstOrDefault(p => p.Protocol == protocol) is { } position) positions[wallet] = position;
        var tokens = positions.Values.SelectMany(p => p.Supplied.Select(s => s.Asset).Concat(p.Borrowed.Select(b => b.Asset))).Distinct();
        return new(now, positions, new Dictionary<WalletAddress, string>(), Prices(tokens, now));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TokenQuote>> QuotesAsync(IReadOnlyList<TokenSymbol> tokens, CancellationToken cancellationToken)
    {
        await quality.AskAsync(SourceName.CoinGecko, cancellationToken);
        var now = time.GetUtcNow();
        return [.. Prices(tokens, now).Select(p => new TokenQuote(p.Key, p.Value, chain.Volume(p.Key, now), now))];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DayPrice>> HistoryAsync(TokenSymbol token, int days, CancellationToken cancellationToken)
    {
        await quality.AskAsync(SourceName.CoinGecko, cancellationToken);
        return chain.Closes(token, days, time.GetUtcNow());
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TokenBalance>> ReadAsync(WalletAddress wallet, CancellationToken cancellationToken)
    {
        await quality.AskAsync(SourceName.Alchemy, cancellationToken);
        return chain.Find(wallet, time.GetUtcNow())?.Balances ?? [];
    }

    /// <inheritdoc/>
    async Task<GasQuote> IGasSource.ReadAsync(CancellationToken cancellationToken)
    {
        await quality.AskAsync(SourceName.Etherscan, cancellationToken);
        var now = time.GetUtcNow();
        return new(GasAt(now), now);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<LendingProtocol, Usd>> LockedAsync(CancellationToken cancellationToken)
    {
        await quality.AskAsync(SourceName.DefiLlama, cancellationToken);
        return Locked;
    }

    /// <inheritdoc/>
    async Task<MoodQuote> IMoodSource.ReadAsync(CancellationToken cancellationToken)
    {
        await quality.AskAsync(SourceName.AlternativeMe, cancellationToken);
        var now = time.GetUtcNow();
        return MoodOf(chain.Closes(TokenSymbol.Eth, MoodDays + 1, now)) is { } mood
            ? new(mood, now)
            : throw new SourceUnavailableException(SourceName.AlternativeMe, SourceFault.NotConfigured, "Too few closes of ether are known to tell a mood.");
    }

    /// <summary>
    /// The mood that goes with closes of ether, 0 to 100: <c>50 (1 + tanh z)</c>, z being the log return of the last 30 days in its own standard
    /// deviations. Of the real index' parts (momentum, volatility, what people write and search for) a simulated market has no others. Null
    /// when there are fewer closes.
    /// </summary>
    public static int? MoodOf(IReadOnlyList<DayPrice> closes)
    {
        if (closes.Count <= MoodDays) return null;
        double[] prices = [.. closes.TakeLast(MoodDays + 1).Select(c => Math.Log((double)c.Price.Value))];
        double[] returns = [.. prices.Zip(prices.Skip(1), (before, after) => after - before)];
        var deviation = CloseToCloseVolatility.OfReturns(returns, periodsPerYear: MoodDays);
        return deviation > 0 ? (int)Math.Round(50 * (1 + Math.Tanh((prices[^1] - prices[0]) / deviation))) : null;
    }

    /// <summary>The price of gas in 1e-9 ether: lognormal about 6, drawn for each hour, and in between on the line.</summary>
    public static decimal GasAt(DateTimeOffset at)
    {
        var (hour, past) = (at.ToUnixTimeSeconds() / 3_600, at.ToUnixTimeSeconds() % 3_600 / 3_600.0);
        var level = ((1 - past) * Draws.Normal(GasStream, hour)) + (past * Draws.Normal(GasStream, hour + 1));
        return Math.Round((decimal)(6 * Math.Exp(0.6 * level)), 3);
    }

    private Dictionary<TokenSymbol, UsdPrice> Prices(IEnumerable<TokenSymbol> tokens, DateTimeOffset at)
    {
        var prices = new Dictionary<TokenSymbol, UsdPrice>();
        foreach (var token in tokens)
            if (chain.Price(token, at) is { } price) prices[token] = price;
        return prices;
    }
}
