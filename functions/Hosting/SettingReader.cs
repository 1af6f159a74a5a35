using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace LiquidityRisk.Functions.Hosting;

/// <summary>Reads settings strictly: one that cannot be used stops the start with a message that names it.</summary>
internal sealed class SettingReader(IConfiguration configuration, string section)
{
    /// <summary>A number; the fallback when it is not set.</summary>
    /// <exception cref="OptionsValidationException">It is no number or out of range.</exception>
    public double Number(string key, double fallback, double min, double max)
    {
        var value = Named(key, () => configuration.GetValue(key, fallback));
        return value >= min && value <= max
            ? value
            : throw Fault(FormattableString.Invariant($"Setting {key} is {value}; it must be from {min} to {max}."));
    }

    /// <summary>An exact number; the fallback when it is not set.</summary>
    /// <exception cref="OptionsValidationException">It is no number or out of range.</exception>
    public decimal Exact(string key, decimal fallback, decimal min, decimal max)
    {
        var value = Named(key, () => configuration.GetValue(key, fallback));
        return value >= min && value <= max
            ? value
            : throw Fault(FormattableString.Invariant($"Setting {key} is {value}; it must be from {min} to {max}."));
    }

    /// <summary>Something that is made of a setting, or of several.</summary>
    /// <exception cref="OptionsValidationException">It cannot be made.</exception>
    public T Named<T>(string key, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException)
        {
            throw Fault($"Setting {key} cannot be used: {e.Message.Split(" (Parameter", 2)[0]}");
        }
    }

    /// <summary>What stops the start.</summary>
    public OptionsValidationException Fault(string message) => new(section, typeof(SettingReader), [message]);
}
