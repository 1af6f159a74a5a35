namespace LiquidityRisk.Units;

/// <summary>What a command to a market is known by, given by its sender and kept when it is sent again. <c>default</c> is none.</summary>
public readonly record struct CommandId
{
    /// <summary>Takes a UUID.</summary>
    /// <exception cref="ArgumentException">The empty UUID.</exception>
    public CommandId(Guid value)
    {
        if (value == Guid.Empty) throw new ArgumentException("An id is not the empty UUID.", nameof(value));
        Value = value;
    }

    /// <summary>The UUID; empty for <c>default</c>.</summary>
    public Guid Value { get; }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
