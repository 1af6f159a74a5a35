using LiquidityRisk.Domain.Bonds.Exits;
using LiquidityRisk.Flows.Ports;

namespace LiquidityRisk.TestKit;

/// <summary>A policy that a test holds in its hand; its text is its version.</summary>
public sealed class FixedExitPolicies(ExitPolicy policy) : IExitPolicies
{
    public ExitPolicy Current { get; set; } = policy;

    public string CurrentText => Current.Version;

    public ExitPolicy Parse(string text) => text == Current.Version ? Current : throw new FormatException($"There is no policy {text}.");
}
