using LiquidityRisk.Domain.Bonds.Exits;

namespace LiquidityRisk.Flows.Ports;

/// <summary>Where the exit policy comes from. It may change while the app runs.</summary>
public interface IExitPolicies
{
    /// <summary>The policy in force; the same instance while it does not change.</summary>
    ExitPolicy Current { get; }

    /// <summary>The text that the policy in force was read from, kept so that old decisions can be made again.</summary>
    string CurrentText { get; }

    /// <summary>Reads a policy from such a text.</summary>
    /// <exception cref="FormatException">It is not a complete, consistent policy.</exception>
    ExitPolicy Parse(string text);
}
