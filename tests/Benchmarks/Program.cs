using LiquidityRisk.Benchmarks;

var scenarios = new Dictionary<string, Func<Task>>(StringComparer.Ordinal)
{
    ["translate"] = TranslateBenchmark.RunAsync,
    ["alerts"] = AlertBenchmark.RunAsync,
    ["calibration"] = CalibrationScenario.RunAsync,
    ["garch"] = GarchBenchmark.RunAsync,
    ["quoting"] = QuotingBenchmark.RunAsync,
    ["hub"] = HubScenario.RunAsync,
    ["websocket"] = WebSocketScenario.RunAsync,
    ["fast"] = FastReadScenario.RunAsync,
    ["startup"] = StartupScenario.RunAsync,
    ["memory"] = MemoryScenario.RunAsync,
    ["var"] = VarScenario.RunAsync,
    ["trees"] = TreeBenchmark.RunAsync,
    ["options"] = OptionBenchmark.RunAsync,
    ["matching"] = MatchingScenario.RunAsync,
    ["orders"] = OrderScenario.RunAsync,
    ["liquidity"] = LiquidityScenario.RunAsync,
    ["wallets"] = WalletScanScenario.RunAsync,
    ["summaries"] = WalletReadScenario.RunAsync,
};

var chosen = args.Length > 0 ? args : [.. scenarios.Keys];
if (chosen.Except(scenarios.Keys, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
{
    await Console.Error.WriteLineAsync($"There is no scenario '{unknown}'. Choose from: {string.Join(", ", scenarios.Keys)}.");
    return 1;
}

foreach (var name in chosen) await scenarios[name]();
return 0;
