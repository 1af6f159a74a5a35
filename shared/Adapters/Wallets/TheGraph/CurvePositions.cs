using System.Text.Json;
using LiquidityRisk.Adapters.Wallets.Alchemy;
using LiquidityRisk.Adapters.Wallets.Http;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Flows.Wallets.Sources;
using LiquidityRisk.Units;

namespace LiquidityRisk.Adapters.Wallets.TheGraph;

/// <summary>
/// Reads shares of Curve's largest pools. The subgraph knows the pools and what a share is worth but not who has them; that is read
/// from the chain. Shares that are staked in a gauge or elsewhere are not the wallet's own there and are not seen.
/// </summary>
internal sealed class CurvePositions(SubgraphClient subgraphs, EthereumRpc rpc, TimeProvider time)
{
    private const int WalletsPerRequest = 10;
    private const int DigitsOfAddress = 6;
    private const int MostSymbol = TokenSymbol.MaxLength - DigitsOfAddress - 1;

    private readonly TimedCache<string, IReadOnlyList<CurveShare>> _pools = new(TimeSpan.FromHours(1), TimeSpan.FromDays(1), capacity: 4, time);

    public async Task<PositionBatch> ReadAsync(string subgraph, IReadOnlyList<WalletAddress> wallets, CancellationToken cancellationToken)
    {
        subgraphs.Require();
        rpc.Require();
        var shares = await _pools.GetAsync(subgraph, stop => AskPoolsAsync(subgraph, stop), cancellationToken);
        var asOf = time.GetUtcNow();
        var addresses = shares.Select(s => s.Address).ToList();
        var (positions, faults) = (new Dictionary<WalletAddress, ProtocolPosition>(), new Dictionary<WalletAddress, string>());
        foreach (var some in wallets.Chunk(WalletsPerRequest))
        {
            var results = await rpc.CallAsync(
                "pool shares", [.. some.Select(w => RpcCall.TokenBalances(w, addresses))], r => Balances(r, some, addresses), cancellationToken);
            foreach (var (wallet, units) in some.Zip(results))
            {
                var held = shares.Zip(units).Where(s => !s.Second.IsZero).Select(s => (Share: s.First, Amount: TokenUnits.Whole(s.Second, s.First.Decimals))).ToList();
                if (held.Exists(h => h.Amount is null)) faults[wallet] = "a balance is larger than any";
                else if (held.Count > 0) positions[wallet] = new(LendingProtocol.Curve, [.. held.Select(h => Supplied(h.Share, h.Amount!.Value))], []);
            }
        }

        var prices = shares.Where(s => s.Price is not null).ToDictionary(s => s.Symbol, s => s.Price!.Value);
        return new PositionBatch(asOf, positions, faults, prices);
    }

    private static IReadOnlyList<IReadOnlyList<System.Numerics.BigInteger>> Balances(
        IReadOnlyList<JsonElement> results, WalletAddress[] wallets, List<string> addresses) =>
        [.. wallets.Zip(results, (wallet, result) => EthereumRpc.Balances(result, wallet, addresses))];

    private static SuppliedAsset Supplied(CurveShare share, decimal amount) =>
        new(share.Symbol, new TokenAmount(amount), CollateralTerms.None, IsCollateral: false, Apy: null);

    private async Task<IReadOnlyList<CurveShare>> AskPoolsAsync(string subgraph, CancellationToken cancellationToken)
    {
        var question = new GraphQuestion(GraphQueries.LargestPools, new GraphVariables(Wallets: null, After: ""));
        var (data, _) = await subgraphs.AskAsync(
            subgraph, "Curve's pools", question, WalletSourcesJson.Default.Pools, static _ => { }, cancellationToken);
        var (shares, symbols) = (new List<CurveShare>(), new HashSet<TokenSymbol>());
        foreach (var token in data.LiquidityPools.Select(p => (Token: p.OutputToken, Price: p.OutputTokenPriceUsd)).DistinctBy(t => t.Token?.Id, StringComparer.Ordinal))
        {
            if (Share(token.Token, token.Price, symbols) is { } share) shares.Add(share);
        }

        return shares;
    }

    // Pools are made by anybody and called anything: a symbol that is taken already gets some of its token's address behind it.
    private static CurveShare? Share(TokenWire? token, string? price, HashSet<TokenSymbol> taken)
    {
        if (token is null || token.Decimals is < 0 or > 28 || !WalletAddress.TryParse(token.Id, out var address, out _)) return null;
        if (!TokenSymbol.TryParse(token.Symbol, out var symbol)) return null;
        if (!taken.Add(symbol))
        {
            var plain = token.Symbol.Length > MostSymbol ? token.Symbol[..MostSymbol] : token.Symbol;
            symbol = TokenSymbol.Parse($"{plain}-{address.Value[2..(2 + DigitsOfAddress)]}");
            if (!taken.Add(symbol)) return null;
        }

        return new CurveShare(symbol, address.Value, token.Decimals, TokenUnits.TryNumber(price, out var usd) && usd > 0 ? new UsdPrice(usd) : null);
    }

    private sealed record CurveShare(TokenSymbol Symbol, string Address, int Decimals, UsdPrice? Price);
}
