using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Flows.Bonds;
using LiquidityRisk.Functions.Hosting.Access;
using LiquidityRisk.Functions.Hosting.Http;
using LiquidityRisk.Functions.Hosting.OpenApi;
using LiquidityRisk.Units;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LiquidityRisk.Functions.Api;

/// <summary>Other sizes, other markets, several bonds.</summary>
public sealed class BondWhatIfApi(WhatIfs whatIfs, PortfolioExits portfolio)
{
    private const int MaxSizes = 20;
    private const int MaxPositions = 200;

    /// <summary>The ways out of a bond for several trade sizes.</summary>
    [Function(nameof(GetLadder))]
    [Access(Roles.Retail, Roles.Professional, Roles.RiskManager, Roles.Compliance, Roles.Admin)]
    [Operation("Bonds", typeof(LadderAnswer))]
    [Path("isin", typeof(Isin), "Which bond.")]
    [Query("sizes", typeof(string), "1 to 20 face amounts, separated by commas.", Default = "10000,50000,100000,250000,500000,1000000", MaxLength = 400)]
    public async Task<IActionResult> GetLadder(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/liquidity-risk/{isin}/ladder")] HttpRequest request,
        string isin,
        CancellationToken cancellationToken)
    {
        var bond = RequestReading.IsinOrFault(isin);
        var ladder = await whatIfs.LadderAsync(bond, Sizes(request), request.Audience(), cancellationToken);
        return ladder is null
            ? Problem.NotFound($"Nothing is known about {bond}.")
            : new JsonAnswer<LadderAnswer>(ladder, ContractsJson.Default.LadderAnswer);
    }

    /// <summary>A bond before and after a change of its market.</summary>
    [Function(nameof(TryScenario))]
    [Access(Roles.Retail, Roles.Professional, Roles.RiskManager, Roles.Compliance, Roles.Admin)]
    [Operation("Bonds", typeof(ScenarioAnswer), Body = typeof(ScenarioRequest))]
    [Path("isin", typeof(Isin), "Which bond.")]
    public async Task<IActionResult> TryScenario(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/liquidity-risk/{isin}/scenario")] HttpRequest request,
        string isin,
        CancellationToken cancellationToken)
    {
        var bond = RequestReading.IsinOrFault(isin);
        var body = await request.JsonAsync(ContractsJson.Default.ScenarioRequest, cancellationToken);
        var change = new WhatIf(
            Within("spread_factor", body.SpreadFactor ?? 1, 0.1, 20),
            Within("depth_factor", body.DepthFactor ?? 1, 0, 20),
            body.MarketMakerOffline ?? false,
            (int)Within("rating_notches_down", body.RatingNotchesDown ?? 0, 0, 21));
        FaceAmount? size = body.TradeSize is { } face ? RequestReading.FaceOrFault("trade_size", face) : null;
        var scenario = await whatIfs.ScenarioAsync(bond, change, size, request.Audience(), cancellationToken);
        return scenario is null
            ? Problem.NotFound($"Nothing is known about {bond}.")
            : new JsonAnswer<ScenarioAnswer>(scenario, ContractsJson.Default.ScenarioAnswer);
    }

    /// <summary>How several holdings can be sold together.</summary>
    [Function(nameof(ReadPortfolio))]
    [Access(Roles.Retail, Roles.Professional, Roles.RiskManager, Roles.Compliance, Roles.Admin)]
    [Weight(5)]
    [Operation("Bonds", typeof(PortfolioAnswer), Body = typeof(PortfolioRequest))]
    public async Task<IActionResult> ReadPortfolio(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/liquidity-risk/portfolio")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var positions = Positions(await request.JsonAsync(ContractsJson.Default.PortfolioRequest, cancellationToken));
        var answer = await portfolio.ReadAsync(positions, cancellationToken);
        return answer is null
            ? Problem.Unprocessable("positions", "Nothing is known about any of these bonds.")
            : new JsonAnswer<PortfolioAnswer>(answer, ContractsJson.Default.PortfolioAnswer);
    }

    private static List<FaceAmount> Sizes(HttpRequest request)
    {
        var text = request.Text("sizes", maxLength: 400) ?? "10000,50000,100000,250000,500000,1000000";
        var parts = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length is >= 1 and <= MaxSizes
            ? [.. parts.Select(p => RequestReading.FaceOrFault("sizes", RequestReading.Decimal(p)))]
            : throw RequestReading.Fault("sizes", FormattableString.Invariant($"1 to {MaxSizes} face amounts, separated by commas, are expected."));
    }

    private static List<(Isin Isin, FaceAmount Face)> Positions(PortfolioRequest body)
    {
        if (body.Positions is not { Count: >= 1 and <= MaxPositions } positions)
            throw RequestReading.Fault("positions", FormattableString.Invariant($"A list of 1 to {MaxPositions} positions is expected."));
        var read = new List<(Isin, FaceAmount)>(positions.Count);
        for (var i = 0; i < positions.Count; i++)
        {
            if (positions[i] is not { } position || !Isin.TryParse(position.Isin, out var isin))
                throw RequestReading.Fault(FormattableString.Invariant($"positions[{i}].isin"), RequestReading.IsinForm);
            if (read.Exists(p => p.Item1 == isin))
                throw RequestReading.Fault(FormattableString.Invariant($"positions[{i}].isin"), "This bond is named twice.");
            read.Add((isin, RequestReading.FaceOrFault(FormattableString.Invariant($"positions[{i}].face"), position.Face)));
        }

        return read;
    }

    private static double Within(string field, double value, double min, double max) => value >= min && value <= max
        ? value
        : throw RequestReading.Fault(field, FormattableString.Invariant($"A number from {min} to {max} is expected."));
}
