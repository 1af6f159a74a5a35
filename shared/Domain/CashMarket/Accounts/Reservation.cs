using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Accounts;

/// <summary>Assets locked for the orders that one command will place. Open until the command's journal entry is applied or it is released.</summary>
/// <param name="Operation">The id of that command. Several accounts may each have a reservation for one command.</param>
/// <param name="Amounts">How much of each asset; none negative, not all zero.</param>
/// <param name="Since">When it was made, so that a forgotten one can be found.</param>
public sealed record Reservation(CommandId Operation, AssetAmounts Amounts, DateTimeOffset Since);
