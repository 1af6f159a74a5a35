using System.Collections.Immutable;
using System.Globalization;
using LiquidityRisk.Domain.CashMarket.Accounts;
using LiquidityRisk.Domain.CashMarket.Liquidity;
using LiquidityRisk.Flows.CashMarket;
using LiquidityRisk.Units;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace LiquidityRisk.Functions.Hosting;

/// <summary>Settings of the cash market, read and checked at start.</summary>
internal sealed record CashMarketOptions(LiquidityRules Liquidity, OpeningBalances Opening)
{
    /// <summary>Reads <c>CashMarket:*</c>.</summary>
    /// <exception cref="OptionsValidationException">A setting is out of range; the message names it.</exception>
    public static CashMarketOptions Read(IConfiguration configuration)
    {
        var settings = new SettingReader(configuration, "CashMarket");
        var prices = ImmutableDictionary.CreateRange(
        [
            KeyValuePair.Create(CertificateType.Eua, Price("CashMarket:DefaultPriceEua", 70)),
            KeyValuePair.Create(CertificateType.Cea, Price("CashMarket:DefaultPriceCea", 9)),
        ]);
        var plans = settings.Named("CashMarket:Levels", () => new LiquiditySettings(
            Levels(configuration["CashMarket:Levels"]),
            prices,
            new PartsPerMillion((int)settings.Number("CashMarket:PriceTolerancePpm", 1_000, 1, 100_000)),
            TimeSpan.FromSeconds(settings.Number("CashMarket:MaxBookAgeSeconds", 10, 1, 3_600)),
            TimeSpan.FromHours(settings.Number("CashMarket:MaxTradeAgeHours", 24, 0.1, 8_760)),
            TimeSpan.FromMinutes(settings.Number("CashMarket:PreviewMinutes", 5, 0.1, 1_440))));
        return new(
            new LiquidityRules(
                plans,
                new Money(settings.Exact("CashMarket:ApprovalAboveEur", 100_000, 0, 1_000_000_000_000), CurrencyCode.Eur),
                TimeSpan.FromHours(settings.Number("CashMarket:ApprovalHours", 24, 0.001, 720)),
                TimeSpan.FromHours(settings.Number("CashMarket:ReminderHours", 4, 0.001, 720)),
                TimeSpan.FromSeconds(settings.Number("CashMarket:RereadSeconds", 60, 1, 3_600))),
            new OpeningBalances(AssetAmounts.Sum(
                Opening(Asset.Eur, "CashMarket:OpeningEur"), Opening(Asset.Eua, "CashMarket:OpeningEua"), Opening(Asset.Cea, "CashMarket:OpeningCea"))));

        Ticks Price(string key, decimal fallback)
        {
            var euros = settings.Exact(key, fallback, Ticks.Euro, Ticks.Max * Ticks.Euro);
            return Ticks.TryFromEuros(euros, out var price) ? price : throw settings.Fault($"Setting {key} is not in whole cents.");
        }

        AssetAmount Opening(Asset asset, string key) =>
            settings.Named(key, () => new AssetAmount(asset, settings.Exact(key, 0, 0, 1_000_000_000)));
    }

    // Pairs of distance and share in percent, nearest first: "0.2:50,0.4:30,0.5:20".
    private static ImmutableArray<LevelRule>? Levels(string? text) => string.IsNullOrWhiteSpace(text)
        ? null
        : [.. text.Split(',').Select(pair => pair.Split(':') is [var distance, var share]
            ? new LevelRule(Percent(distance), Percent(share))
            : throw new FormatException("Pairs of distance and share in percent are expected, as in 0.2:50,0.4:30,0.5:20."))];

    private static PartsPerMillion Percent(string text) => new((int)(decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture) * 10_000));
}
