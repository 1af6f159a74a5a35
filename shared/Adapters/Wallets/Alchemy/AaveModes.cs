using System.Numerics;
using LiquidityRisk.Adapters.Wallets.Http;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Flows.Wallets.Sources;
using LiquidityRisk.Units;

namespace LiquidityRisk.Adapters.Wallets.Alchemy;

/// <summary>
/// The efficiency modes of Aave v3 on Ethereum, read from its pool: which one a wallet has chosen, what its terms are and for which of
/// the reserves, whose numbers are their places in the pool's list. Source: aave-dao/aave-v3-origin, <c>IPool.sol</c> (from v3.2).
/// </summary>
internal sealed class AaveModes(EthereumRpc rpc, TimeProvider time)
{
    private const string Pool = "0x87870bca3f3fd6335c3f4ce8392d69350b4fa4e2";
    private const int PpmPerBasisPoint = 100;
    private const int WholeBasisPoints = 10_000;
    private const int MostModes = 255;

    // Terms change by a vote of many days.
    private readonly TimedCache<int, EfficiencyModeOnChain> _modes = new(TimeSpan.FromHours(1), TimeSpan.FromDays(1), MostModes, time);

    /// <summary>The mode of each wallet that has one.</summary>
    /// <exception cref="SourceUnavailableException">They could not be read.</exception>
    public async Task<IReadOnlyDictionary<WalletAddress, EfficiencyModeOnChain>> ReadAsync(
        IReadOnlyList<WalletAddress> wallets, CancellationToken cancellationToken)
    {
        rpc.Require();
        var chosen = await ChosenAsync(wallets, cancellationToken);
        var modes = new Dictionary<WalletAddress, EfficiencyModeOnChain>();
        foreach (var (wallet, id) in chosen) modes[wallet] = await _modes.GetAsync(id, stop => ModeAsync(id, stop), cancellationToken);
        return modes;
    }

    private Task<IReadOnlyDictionary<WalletAddress, int>> ChosenAsync(IReadOnlyList<WalletAddress> wallets, CancellationToken cancellationToken) =>
        rpc.CallAsync<IReadOnlyDictionary<WalletAddress, int>>(
            "the chosen efficiency modes",
            [.. wallets.Select(w => RpcCall.Contract(Pool, ContractWords.Call("getUserEMode(address)", ContractWords.Number(w))))],
            results => wallets.Zip(results, (wallet, result) => (wallet, Id: ContractWords.At(ContractWords.Split(result), 0)))
                .Where(chosen => !chosen.Id.IsZero)
                .ToDictionary(chosen => chosen.wallet, chosen => chosen.Id <= MostModes ? (int)chosen.Id : throw NoMode()),
            cancellationToken);

    private Task<EfficiencyModeOnChain> ModeAsync(int id, CancellationToken cancellationToken) => rpc.CallAsync(
        "an efficiency mode",
        [
            RpcCall.Contract(Pool, ContractWords.Call("getEModeCategoryCollateralConfig(uint8)", id)),
            RpcCall.Contract(Pool, ContractWords.Call("getEModeCategoryLabel(uint8)", id)),
            RpcCall.Contract(Pool, ContractWords.Call("getEModeCategoryCollateralBitmap(uint8)", id)),
            RpcCall.Contract(Pool, ContractWords.Call("getReservesList()")),
        ],
        results =>
        {
            var terms = ContractWords.Split(results[0]);
            var bitmap = ContractWords.At(ContractWords.Split(results[2]), 0);
            var reserves = ContractWords.List(ContractWords.Split(results[3]));
            return new EfficiencyModeOnChain(
                id,
                ContractWords.Text(ContractWords.Split(results[1])),
                Share(ContractWords.At(terms, 0)),
                Share(ContractWords.At(terms, 1)),
                Share(ContractWords.At(terms, 2) - WholeBasisPoints),
                [.. reserves.Where((_, place) => !((bitmap >> place) & BigInteger.One).IsZero).Select(word => "0x" + word[^40..])]);
        },
        cancellationToken);

    private static PartsPerMillion Share(BigInteger basisPoints) =>
        basisPoints.Sign >= 0 && basisPoints <= WholeBasisPoints ? new((int)basisPoints * PpmPerBasisPoint) : throw NoMode();

    private static AttemptFailedException NoMode() => AttemptFailedException.Unusable("an efficiency mode is out of range");
}

/// <summary>A mode as the pool knows it.</summary>
/// <param name="Id">Its number, 1 to 255.</param>
/// <param name="Label">Its name.</param>
/// <param name="LoanToValue">How much may be borrowed at first.</param>
/// <param name="Threshold">Up to how much debt it is safe.</param>
/// <param name="Bonus">What a liquidator gets beyond the debt.</param>
/// <param name="Collateral">The addresses of the tokens for which it holds, in lower case.</param>
internal sealed record EfficiencyModeOnChain(
    int Id, string Label, PartsPerMillion LoanToValue, PartsPerMillion Threshold, PartsPerMillion Bonus, IReadOnlyList<string> Collateral)
{
    /// <summary>The same in terms of a wallet's own assets.</summary>
    /// <param name="held">The tokens' symbols by address, in lower case.</param>
    /// <param name="protocolFee">The protocol's part of the bonus, which a mode does not change.</param>
    public EfficiencyMode For(IReadOnlyDictionary<string, TokenSymbol> held, PartsPerMillion protocolFee) => new(
        Id,
        Label,
        new CollateralTerms(LoanToValue, Threshold, Bonus, protocolFee),
        [.. Collateral.Where(held.ContainsKey).Select(a => held[a])]);
}
