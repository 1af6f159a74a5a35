using LiquidityRisk.Adapters.Wallets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace LiquidityRisk.Functions.Hosting;

/// <summary>Reads where facts about wallets are read; what is not set is as <see cref="WalletSourceOptions"/> has it.</summary>
internal static class WalletSourceSettings
{
    /// <summary>Reads <c>Wallets:Sources:*</c>.</summary>
    /// <exception cref="OptionsValidationException">A setting cannot be used; the message names it.</exception>
    public static WalletSourceOptions Read(IConfiguration configuration, SettingReader settings)
    {
        var standard = new WalletSourceOptions();
        var subgraphs = standard.Subgraphs.ToDictionary(
            s => s.Key, s => Text($"Subgraphs:{Contracts.Json.SnakeCase.Of(s.Key)}") ?? s.Value);
        var options = standard with
        {
            TheGraph = Source("TheGraph", standard.TheGraph),
            CoinGecko = Source("CoinGecko", standard.CoinGecko),
            Alchemy = Source("Alchemy", standard.Alchemy),
            Etherscan = Source("Etherscan", standard.Etherscan),
            DefiLlama = Source("DefiLlama", standard.DefiLlama),
            AlternativeMe = Source("AlternativeMe", standard.AlternativeMe),
            CoinGeckoPro = settings.Named(Key("CoinGeckoPro"), () => configuration.GetValue(Key("CoinGeckoPro"), standard.CoinGeckoPro)),
            Subgraphs = subgraphs,
            CoinIds = configuration.GetSection(Key("CoinIds")).GetChildren().ToDictionary(c => c.Key, c => c.Value ?? "", StringComparer.Ordinal),
        };
        return options.Faults().FirstOrDefault() is { } fault ? throw settings.Fault($"Setting {fault}") : options;

        SourceOptions Source(string name, SourceOptions own)
        {
            var endpoint = Text($"{name}:Endpoint");
            return own with
            {
                Endpoint = endpoint is null ? own.Endpoint : settings.Named(Key($"{name}:Endpoint"), () => new Uri(endpoint, UriKind.Absolute)),
                Key = Text($"{name}:Key"),
                TimeToLive = Seconds($"{name}:TimeToLiveSeconds", own.TimeToLive),
                AttemptTimeout = Seconds($"{name}:AttemptTimeoutSeconds", own.AttemptTimeout),
                RequestsPerMinute = (int)settings.Number(Key($"{name}:RequestsPerMinute"), own.RequestsPerMinute, 1, 6_000),
            };
        }

        TimeSpan Seconds(string name, TimeSpan fallback) =>
            TimeSpan.FromSeconds(settings.Number(Key(name), fallback.TotalSeconds, 0.001, 86_400));

        string? Text(string name) => configuration[Key(name)] is { Length: > 0 } text ? text : null;
    }

    private static string Key(string name) => $"{WalletSourceOptions.Section}:{name}";
}
