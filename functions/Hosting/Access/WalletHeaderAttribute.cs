namespace LiquidityRisk.Functions.Hosting.Access;

/// <summary>
/// Lets an HTTP function be called only for the wallet that the header <c>x-wallet-address</c> names, by somebody who may read it:
/// whoever has proven it, and those whose role reads every wallet. Handlers get the wallet from <see cref="WalletRequests.RequireWallet"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class WalletHeaderAttribute : Attribute;
