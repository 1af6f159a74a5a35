using LiquidityRisk.Contracts;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Flows.Bonds;
using LiquidityRisk.Flows.Wallets;
using LiquidityRisk.Functions.Hosting.Access;
using LiquidityRisk.Functions.Hosting.Http;
using LiquidityRisk.Functions.Hosting.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LiquidityRisk.Functions.Api;

/// <summary>Where figures come from.</summary>
public sealed class ExplainApi(ExplainFigure explain, ReadWallets wallets)
{
    private const string SomeFigure = "0x2c7536E3605D9C16a7a3D7b1898e529396a65c23.health_ratio";

    /// <summary>The tree from a published figure down to the events that it rests on.</summary>
    [Function(nameof(Explain))]
    [Access(Roles.Professional, Roles.RiskManager, Roles.Compliance, Roles.Admin)]
    [Operation("Audit", typeof(ExplanationAnswer))]
    [Path("id", typeof(string), "The figure: lr.{isin} for all, or for example lr.{isin}.liquidity_index, .overall_risk, .risk.credit, .exit.auction.", Example = "lr.US0378331005.liquidity_index")]
    public async Task<IActionResult> Explain(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/explain/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) => await explain.ExplainAsync(id, cancellationToken) is { } answer
        ? new JsonAnswer<ExplanationAnswer>(answer, ContractsJson.Default.ExplanationAnswer)
        : Problem.NotFound("There is no such figure.");

    /// <summary>The tree from a wallet's figure down to what was read of chain and market.</summary>
    [Function(nameof(ExplainWallet))]
    [Access(Roles.Retail, Roles.Professional, Roles.RiskManager, Roles.Compliance, Roles.Admin)]
    [WalletHeader]
    [Weight(5)]
    [Operation("Wallets", typeof(ExplanationAnswer))]
    [Path("figure", typeof(string), "The wallet's address for all, or for example {address}.health_ratio, .health_factor.aave_v3, .value_at_risk, .price.WETH.", Example = SomeFigure)]
    public async Task<IActionResult> ExplainWallet(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/explain/wallet.{figure}")] HttpRequest request,
        string figure,
        CancellationToken cancellationToken)
    {
        var parts = figure.Split('.', 2);
        var wallet = request.RequireWallet(WalletCallers.AddressOrFault("figure", parts[0]));
        var id = WalletTopics.Main(wallet) + (parts.Length > 1 ? "." + parts[1] : "");
        return await wallets.ExplainAsync(wallet, id, cancellationToken) is { } answer
            ? new JsonAnswer<ExplanationAnswer>(answer, ContractsJson.Default.ExplanationAnswer)
            : Problem.NotFound($"{wallet} was never analysed, or has no such figure.");
    }
}
