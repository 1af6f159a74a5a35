using System.Text.Json;
using LiquidityRisk.Contracts;
using LiquidityRisk.Flows.Explanations;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Wallets.Tests;

public class ExplanationTests
{
    private readonly WalletWorld _world = new();

    [Fact]
    public async Task Figures_follow_from_what_they_are_said_to_be_made_of()
    {
        var tree = await ExplainAsync(1.23m);
        var root = tree.Id;
        var factor = tree.Find(root + ".health_factor.aave_v3")!;
        var secures = factor.Inputs.Where(i => i.Id.Contains(".secures.", StringComparison.Ordinal)).ToList();
        var debts = factor.Inputs.Where(i => i.Id.Contains(".borrowed.", StringComparison.Ordinal)).ToList();
        var ratio = tree.Find(root + ".health_ratio")!;
        var collateral = ratio.Inputs.Where(i => i.Id.Contains(".supplied.", StringComparison.Ordinal));

        Assert.Equal(1.23, factor.Value!.Value, 1e-9);
        Assert.Equal(Sum(secures) / Sum(debts), factor.Value.Value, 1e-9);
        Assert.Equal(Sum(collateral) / (Sum(debts) * (double)_world.Rules.SafetyThreshold), ratio.Value!.Value, 1e-9);
        Assert.All(secures, s => Assert.Equal(Product(s), s.Value!.Value, 1e-9 * s.Value.Value));
        Assert.All(secures.Select(s => s.Inputs[0]).Concat(debts), h => Assert.Equal(Product(h), h.Value!.Value, 1e-9 * h.Value.Value));
        Assert.Equal(Sum(tree.Find(root + ".net_worth")!.Inputs), tree.Find(root + ".net_worth")!.Value!.Value, 1e-6);
    }

    [Fact]
    public async Task Health_at_exit_follows_from_the_exit_costs()
    {
        var tree = await ExplainAsync(1.23m);
        var exit = tree.Find(tree.Id + ".health_factor_at_exit.aave_v3")!;
        var kept = exit.Inputs.Where(i => i.Id.Contains(".secures.", StringComparison.Ordinal))
            .Sum(s => s.Value!.Value * (1 - tree.Find($"{tree.Id}.exit_cost.{s.Id.Split('.')[^1]}")!.Value!.Value));

        Assert.Equal(kept / Sum(exit.Inputs.Where(i => i.Id.Contains(".borrowed.", StringComparison.Ordinal))), exit.Value!.Value, 1e-9);
    }

    [Fact]
    public async Task Every_branch_ends_at_what_was_read()
    {
        var tree = await ExplainAsync(1.23m);

        Assert.All(Leaves(tree), leaf => Assert.StartsWith("event:", leaf.Id, StringComparison.Ordinal));
        Assert.Equal(
            ["event:balances:alchemy", "event:market:20260105T090000000", "event:positions:the_graph"],
            Leaves(tree).Select(l => string.Join(':', l.Id.Split(':').Take(3))).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_same_inputs_are_explained_alike_on_another_instance()
    {
        var wallet = await WatchedAsync(1.23m);

        var here = await _world.Read.ExplainAsync(wallet, WalletTopics.Main(wallet), CancellationToken.None);
        var there = await new WalletWorld(_world).Read.ExplainAsync(wallet, WalletTopics.Main(wallet), CancellationToken.None);

        Assert.Equal(JsonSerializer.Serialize(here), JsonSerializer.Serialize(there));
    }

    [Fact]
    public async Task A_figure_that_is_not_there_is_not_explained()
    {
        var wallet = await WatchedAsync(1.23m);
        Assert.Null(await _world.Read.ExplainAsync(wallet, WalletTopics.Main(wallet) + ".weather", CancellationToken.None));
        Assert.Null(await _world.Read.ExplainAsync(_world.Chain.Borrower(2, 1.5m), WalletTopics.Main(wallet), CancellationToken.None));
    }

    private async Task<ExplanationAnswer> ExplainAsync(decimal factor)
    {
        var wallet = await WatchedAsync(factor);
        return (await _world.Read.ExplainAsync(wallet, WalletTopics.Main(wallet), CancellationToken.None))!;
    }

    private async Task<WalletAddress> WatchedAsync(decimal factor)
    {
        var wallet = _world.Chain.Borrower(1, factor);
        await _world.Track.TrackAsync(wallet, "ana", CancellationToken.None);
        return wallet;
    }

    private static double Sum(IEnumerable<ExplanationAnswer> nodes) => nodes.Sum(n => n.Value!.Value);

    private static double Product(ExplanationAnswer node) => node.Inputs.Aggregate(1.0, (product, input) => product * input.Value!.Value);

    private static IEnumerable<ExplanationAnswer> Leaves(ExplanationAnswer node) => node.Inputs.Count == 0 ? [node] : node.Inputs.SelectMany(Leaves);
}
