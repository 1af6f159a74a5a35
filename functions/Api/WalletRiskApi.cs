using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Contracts.Wallets;
using LiquidityRisk.Flows.Wallets;
using LiquidityRisk.Functions.Hosting.Access;
using LiquidityRisk.Functions.Hosting.Http;
using LiquidityRisk.Functions.Hosting.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LiquidityRisk.Functions.Api;

/// <summary>The risk of wallets.</summary>
public sealed class WalletRiskApi(ReadWallets read, TrackWallets track, SimulateWallet simulate, ReadWalletStatus status, TimeProvider time)
{
    private const string Tag = "Wallets";
    private const string SomeWallet = "0x2c7536E3605D9C16a7a3D7b1898e529396a65c23";
    private const int MaxPoints = 500;

    /// <summary>How the watch over wallets is doing: the last scan, its statistics, the sources.</summary>
    [Function(nameof(GetWalletStatus))]
    [Access(Roles.Retail, Roles.Professional, Roles.RiskManager, Roles.Compliance, Roles.Admin)]
    [Operation(Tag, typeof(WalletStatusAnswer))]
    public async Task<IActionResult> GetWalletStatus(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/risk/status")] HttpRequest request, CancellationToken cancellationToken) =>
        new JsonAnswer<WalletStatusAnswer>(await status.ReadAsync(cancellationToken), ContractsJson.Default.WalletStatusAnswer);

    /// <summary>All that is known of a wallet's risk, as of its last analysis.</summary>
    [Function(nameof(GetWalletSummary))]
    [Access(Roles.Retail, Roles.Professional, Roles.RiskManager, Roles.Compliance, Roles.Admin)]
    [WalletHeader]
    [Operation(Tag, typeof(WalletSummaryAnswer))]
    [Query("wallet", typeof(string), "The same wallet as in the header.", Required = true, MaxLength = 42, Example = SomeWallet)]
    public async Task<IActionResult> GetWalletSummary(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/risk/summary")] HttpRequest request, CancellationToken cancellationToken)
    {
        var wallet = request.QueriedWallet();
        return await read.SummaryAsync(wallet, cancellationToken) is { } summary
            ? new JsonAnswer<WalletSummaryAnswer>(summary, ContractsJson.Default.WalletSummaryAnswer)
            : Problem.NotFound($"{wallet} was never analysed. Ask for it with POST /api/risk/analyze, or have it watched with POST /api/risk/wallets.");
    }

    /// <summary>Analyses a wallet now.</summary>
    [Function(nameof(AnalyzeWallet))]
    [Access(Roles.Retail, Roles.Professional, Roles.RiskManager, Roles.Compliance, Roles.Admin)]
    [WalletHeader]
    [Weight(5)]
    [Operation(Tag, typeof(WalletSummaryAnswer), Body = typeof(WalletAnalyzeRequest))]
    public async Task<IActionResult> AnalyzeWallet(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/risk/analyze")] HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await request.JsonAsync(ContractsJson.Default.WalletAnalyzeRequest, cancellationToken);
        var wallet = request.RequireWallet(WalletCallers.AddressOrFault("wallet_address", body.WalletAddress));
        var protocols = WalletBodies.Protocols(body.Protocols);
        await track.AnalyseAsync(wallet, body.ForceRefresh is true, protocols, cancellationToken);
        return await read.SummaryAsync(wallet, cancellationToken) is { } summary
            ? new JsonAnswer<WalletSummaryAnswer>(summary, ContractsJson.Default.WalletSummaryAnswer)
            : Problem.Unavailable("The wallet could not be analysed; please try again.");
    }

    /// <summary>A wallet's figures over time.</summary>
    [Function(nameof(GetWalletHistory))]
    [Access(Roles.Retail, Roles.Professional, Roles.RiskManager, Roles.Compliance, Roles.Admin)]
    [WalletHeader]
    [Operation(Tag, typeof(WalletHistoryAnswer))]
    [Query("wallet", typeof(string), "The same wallet as in the header.", Required = true, MaxLength = 42, Example = SomeWallet)]
    [Query("from", typeof(DateTimeOffset), "From when, inclusive; a week back when absent.")]
    [Query("to", typeof(DateTimeOffset), "Until when, exclusive; now when absent.")]
    [Query("limit", typeof(int), "How many points at most; more are thinned out evenly.", Default = 200, Min = 2, Max = MaxPoints)]
    public async Task<IActionResult> GetWalletHistory(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/risk/history")] HttpRequest request, CancellationToken cancellationToken)
    {
        var wallet = request.QueriedWallet();
        var (from, to) = request.Period();
        var end = to ?? time.GetUtcNow().AddSeconds(1);
        var history = await read.HistoryAsync(
            wallet, from ?? end.AddDays(-7), end, request.Number("limit", fallback: 200, min: 2, max: MaxPoints), cancellationToken);
        return new JsonAnswer<WalletHistoryAnswer>(history, ContractsJson.Default.WalletHistoryAnswer);
    }

    /// <summary>Tries changes on a wallet: repayments, loans, deposits, withdrawals and price shocks. Nothing is stored.</summary>
    [Function(nameof(SimulateWalletChanges))]
    [Access(Roles.Retail, Roles.Professional, Roles.RiskManager, Roles.Compliance, Roles.Admin)]
    [WalletHeader]
    [Operation(Tag, typeof(WalletSimulateAnswer), Body = typeof(WalletSimulateRequest))]
    public async Task<IActionResult> SimulateWalletChanges(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/risk/simulate")] HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await request.JsonAsync(ContractsJson.Default.WalletSimulateRequest, cancellationToken);
        var wallet = request.RequireWallet(WalletCallers.AddressOrFault("wallet_address", body.WalletAddress));
        return await simulate.TryAsync(wallet, WalletBodies.Changes(body.Changes), cancellationToken) is { } answer
            ? new JsonAnswer<WalletSimulateAnswer>(answer, ContractsJson.Default.WalletSimulateAnswer)
            : Problem.NotFound($"{wallet} was never analysed. Ask for it with POST /api/risk/analyze.");
    }
}
