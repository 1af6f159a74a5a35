using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Domain.Bonds.Exits;
using LiquidityRisk.Domain.Bonds.Quality;
using LiquidityRisk.Flows.Bonds;
using LiquidityRisk.Functions.Hosting.Access;
using LiquidityRisk.Functions.Hosting.Http;
using LiquidityRisk.Functions.Hosting.OpenApi;
using LiquidityRisk.Units;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LiquidityRisk.Functions.Api;

/// <summary>Whether the recommendations were any good.</summary>
public sealed class BondQualityApi(GiveFeedback feedback, ReadKpis kpis, CheckBondHealth health)
{
    private const double MaxMinutes = 60 * 24 * 365;

    /// <summary>Tells what became of a recommendation. Told again, the newer one counts: accepted first, filled or expired later.</summary>
    [Function(nameof(SendFeedback))]
    [Access(Roles.Retail, Roles.Professional, Roles.RiskManager, Roles.Admin)]
    [Operation("Quality", typeof(FeedbackAnswer), Body = typeof(FeedbackRequest))]
    [Path("isin", typeof(Isin), "Which bond.")]
    public async Task<IActionResult> SendFeedback(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/liquidity-risk/{isin}/feedback")] HttpRequest request,
        string isin,
        CancellationToken cancellationToken)
    {
        var bond = RequestReading.IsinOrFault(isin);
        var told = Read(await request.JsonAsync(ContractsJson.Default.FeedbackRequest, cancellationToken));
        var (known, answer) = await feedback.GiveAsync(bond, told, request.Caller().UserId, cancellationToken);
        return (known, answer) switch
        {
            (false, _) => Problem.NotFound($"Nothing is known about {bond}."),
            (_, null) => Problem.Unprocessable("path", "This way out was not feasible for this size, so it was not recommended."),
            _ => new JsonAnswer<FeedbackAnswer>(answer, ContractsJson.Default.FeedbackAnswer),
        };
    }

    /// <summary>The numbers of the dashboard.</summary>
    [Function(nameof(GetKpis))]
    [Access(Roles.Professional, Roles.RiskManager, Roles.Compliance, Roles.Admin)]
    [Operation("Quality", typeof(KpiAnswer))]
    public async Task<IActionResult> GetKpis(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/liquidity-risk/kpis")] HttpRequest request,
        CancellationToken cancellationToken) =>
        new JsonAnswer<KpiAnswer>(await kpis.ReadAsync(cancellationToken), ContractsJson.Default.KpiAnswer);

    /// <summary>How the bond translator is doing; 503 when it cannot answer.</summary>
    [Function(nameof(GetBondHealth))]
    [Access]
    [Unmetered]
    [Operation("Health", typeof(BondHealthAnswer), AlsoStatus = StatusCodes.Status503ServiceUnavailable)]
    public async Task<IActionResult> GetBondHealth(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/liquidity-risk/health")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var answer = await health.CheckAsync(cancellationToken);
        var status = answer.Status is "unhealthy" ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
        return new JsonAnswer<BondHealthAnswer>(answer, ContractsJson.Default.BondHealthAnswer, status);
    }

    private static Feedback Read(FeedbackRequest body)
    {
        var path = Choice<ExitPath>("path", body.Path);
        var verdict = Choice<ExitVerdict>("verdict", body.Verdict);
        var ended = verdict is ExitVerdict.Filled or ExitVerdict.Expired;
        if (ended && body.RealisedMinutes is not (>= 0 and <= MaxMinutes))
            throw RequestReading.Fault("realised_minutes", FormattableString.Invariant($"Minutes from 0 to {MaxMinutes} are expected."));
        if (!ended && body.RealisedMinutes is not null)
            throw RequestReading.Fault("realised_minutes", "Only a sale that was filled or given up has taken a time.");
        if (body.RealisedPrice is { } price && (verdict != ExitVerdict.Filled || price is <= 0 or > BondPrice.Max))
            throw RequestReading.Fault("realised_price", FormattableString.Invariant($"A price above 0 and at most {BondPrice.Max} is expected, for a filled sale."));
        return new(
            path,
            verdict,
            RequestReading.FaceOrFault("trade_size", body.TradeSize),
            body.RealisedMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : null,
            body.RealisedPrice is { } realised ? new BondPrice(realised) : null,
            body.RecommendedAt);
    }

    private static T Choice<T>(string field, string? text)
        where T : struct, Enum =>
        SnakeCase.TryParse<T>(text, out var value) ? value : throw RequestReading.Fault(field, $"One of {SnakeCase.Choices<T>()} is expected.");
}
