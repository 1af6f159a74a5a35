using LiquidityRisk.Adapters.Policies;
using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Flows.Bonds;
using LiquidityRisk.Units;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace LiquidityRisk.Functions.Hosting;

/// <summary>Settings of the bond system, read and checked at start.</summary>
internal sealed record BondOptions(BondSettings Bonds, MarketEventRules Events, string PolicyFile)
{
    /// <summary>Reads <c>Bonds:*</c> and <c>Isin:*</c>.</summary>
    /// <exception cref="OptionsValidationException">A setting is out of range; the message names it.</exception>
    public static BondOptions Read(IConfiguration configuration)
    {
        var standard = LiquidityWeights.Standard;
        var settings = new SettingReader(configuration, "Bonds");
        var weights = settings.Named("Bonds:LiquidityIndexWeights", () => new LiquidityWeights(
            Weight("Spread", standard.Spread), Weight("Depth", standard.Depth), Weight("Turnover", standard.Turnover), Weight("Volume", standard.Volume)));
        var thresholds = new ChangeThresholds(
            Number("Bonds:AnnounceIndexPoints", 0.5, 0, 100),
            new BasisPoints(Number("Bonds:AnnounceSpreadBps", 0.5, 0, 10_000)),
            (decimal)Number("Bonds:AnnouncePricePoints", 0.005, 0, 100));
        var news = new NewsThresholds(
            thresholds,
            Number("Bonds:AnnounceRiskPoints", 1, 0, 100),
            Number("Bonds:AnnounceFillProbability", 0.02, 0, 1),
            TimeSpan.FromMinutes(Number("Bonds:AnnounceExitMinutes", 5, 0, 10_080)));
        var clocks = new TranslationClocks(
            TimeSpan.FromMinutes(Number("Bonds:LiquidityTtlMinutes", 5, 0.1, 1_440)),
            TimeSpan.FromMinutes(Number("Bonds:ExitTtlMinutes", 15, 0.1, 1_440)),
            TimeSpan.FromHours(Number("Bonds:RiskTtlHours", 24, 0.1, 720)));
        var size = new FaceAmount((decimal)Number("Bonds:TradeSize", 100_000, 1, 1e12));
        var audit = TimeSpan.FromSeconds(Number("Bonds:AuditIntervalSeconds", 60, 0, 86_400));
        var skew = TimeSpan.FromSeconds(Number("MarketData:ClockSkewSeconds", 5, 0, 3_600));
        return new BondOptions(
            new BondSettings(weights, news, clocks, size, audit, BondSettings.Standard.MaxOutbox),
            new MarketEventRules(skew, configuration.GetValue("Isin:RequireCheckDigit", defaultValue: false)),
            Policy(settings, configuration["Bonds:ExitPolicyFile"] ?? Path.Combine("policies", "exit_policy.yaml")));

        Weight Weight(string name, Weight fallback) => new(Number($"Bonds:LiquidityIndexWeights:{name}", fallback.Value, 0, 1));

        double Number(string key, double fallback, double min, double max) => settings.Number(key, fallback, min, max);
    }

    // Read once here, so that a faulty file stops the start with a message that names the setting.
    private static string Policy(SettingReader settings, string file)
    {
        var path = Path.GetFullPath(file, AppContext.BaseDirectory);
        try
        {
            ExitPolicyFile.Read(path);
            return path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            throw settings.Fault($"Setting Bonds:ExitPolicyFile names {path}, which cannot be used: {e.Message}");
        }
    }
}
