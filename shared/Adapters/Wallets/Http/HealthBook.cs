using LiquidityRisk.Flows.Wallets.Sources;

namespace LiquidityRisk.Adapters.Wallets.Http;

/// <summary>Keeps how each source has answered of late.</summary>
internal sealed class HealthBook(IReadOnlyList<SourceCalls> calls) : ISourceHealth
{
    public IReadOnlyList<SourceHealth> List() => [.. calls.Select(c => c.Health)];
}
