using LiquidityRisk.Contracts.Calculations;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Flows.Calculations;
using LiquidityRisk.Functions.Hosting.Access;
using LiquidityRisk.Functions.Hosting.Http;
using LiquidityRisk.Functions.Hosting.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LiquidityRisk.Functions.Api;

/// <summary>The mathematics by itself, for people who only want the numbers. Nothing is stored.</summary>
public sealed class QuantApi
{
    private const string Route = "api/v1/quant/";

    /// <summary>Value at risk and expected shortfall of a portfolio.</summary>
    [Function(nameof(ComputeVar))]
    [Access(Roles.Retail, Roles.Professional, Roles.RiskManager, Roles.Compliance, Roles.Admin)]
    [Weight(5)]
    [Operation("Quant", typeof(VarAnswer), Body = typeof(VarRequest))]
    public async Task<IActionResult> ComputeVar(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "var")] HttpRequest request, CancellationToken cancellationToken) =>
        new JsonAnswer<VarAnswer>(
            ValueAtRisk.Of(await request.JsonAsync(ContractsJson.Default.VarRequest, cancellationToken), cancellationToken),
            ContractsJson.Default.VarAnswer);

    /// <summary>A GARCH or GJR-GARCH model of returns, with standard errors and forecasts.</summary>
    [Function(nameof(FitGarch))]
    [Access(Roles.Retail, Roles.Professional, Roles.RiskManager, Roles.Compliance, Roles.Admin)]
    [Weight(5)]
    [Operation("Quant", typeof(GarchAnswer), Body = typeof(GarchRequest))]
    public async Task<IActionResult> FitGarch(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "garch")] HttpRequest request, CancellationToken cancellationToken) =>
        new JsonAnswer<GarchAnswer>(
            VolatilityModels.Fit(await request.JsonAsync(ContractsJson.Default.GarchRequest, cancellationToken), cancellationToken),
            ContractsJson.Default.GarchAnswer);

    /// <summary>Correlations that change with time (DCC).</summary>
    [Function(nameof(FitDcc))]
    [Access(Roles.Retail, Roles.Professional, Roles.RiskManager, Roles.Compliance, Roles.Admin)]
    [Weight(20)]
    [Operation("Quant", typeof(DccAnswer), Body = typeof(DccRequest))]
    public async Task<IActionResult> FitDcc(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "dcc")] HttpRequest request, CancellationToken cancellationToken) =>
        new JsonAnswer<DccAnswer>(
            VolatilityModels.Fit(await request.JsonAsync(ContractsJson.Default.DccRequest, cancellationToken), cancellationToken),
            ContractsJson.Default.DccAnswer);

    /// <summary>Prices and sensitivities of European options.</summary>
    [Function(nameof(ComputeGreeks))]
    [Access(Roles.Retail, Roles.Professional, Roles.RiskManager, Roles.Compliance, Roles.Admin)]
    [Operation("Quant", typeof(GreeksAnswer), Body = typeof(GreeksRequest))]
    public async Task<IActionResult> ComputeGreeks(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "greeks")] HttpRequest request, CancellationToken cancellationToken) =>
        new JsonAnswer<GreeksAnswer>(
            OptionPrices.Of(await request.JsonAsync(ContractsJson.Default.GreeksRequest, cancellationToken)), ContractsJson.Default.GreeksAnswer);

    /// <summary>The volatilities that option prices imply.</summary>
    [Function(nameof(ImplyVolatility))]
    [Access(Roles.Retail, Roles.Professional, Roles.RiskManager, Roles.Compliance, Roles.Admin)]
    [Operation("Quant", typeof(ImpliedVolAnswer), Body = typeof(ImpliedVolRequest))]
    public async Task<IActionResult> ImplyVolatility(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "implied-vol")] HttpRequest request, CancellationToken cancellationToken) =>
        new JsonAnswer<ImpliedVolAnswer>(
            OptionPrices.Of(await request.JsonAsync(ContractsJson.Default.ImpliedVolRequest, cancellationToken)), ContractsJson.Default.ImpliedVolAnswer);

    /// <summary>What is told of a series of returns: ratios, drawdowns, beta.</summary>
    [Function(nameof(MeasurePerformance))]
    [Access(Roles.Retail, Roles.Professional, Roles.RiskManager, Roles.Compliance, Roles.Admin)]
    [Operation("Quant", typeof(PerformanceAnswer), Body = typeof(PerformanceRequest))]
    public async Task<IActionResult> MeasurePerformance(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "performance")] HttpRequest request, CancellationToken cancellationToken) =>
        new JsonAnswer<PerformanceAnswer>(
            PerformanceFigures.Of(await request.JsonAsync(ContractsJson.Default.PerformanceRequest, cancellationToken)),
            ContractsJson.Default.PerformanceAnswer);

    /// <summary>Weights of a portfolio, chosen for one of five aims within bounds.</summary>
    [Function(nameof(OptimizePortfolio))]
    [Access(Roles.Retail, Roles.Professional, Roles.RiskManager, Roles.Compliance, Roles.Admin)]
    [Weight(20)]
    [Operation("Quant", typeof(OptimizeAnswer), Body = typeof(OptimizeRequest))]
    public async Task<IActionResult> OptimizePortfolio(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "optimize")] HttpRequest request, CancellationToken cancellationToken) =>
        new JsonAnswer<OptimizeAnswer>(
            PortfolioWeights.Of(await request.JsonAsync(ContractsJson.Default.OptimizeRequest, cancellationToken), cancellationToken),
            ContractsJson.Default.OptimizeAnswer);
}
