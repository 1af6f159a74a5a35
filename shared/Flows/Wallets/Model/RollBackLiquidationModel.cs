namespace LiquidityRisk.Flows.Wallets.Model;

/// <summary>Puts an earlier version of the liquidation model in force again.</summary>
public sealed class RollBackLiquidationModel(ModelBook book)
{
    /// <summary>Rolls back.</summary>
    /// <param name="version">To which version that was in force once; null for the one before.</param>
    /// <param name="actor">Who wants it.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="WalletRefusedException">There is no such version, or it is in force.</exception>
    public async Task RollBackAsync(string? version, string actor, CancellationToken cancellationToken) => await book.ChangeAsync(
        standing =>
        {
            if (standing.InForce is not { } before) throw new WalletRefusedException("version", "No model is in force.");
            var target = version ?? standing.Earlier.LastOrDefault() ?? throw new WalletRefusedException("version", "No version was in force before this one.");
            if (target == before) throw new WalletRefusedException("version", "This version is in force.");
            if (!standing.Earlier.Contains(target) && !standing.RolledBack.Contains(target))
                throw new WalletRefusedException("version", "Only a version that was in force once can be put in force again.");
            var act = new ModelAct(target, $"Version {target} was put in force again in place of {before}.", before);
            return new(standing.RollBack(target), act, "model_rolled_back", actor);
        },
        cancellationToken);
}
