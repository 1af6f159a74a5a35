using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Flows.Wallets.Sources;
using LiquidityRisk.Units;

namespace LiquidityRisk.Benchmarks;

/// <summary>Loans with three collaterals and two debts each, that are told at once; a part of them late or not at all.</summary>
/// <param name="failing">One wallet in so many contradicts itself; 0 for none.</param>
/// <param name="slow">The balances of one wallet in so many are late; 0 for none.</param>
/// <param name="delay">How late.</param>
internal sealed class InstantSources(int failing, int slow, TimeSpan delay) : IPositionSource, IBalanceSource, IPriceSource, IGasSource, IProtocolSource, IMoodSource
{
    private static readonly string[] Tokens = ["ETH", "WETH", "wstETH", "WBTC", "LINK", "USDC", "DAI"];
    private static readonly decimal[] Prices = [2_500, 2_500, 3_000, 60_000, 15, 1, 1];

    public int MaxWallets => 100;

    public static WalletAddress Address(int number) =>
        WalletAddress.FromBytes(System.Security.Cryptography.SHA256.HashData(BitConverter.GetBytes(number)).AsSpan(0, 20));

    public Task<PositionBatch> ReadAsync(LendingProtocol protocol, IReadOnlyList<WalletAddress> wallets, CancellationToken cancellationToken) => Task.FromResult(
        new PositionBatch(
            TimeProvider.System.GetUtcNow(),
            protocol is LendingProtocol.AaveV3 ? wallets.Where(w => !IsOneIn(failing, w)).ToDictionary(w => w, Loan) : [],
            protocol is LendingProtocol.AaveV3 ? wallets.Where(w => IsOneIn(failing, w)).ToDictionary(w => w, _ => "a negative balance") : [],
            new Dictionary<TokenSymbol, UsdPrice>()));

    public async Task<IReadOnlyList<TokenBalance>> ReadAsync(WalletAddress wallet, CancellationToken cancellationToken)
    {
        if (IsOneIn(slow, wallet)) await Task.Delay(delay, TimeProvider.System, cancellationToken);
        return [new(TokenSymbol.Eth, new(1)), new(TokenSymbol.Parse("USDC"), new(2_000))];
    }

    public Task<IReadOnlyList<TokenQuote>> QuotesAsync(IReadOnlyList<TokenSymbol> tokens, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<TokenQuote>>(
        [.. tokens.Where(t => Array.IndexOf(Tokens, t.Value) >= 0).Select(t => new TokenQuote(t, new(Prices[Array.IndexOf(Tokens, t.Value)]), new(5e8m), TimeProvider.System.GetUtcNow()))]);

    public Task<IReadOnlyList<DayPrice>> HistoryAsync(TokenSymbol token, int days, CancellationToken cancellationToken)
    {
        var at = Array.IndexOf(Tokens, token.Value);
        var yesterday = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-1);
        return Task.FromResult<IReadOnlyList<DayPrice>>(at < 0 ? [] : [.. Enumerable.Range(0, days).Select(back => new DayPrice(
            yesterday.AddDays(-back), new(Prices[at] * (decimal)(1 + ((at < 5 ? 0.03 : 0.0005) * Math.Sin((back * 1.7) + at))))))]);
    }

    public Task<GasQuote> ReadAsync(CancellationToken cancellationToken) => Task.FromResult(new GasQuote(10, TimeProvider.System.GetUtcNow()));

    public Task<IReadOnlyDictionary<LendingProtocol, Usd>> LockedAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<LendingProtocol, Usd>>(new Dictionary<LendingProtocol, Usd>());

    private static bool IsOneIn(int many, WalletAddress wallet) => many > 0 && ((wallet.ToBytes()[0] << 8) + wallet.ToBytes()[1]) % many == 0;

    private static ProtocolPosition Loan(WalletAddress wallet)
    {
        var size = 1 + (wallet.ToBytes()[3] / 16m);
        var owed = size * (18_000 + (wallet.ToBytes()[4] * 30m));
        return new(
            LendingProtocol.AaveV3,
            [Supplied("WETH", 5 * size, 830_000), Supplied("wstETH", 2 * size, 810_000), Supplied("WBTC", 0.2m * size, 780_000)],
            [new(TokenSymbol.Parse("USDC"), new(owed * 0.7m), 0.05), new(TokenSymbol.Parse("DAI"), new(owed * 0.3m), 0.05)]);
    }

    Task<MoodQuote> IMoodSource.ReadAsync(CancellationToken cancellationToken) => Task.FromResult(new MoodQuote(50, TimeProvider.System.GetUtcNow()));

    private static SuppliedAsset Supplied(string token, decimal amount, int threshold) => new(
        TokenSymbol.Parse(token), new(amount), new(new(threshold - 30_000), new(threshold), new(50_000), new(100_000)), IsCollateral: true, 0.02);
}
