using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.WhatIf;

/// <summary>Something that a wallet's owner may do, or that may happen to it.</summary>
public abstract record WalletChange;

/// <summary>Pays back a part of a debt, out of what lies free in the wallet.</summary>
/// <param name="Protocol">Where.</param>
/// <param name="Asset">Which debt.</param>
/// <param name="Amount">How much, above 0.</param>
/// <param name="FromOutside">Whether the tokens come from elsewhere.</param>
public sealed record Repay(LendingProtocol Protocol, TokenSymbol Asset, TokenAmount Amount, bool FromOutside = false) : WalletChange;

/// <summary>Borrows; the tokens lie free in the wallet then.</summary>
/// <param name="Protocol">Where.</param>
/// <param name="Asset">Which token.</param>
/// <param name="Amount">How much, above 0.</param>
public sealed record Borrow(LendingProtocol Protocol, TokenSymbol Asset, TokenAmount Amount) : WalletChange;

/// <summary>Supplies what lies free in the wallet.</summary>
/// <param name="Protocol">Where.</param>
/// <param name="Asset">Which token.</param>
/// <param name="Amount">How much, above 0.</param>
/// <param name="FromOutside">Whether the tokens come from elsewhere.</param>
/// <param name="Terms">What the protocol lends against the token; needed when the wallet has supplied none of it there yet.</param>
public sealed record Deposit(
    LendingProtocol Protocol, TokenSymbol Asset, TokenAmount Amount, bool FromOutside = false, CollateralTerms? Terms = null) : WalletChange;

/// <summary>Takes back what is supplied; the tokens lie free in the wallet then.</summary>
/// <param name="Protocol">Where.</param>
/// <param name="Asset">Which token.</param>
/// <param name="Amount">How much, above 0.</param>
public sealed record Withdraw(LendingProtocol Protocol, TokenSymbol Asset, TokenAmount Amount) : WalletChange;

/// <summary>A price moves.</summary>
/// <param name="Asset">Whose price; null for all.</param>
/// <param name="Change">By which fraction, above −1: −0.2 is a fall of 20 %.</param>
public sealed record PriceShock(TokenSymbol? Asset, decimal Change) : WalletChange;
