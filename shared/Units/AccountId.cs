namespace LiquidityRisk.Units;

/// <summary>An account of a client or a market maker: whose euros and certificates an order uses. <c>default</c> is none.</summary>
public readonly record struct AccountId
{
    /// <summary>Takes a UUID.</summary>
    /// <exception cref="ArgumentException">The empty UUID.</exception>
    public AccountId(Guid value)
    {
        if (value == Guid.Empty) throw new ArgumentException("An id is not the empty UUID.", nameof(value));
        Value = value;
    }

    /// <summary>The UUID; empty for <c>default</c>.</summary>
    public Guid Value { get; }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
