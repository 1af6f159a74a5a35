namespace LiquidityRisk.Adapters.Wallets.TheGraph;

/// <summary>What is told of one wallet contradicts itself. The message names no address.</summary>
internal sealed class PositionFaultException(string message) : Exception(message);
