using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Contracts.Wallets;
using LiquidityRisk.Domain.Wallets.Alerts;
using LiquidityRisk.Flows.Wallets;
using LiquidityRisk.Functions.Hosting.Access;
using LiquidityRisk.Functions.Hosting.Http;
using LiquidityRisk.Functions.Hosting.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LiquidityRisk.Functions.Api;

/// <summary>Alerts about wallets, and which wallets are watched.</summary>
public sealed class WalletAlertsApi(ReadWallets read, TrackWallets track)
{
    private const string Tag = "Wallets";
    private const string SomeWallet = "0x2c7536E3605D9C16a7a3D7b1898e529396a65c23";
    private const string MissionsCritical = "high";

    /// <summary>A wallet's alerts with what to do about them: the most urgent first, then the newest.</summary>
    [Function(nameof(ListWalletAlerts))]
    [Access(Roles.Retail, Roles.Professional, Roles.RiskManager, Roles.Compliance, Roles.Admin)]
    [WalletHeader]
    [Operation(Tag, typeof(WalletAlertListAnswer))]
    [Query("severity", typeof(WalletAlertSeverity), "Only alerts of this severity; high means critical.", Also = MissionsCritical)]
    [Query("resolved", typeof(bool), "Only alerts that are closed, or only those that are open; both when absent.")]
    [Query("wallet", typeof(string), "The same wallet as in the header.", MaxLength = 42, Example = SomeWallet)]
    public async Task<IActionResult> ListWalletAlerts(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/risk/alerts")] HttpRequest request, CancellationToken cancellationToken)
    {
        var severity = string.Equals(request.Query["severity"], MissionsCritical, StringComparison.Ordinal)
            ? WalletAlertSeverity.Critical
            : request.OptionalChoice<WalletAlertSeverity>("severity");
        var list = await read.AlertsAsync(request.RequireWallet(), request.Flag("resolved"), severity, cancellationToken);
        return new JsonAnswer<WalletAlertListAnswer>(list, ContractsJson.Default.WalletAlertListAnswer);
    }

    /// <summary>Closes an alert. It comes back only when it becomes worse, or when what it is about goes and returns. Done twice, nothing changes.</summary>
    [Function(nameof(ResolveWalletAlert))]
    [Access(Roles.Retail, Roles.Professional, Roles.RiskManager, Roles.Admin)]
    [WalletHeader]
    [Operation(Tag, typeof(WalletAlertAnswer))]
    [Path("id", typeof(string), "Which alert.", Example = "LiquidationRisk-20260105T090000000")]
    [Query("wallet", typeof(string), "The same wallet as in the header.", MaxLength = 42, Example = SomeWallet)]
    public async Task<IActionResult> ResolveWalletAlert(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/risk/alerts/{id}/resolve")] HttpRequest request,
        string id,
        CancellationToken cancellationToken)
    {
        var wallet = request.RequireWallet();
        return await track.ResolveAsync(wallet, id, request.Caller().UserId, cancellationToken) is { } resolved
            ? new JsonAnswer<WalletAlertAnswer>(
                await read.AlertAsync(resolved.Document, resolved.Alert, cancellationToken), ContractsJson.Default.WalletAlertAnswer)
            : Problem.NotFound($"{wallet} has no such alert.");
    }

    /// <summary>Has a wallet watched from now on: it is analysed at once, and by every scan.</summary>
    [Function(nameof(TrackWallet))]
    [Access(Roles.Retail, Roles.Professional, Roles.RiskManager, Roles.Admin)]
    [WalletHeader]
    [Weight(5)]
    [Operation(Tag, typeof(TrackedWalletAnswer), Body = typeof(TrackWalletRequest))]
    public async Task<IActionResult> TrackWallet(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/risk/wallets")] HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await request.JsonAsync(ContractsJson.Default.TrackWalletRequest, cancellationToken);
        var wallet = request.RequireWallet(WalletCallers.AddressOrFault("wallet_address", body.WalletAddress));
        var document = await track.TrackAsync(wallet, request.Caller().UserId, cancellationToken);
        return new JsonAnswer<TrackedWalletAnswer>(ReadWallets.Tracked(document, request.Caller().UserId), ContractsJson.Default.TrackedWalletAnswer);
    }

    /// <summary>Whether a wallet is watched, and whether by the caller.</summary>
    [Function(nameof(GetWalletWatch))]
    [Access(Roles.Retail, Roles.Professional, Roles.RiskManager, Roles.Compliance, Roles.Admin)]
    [WalletHeader]
    [Operation(Tag, typeof(TrackedWalletAnswer))]
    [Query("wallet", typeof(string), "The same wallet as in the header.", Required = true, MaxLength = 42, Example = SomeWallet)]
    public async Task<IActionResult> GetWalletWatch(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/risk/wallets")] HttpRequest request, CancellationToken cancellationToken) =>
        new JsonAnswer<TrackedWalletAnswer>(
            await read.TrackedAsync(request.QueriedWallet(), request.Caller().UserId, cancellationToken), ContractsJson.Default.TrackedWalletAnswer);

    /// <summary>Ends the caller's watch over a wallet; its alerts close when nobody watches it any more. Done twice, nothing changes.</summary>
    [Function(nameof(UntrackWallet))]
    [Access(Roles.Retail, Roles.Professional, Roles.RiskManager, Roles.Admin)]
    [WalletHeader]
    [Operation(Tag, typeof(TrackedWalletAnswer))]
    [Query("wallet", typeof(string), "The same wallet as in the header.", Required = true, MaxLength = 42, Example = SomeWallet)]
    public async Task<IActionResult> UntrackWallet(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/risk/wallets")] HttpRequest request, CancellationToken cancellationToken)
    {
        var wallet = request.QueriedWallet();
        return await track.UntrackAsync(wallet, request.Caller().UserId, cancellationToken) is { } document
            ? new JsonAnswer<TrackedWalletAnswer>(ReadWallets.Tracked(document, request.Caller().UserId), ContractsJson.Default.TrackedWalletAnswer)
            : Problem.NotFound($"{wallet} was never watched.");
    }
}
