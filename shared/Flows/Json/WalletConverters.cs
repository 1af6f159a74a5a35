using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Json;

/// <summary><see cref="WalletAddress"/> as stored: in lower case.</summary>
internal sealed class WalletAddressConverter() : TextUnitConverter<WalletAddress>("A wallet address")
{
    protected override bool TryCreate(string? text, out WalletAddress value) => WalletAddress.TryParse(text, out value, out _);
}

/// <summary><see cref="TokenSymbol"/> as its characters.</summary>
internal sealed class TokenSymbolConverter() : TextUnitConverter<TokenSymbol>("A token symbol")
{
    protected override bool TryCreate(string? text, out TokenSymbol value) => TokenSymbol.TryParse(text, out value);
}

/// <summary><see cref="TokenAmount"/> as whole tokens.</summary>
internal sealed class TokenAmountConverter : DecimalUnitConverter<TokenAmount>
{
    protected override TokenAmount Create(decimal value) => new(value);

    protected override decimal Number(TokenAmount value) => value.Value;
}

/// <summary><see cref="UsdPrice"/> as dollars.</summary>
internal sealed class UsdPriceConverter : DecimalUnitConverter<UsdPrice>
{
    protected override UsdPrice Create(decimal value) => new(value);

    protected override decimal Number(UsdPrice value) => value.Value;
}

/// <summary><see cref="Usd"/> as dollars.</summary>
internal sealed class UsdConverter : DecimalUnitConverter<Usd>
{
    protected override Usd Create(decimal value) => new(value);

    protected override decimal Number(Usd value) => value.Amount;
}
