namespace LiquidityRisk.Functions.Hosting.Access;

/// <summary>Makes a call that is much work, or that changes much, count as several requests of the caller's allowance.</summary>
/// <param name="requests">How many, 2 or more.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class WeightAttribute(int requests) : Attribute
{
    public int Requests => requests;
}
