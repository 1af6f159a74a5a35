using LiquidityRisk.Adapters.Wallets.Alchemy;
using LiquidityRisk.Adapters.Wallets.Http;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Flows.Wallets.Sources;
using LiquidityRisk.Units;

namespace LiquidityRisk.Adapters.Wallets.TheGraph;

/// <summary>
/// Reads positions in a lending protocol: all pages as of one block, then wallet by wallet. The subgraph tells that a wallet has used
/// an efficiency mode but not which; that is read from the chain, and where it cannot be, the position carries a caveat.
/// </summary>
internal sealed class LendingPositions(SubgraphClient subgraphs, AaveModes modes)
{
    private const int MostPages = 20;

    public async Task<PositionBatch> ReadAsync(
        LendingProtocol protocol, string subgraph, IReadOnlyList<WalletAddress> wallets, CancellationToken cancellationToken)
    {
        var (entries, asOf) = await PagesAsync(protocol, subgraph, wallets, cancellationToken);
        var positions = new Dictionary<WalletAddress, ProtocolPosition>();
        var faults = new Dictionary<WalletAddress, string>();
        foreach (var (wallet, own) in entries)
        {
            try
            {
                positions[wallet] = LendingEntries.Assemble(protocol, own);
            }
            catch (PositionFaultException e)
            {
                faults[wallet] = e.Message;
            }
        }

        var sound = entries.Where(e => positions.ContainsKey(e.Key)).ToDictionary(e => e.Key, e => e.Value);
        var caveats = await ChooseModesAsync(protocol, sound, positions, cancellationToken);
        return new PositionBatch(asOf, positions, faults, OraclePrices(sound.Values.SelectMany(e => e))) { Caveats = caveats };
    }

    private async Task<(Dictionary<WalletAddress, List<PositionWire>> Entries, DateTimeOffset AsOf)> PagesAsync(
        LendingProtocol protocol, string subgraph, IReadOnlyList<WalletAddress> wallets, CancellationToken cancellationToken)
    {
        var entries = new Dictionary<WalletAddress, List<PositionWire>>();
        var asked = wallets.Select(w => w.Value).ToList();
        var (after, block, first) = ("", default(long?), default(DateTimeOffset?));
        for (var page = 0; page < MostPages; page++)
        {
            var question = new GraphQuestion(GraphQueries.Positions(protocol, block), new GraphVariables(asked, after));
            var (data, asOf) = await subgraphs.AskAsync(
                subgraph, $"positions in {protocol}", question, WalletSourcesJson.Default.Positions, d => CheckOwners(d, asked), cancellationToken);
            foreach (var entry in data.Positions)
            {
                var wallet = WalletAddress.Parse(entry.Account.Id);
                if (!entries.TryGetValue(wallet, out var own)) entries.Add(wallet, own = []);
                own.Add(entry);
            }

            (first, block) = (first ?? asOf, block ?? data.Meta.Block.Number);
            if (data.Positions.Count < GraphQueries.PageSize) return (entries, first.Value);
            after = data.Positions[^1].Id;
        }

        throw new SourceUnavailableException(SourceName.TheGraph, SourceFault.Unusable, $"TheGraph gave more positions in {protocol} than so few wallets can have.");
    }

    private static void CheckOwners(PositionsWire data, List<string> asked)
    {
        if (data.Positions.Count > GraphQueries.PageSize || data.Positions.Any(p => !asked.Contains(p.Account.Id, StringComparer.Ordinal)))
            throw AttemptFailedException.Unusable("positions are told that were not asked for");
    }

    private async Task<IReadOnlyDictionary<WalletAddress, PositionCaveat>> ChooseModesAsync(
        LendingProtocol protocol,
        Dictionary<WalletAddress, List<PositionWire>> entries,
        Dictionary<WalletAddress, ProtocolPosition> positions,
        CancellationToken cancellationToken)
    {
        List<WalletAddress> users = protocol == LendingProtocol.AaveV3
            ? [.. entries.Where(e => e.Value.Exists(p => p.Account.EMode is true)).Select(e => e.Key).Order()]
            : [];
        if (users.Count == 0) return new Dictionary<WalletAddress, PositionCaveat>();
        try
        {
            foreach (var (wallet, mode) in await modes.ReadAsync(users, cancellationToken))
            {
                var position = positions[wallet];
                var held = Held(entries[wallet]);
                var fees = position.Supplied.Where(s => held.Any(h => h.Value == s.Asset && mode.Collateral.Contains(h.Key))).Select(s => s.Terms.ProtocolFee);
                positions[wallet] = position with { Mode = mode.For(held, fees.DefaultIfEmpty().Max()) };
            }

            return new Dictionary<WalletAddress, PositionCaveat>();
        }
        catch (SourceUnavailableException)
        {
            return users.ToDictionary(u => u, _ => PositionCaveat.EfficiencyModeUnknown);
        }
    }

    private static Dictionary<string, TokenSymbol> Held(IEnumerable<PositionWire> entries) => entries
        .DistinctBy(e => e.Market.InputToken.Id, StringComparer.Ordinal)
        .ToDictionary(e => e.Market.InputToken.Id, LendingEntries.Token, StringComparer.Ordinal);

    // A token that two markets price differently has no one price.
    private static Dictionary<TokenSymbol, UsdPrice> OraclePrices(IEnumerable<PositionWire> entries) => entries
        .Select(e => (Token: LendingEntries.Token(e), Price: TokenUnits.TryNumber(e.Market.InputTokenPriceUsd, out var price) ? price : 0))
        .Where(e => e.Price > 0)
        .Distinct()
        .GroupBy(e => e.Token)
        .Where(same => same.Count() == 1)
        .ToDictionary(same => same.Key, same => new UsdPrice(same.Single().Price));
}
