using System.Text;
using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Units;

namespace LiquidityRisk.Local.Simulator.Wallets;

/// <summary>
/// An invented chain: its wallets and prices are a function of the seed and of the time alone, so that a restart finds everything where it
/// would have been. Safe for concurrent use.
/// </summary>
internal sealed class SimulatedChain : IWalletChain
{
    private readonly Dictionary<WalletAddress, WalletLife> _lives = [];
    private readonly TokenPaths _paths;

    /// <summary>Makes the persona and so many wallets.</summary>
    public SimulatedChain(int seed, int wallets)
    {
        _paths = new TokenPaths(seed);
        var draws = new Draws((ulong)(uint)seed);
        var making = new LoanMaking(draws);
        for (var i = 0; i <= wallets; i++) _lives.Add(AddressOf(seed, i), new WalletLife(i, _paths, making, draws));
        Wallets = [.. _lives.Keys];
    }

    /// <inheritdoc/>
    public IReadOnlyList<WalletAddress> Wallets { get; }

    /// <inheritdoc/>
    public WalletHoldings? Find(WalletAddress address, DateTimeOffset at)
    {
        if (!_lives.TryGetValue(address, out var life)) return null;
        lock (life)
        {
            life.GoTo(TokenPaths.StepOf(at));
            return life.Holdings(address, at);
        }
    }

    /// <inheritdoc/>
    public UsdPrice? Price(TokenSymbol token, DateTimeOffset at) =>
        SimulatedTokens.PlaceOf(token) is { } place ? _paths.Price(place, at) : null;

    /// <inheritdoc/>
    public Usd? Volume(TokenSymbol token, DateTimeOffset at) =>
        SimulatedTokens.PlaceOf(token) is { } place ? _paths.Volume(place, DateOnly.FromDateTime(at.UtcDateTime)) : null;

    /// <inheritdoc/>
    public IReadOnlyList<DayPrice> Closes(TokenSymbol token, int days, DateTimeOffset at) =>
        SimulatedTokens.PlaceOf(token) is { } place ? _paths.Closes(place, days, DateOnly.FromDateTime(at.UtcDateTime)) : [];

    /// <summary>A wallet's address: the last 20 bytes of a hash of its name, as of a public key.</summary>
    private static WalletAddress AddressOf(int seed, int wallet) => wallet == WalletLife.ThePersona
        ? Persona.Address
        : WalletAddress.FromBytes(Keccak256.Of(Encoding.ASCII.GetBytes(FormattableString.Invariant($"simulated wallet {seed}/{wallet}"))).AsSpan(12));
}
