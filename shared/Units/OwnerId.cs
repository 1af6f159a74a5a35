namespace LiquidityRisk.Units;

/// <summary>A beneficial owner: the person or group behind one or more accounts. Orders of one owner never trade with each other. <c>default</c> is none.</summary>
public readonly record struct OwnerId
{
    /// <summary>Takes a UUID.</summary>
    /// <exception cref="ArgumentException">The empty UUID.</exception>
    public OwnerId(Guid value)
    {
        if (value == Guid.Empty) throw new ArgumentException("An id is not the empty UUID.", nameof(value));
        Value = value;
    }

    /// <summary>The UUID; empty for <c>default</c>.</summary>
    public Guid Value { get; }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
