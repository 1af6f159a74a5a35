namespace LiquidityRisk.Flows.Calculations;

/// <summary>Stops a calculation whose request is at fault.</summary>
/// <param name="member">The member at fault.</param>
/// <param name="message">What is expected, in words.</param>
/// <param name="isImpossible">The request is well-formed, but its numbers have no answer.</param>
public sealed class CalculationRefusedException(string member, string message, bool isImpossible = false) : Exception(message)
{
    /// <summary>The member at fault.</summary>
    public string Field => member;

    /// <summary>Whether the request is well-formed, but its numbers have no answer.</summary>
    public bool IsImpossible => isImpossible;
}
