using System.Numerics;
using System.Text.Json;
using LiquidityRisk.Adapters.Wallets.Http;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Flows.Wallets.Sources;
using LiquidityRisk.Units;

namespace LiquidityRisk.Adapters.Wallets.Alchemy;

/// <summary>Ether and the known tokens that lie free in a wallet, read in one request. Tokens that are not known are not asked for.</summary>
internal sealed class AlchemyBalanceSource(SourceOptions options, EthereumRpc rpc, TimeProvider time) : IBalanceSource
{
    private const int EtherDecimals = 18;
    private const int WalletsKept = 10_000;

    private static readonly IReadOnlyList<string> Tokens = [.. KnownTokens.All.Select(t => t.Address)];

    private readonly TimedCache<WalletAddress, IReadOnlyList<TokenBalance>> _cache = new(options.TimeToLive, options.MaxAge, WalletsKept, time);

    public Task<IReadOnlyList<TokenBalance>> ReadAsync(WalletAddress wallet, CancellationToken cancellationToken)
    {
        rpc.Require();
        return _cache.GetAsync(
            wallet,
            token => rpc.CallAsync(
                "balances", [RpcCall.Balance(wallet), RpcCall.TokenBalances(wallet, Tokens)], results => Understand(results, wallet), token),
            cancellationToken);
    }

    private static IReadOnlyList<TokenBalance> Understand(IReadOnlyList<JsonElement> results, WalletAddress wallet)
    {
        if (results[0].ValueKind != JsonValueKind.String || !TokenUnits.TryHex(results[0].GetString(), out var wei))
            throw AttemptFailedException.Unusable("the ether of the wallet is no number");
        var balances = new List<TokenBalance>();
        Add(TokenSymbol.Eth, wei, EtherDecimals);
        foreach (var (token, units) in KnownTokens.All.Zip(EthereumRpc.Balances(results[1], wallet, Tokens))) Add(token.Symbol, units, token.Decimals);
        return balances;

        void Add(TokenSymbol symbol, BigInteger units, int decimals)
        {
            if (units.IsZero) return;
            var amount = TokenUnits.Whole(units, decimals) ?? throw AttemptFailedException.Unusable($"the balance of {symbol} is larger than any");
            balances.Add(new TokenBalance(symbol, new TokenAmount(amount)));
        }
    }
}
