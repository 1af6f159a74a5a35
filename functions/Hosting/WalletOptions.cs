using LiquidityRisk.Adapters.Wallets;
using LiquidityRisk.Domain.Wallets.Alerts;
using LiquidityRisk.Domain.Wallets.Assessment;
using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Proof;
using LiquidityRisk.Flows.Wallets.Proof;
using LiquidityRisk.Functions.Hosting.Access;
using LiquidityRisk.Units;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace LiquidityRisk.Functions.Hosting;

/// <summary>Settings of the wallets, read and checked at start.</summary>
/// <param name="Proof">
/// <c>Wallets:SignInSite</c>: the address that people see while they sign, http or https; in Azure https, by default the app's own
/// (<c>WEBSITE_HOSTNAME</c>). Wallets refuse or warn when the message names another one. <c>Wallets:BindingDays</c>: after how many days a
/// wallet must be proven again, 0.001 to 3,650; the default 90 bounds for how long a wallet that was sold or stolen is still read.
/// </param>
/// <param name="Rules">By which wallets are judged; the names are those of the mission's variables where it has them.</param>
/// <param name="Sources">The HTTP sources; null when the simulated chain takes their place (<c>Wallets:Sources:Provider</c>).</param>
internal sealed record WalletOptions(ProofSettings Proof, WalletRules Rules, WalletSourceOptions? Sources)
{
    private const string Site = "Wallets:SignInSite";
    private const string Provider = "Wallets:Sources:Provider";

    /// <summary>Reads <c>Wallets:*</c>.</summary>
    /// <exception cref="OptionsValidationException">A setting is out of range; the message names it.</exception>
    public static WalletOptions Read(IConfiguration configuration)
    {
        var settings = new SettingReader(configuration, "Wallets");
        var sources = configuration[Provider] switch
        {
            null or "" or "Live" => WalletSourceSettings.Read(configuration, settings),
            "Simulated" => null,
            var other => throw settings.Fault($"Setting {Provider} is '{other}'; it must be Live or Simulated."),
        };
        return new(ReadProof(configuration, settings), ReadRules(settings), sources);
    }

    private static ProofSettings ReadProof(IConfiguration configuration, SettingReader settings)
    {
        var inAzure = PlatformSignIn.IsInAzure(configuration);
        var text = configuration[Site] is { Length: > 0 } set ? set
            : configuration["WEBSITE_HOSTNAME"] is { Length: > 0 } host && inAzure ? "https://" + host
            : "http://localhost:7071";
        var origin = settings.Named(Site, () => new SignInOrigin(new Uri(text, UriKind.Absolute)));
        if (inAzure && origin.Scheme is not "https") throw settings.Fault($"Setting {Site} is '{text}'; in Azure it must begin with https.");
        return new(origin, TimeSpan.FromDays(settings.Number("Wallets:BindingDays", 90, 0.001, 3_650)));
    }

    private static WalletRules ReadRules(SettingReader settings)
    {
        var (standard, market, alerts) = (WalletRules.Standard, MarketRules.Standard, WalletAlertRules.Standard);
        var critical = settings.Number("Wallets:HealthCritical", alerts.HealthCritical, 1, 10);
        return standard with
        {
            SafetyThreshold = settings.Exact("Wallets:SafetyThreshold", standard.SafetyThreshold, 1, 10),
            VarConfidence = new Probability(settings.Number("Wallets:VarConfidence", standard.VarConfidence.Value, 0.51, 0.999)),
            RescueTarget = new HealthFactor(settings.Exact("Wallets:RescueTarget", standard.RescueTarget.Value, 1.01m, 10)),
            Market = market with
            {
                VolatilityDays = (int)settings.Number("Wallets:VolatilityWindowDays", market.VolatilityDays, 2, 365),
                HistoryDays = (int)settings.Number("Wallets:HistoryDays", market.HistoryDays, 100, 365),
            },
            Alerts = alerts with
            {
                HealthCritical = critical,
                HealthWarning = settings.Number("Wallets:HealthWarning", Math.Max(critical, alerts.HealthWarning), critical, 100),
                DailyVolatility = settings.Number("Wallets:DailyVolatility", alerts.DailyVolatility, 0.0001, 10),
                LargestShare = settings.Number("Wallets:LargestShare", alerts.LargestShare, 0.01, 1),
                DailyVolume = settings.Number("Wallets:DailyVolume", alerts.DailyVolume, 0, 1e12),
                ValueAtRisk = settings.Number("Wallets:ValueAtRisk", alerts.ValueAtRisk, 0.0001, 100),
                StaleMinutes = settings.Number("Wallets:StaleMinutes", alerts.StaleMinutes, 1, 10_080),
                Settle = TimeSpan.FromMinutes(settings.Number("Wallets:AlertSettleMinutes", alerts.Settle.TotalMinutes, 0, 1_440)),
            },
        };
    }
}
