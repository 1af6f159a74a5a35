namespace LiquidityRisk.Domain.Wallets.Security;

/// <summary>
/// Where a request comes from. Two are equal when their addresses are; but only the network can be read, so that no whole address is written
/// down. <c>default</c> is unknown.
/// </summary>
public readonly record struct ClientOrigin
{
    private readonly string? _address;

    /// <summary>Takes an address.</summary>
    /// <param name="address">The whole address, in one spelling.</param>
    /// <param name="network">The network that it is in, for example <c>203.0.113.0/24</c>.</param>
    public ClientOrigin(string address, string network) => (_address, Network) = (address, network);

    /// <summary>The network; null when unknown.</summary>
    public string? Network { get; }

    /// <summary>The network.</summary>
    public override string ToString() => _address is null ? "unknown" : Network!;
}
