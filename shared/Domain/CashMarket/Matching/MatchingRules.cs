namespace LiquidityRisk.Domain.CashMarket.Matching;

/// <summary>What a market is run by. All instances that serve one journal use the same.</summary>
public sealed record MatchingRules
{
    /// <summary>Cancel the newest on self-trade; remember 65,536 commands.</summary>
    public static MatchingRules Standard { get; } = new(SelfTradePolicy.CancelNewest, 65_536);

    /// <summary>Takes the rules.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number of remembered commands is not in 1 to 2^24.</exception>
    public MatchingRules(SelfTradePolicy selfTrade, int rememberedCommands)
    {
        if (rememberedCommands is < 1 or > 1 << 24)
            throw new ArgumentOutOfRangeException(nameof(rememberedCommands), rememberedCommands, "A market remembers 1 to 2^24 commands.");
        (SelfTrade, RememberedCommands) = (selfTrade, rememberedCommands);
    }

    /// <summary>What happens when an order meets one of its own owner.</summary>
    public SelfTradePolicy SelfTrade { get; }

    /// <summary>How many of the latest commands are known again when they are sent a second time; 1 to 2^24. A command takes about 24 bytes.</summary>
    public int RememberedCommands { get; }
}
