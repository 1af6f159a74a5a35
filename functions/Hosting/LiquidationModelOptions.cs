using LiquidityRisk.Flows.Wallets.Model;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace LiquidityRisk.Functions.Hosting;

/// <summary>Settings of the liquidation model, read and checked at start.</summary>
/// <param name="Rules">
/// <c>Wallets:MinTrainingSamples</c>: samples with a known outcome that a training needs, 20 to 50,000; the default 100 is the mission's.
/// <c>Wallets:TrainingSchedule</c>: when it is trained by itself, six fields beginning with seconds, in UTC; by default daily at 03:30, when
/// few people ask for anything.
/// </param>
internal sealed record LiquidationModelOptions(LiquidationModelRules Rules)
{
    private const string Schedule = "Wallets:TrainingSchedule";

    /// <summary>Reads them.</summary>
    /// <exception cref="OptionsValidationException">A setting is out of range; the message names it.</exception>
    public static LiquidationModelOptions Read(IConfiguration configuration)
    {
        var (settings, standard) = (new SettingReader(configuration, "Wallets"), LiquidationModelRules.Standard);
        return new(new LiquidationModelRules(
            (int)settings.Number("Wallets:MinTrainingSamples", standard.MinSamples, 20, LiquidationModelRules.MaxSamples),
            configuration[Schedule] is { Length: > 0 } text ? settings.Named(Schedule, () => LiquidationModelRules.Read(text)) : standard.Schedule));
    }
}
