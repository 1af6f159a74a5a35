namespace LiquidityRisk.Functions.Hosting.Access;

/// <summary>Takes an HTTP function out of the rate limits: probes and the platform's own deliveries must always get through.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnmeteredAttribute : Attribute;
