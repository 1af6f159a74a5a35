using System.Text.Json;
using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Domain.Bonds.Alerts;
using LiquidityRisk.Domain.Bonds.Risk;
using LiquidityRisk.Flows.Bonds;
using LiquidityRisk.Functions.Hosting.Access;
using LiquidityRisk.Functions.Hosting.Http;
using LiquidityRisk.Functions.Hosting.OpenApi;
using LiquidityRisk.Units;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LiquidityRisk.Functions.Api;

/// <summary>Translations of bonds.</summary>
public sealed class LiquidityRiskApi(ReadTranslation read, ListBonds list, AnswerCache answers)
{
    /// <summary>How easy a bond is to sell, in plain words and in figures.</summary>
    [Function(nameof(GetLiquidityRisk))]
    [Access(Roles.Retail, Roles.Professional, Roles.RiskManager, Roles.Compliance, Roles.Admin)]
    [Operation("Bonds", typeof(LiquidityRiskAnswer), typeof(LiquidityRiskSummaryAnswer), Versioned = true)]
    [Path("isin", typeof(Isin), "Which bond.")]
    [Query("mode", typeof(ReadMode), "Where the answer comes from.", Default = ReadMode.Fast)]
    [Query("detail", typeof(ReadDetail), "How much it says.", Default = ReadDetail.Full)]
    [Query("trade_size", typeof(FaceAmount), "Face amount to sell; the ways out and their costs are for it.", Example = "100000")]
    [Query("lang", typeof(string), "Language of the narrative: en or hi.", Default = "en", MaxLength = 2)]
    public async Task<IActionResult> GetLiquidityRisk(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/liquidity-risk/{isin}")] HttpRequest request,
        string isin,
        CancellationToken cancellationToken)
    {
        var bond = RequestReading.IsinOrFault(isin);
        var detail = request.Choice("detail", ReadDetail.Full);
        var asked = new ReadRequest(
            request.Choice("mode", ReadMode.Fast) == ReadMode.Accurate,
            request.Face("trade_size"),
            request.Audience(),
            request.Language());
        if (await read.ReadAsync(bond, asked, cancellationToken) is not { } reading) return Problem.NotFound($"Nothing is known about {bond}.");
        var version = $"{read.Version(reading, asked)}-{SnakeCase.Of(detail)}";
        if (detail == ReadDetail.Summary)
            return new VersionedAnswer(version, () => JsonSerializer.SerializeToUtf8Bytes(read.Summarise(reading, asked), ContractsJson.Default.LiquidityRiskSummaryAnswer));
        byte[] Whole() => JsonSerializer.SerializeToUtf8Bytes(read.Complete(reading, asked), ContractsJson.Default.LiquidityRiskAnswer);
        return new VersionedAnswer(version, reading.IsStored ? () => answers.Get($"{bond} {version}", Whole) : Whole);
    }

    /// <summary>Bonds ranked by how easy they are to sell.</summary>
    [Function(nameof(ListLiquidityRisk))]
    [Access(Roles.Retail, Roles.Professional, Roles.RiskManager, Roles.Compliance, Roles.Admin)]
    [Operation("Bonds", typeof(BondListAnswer))]
    [Query("sort", typeof(BondSort), "What they are ranked by.", Default = BondSort.Index)]
    [Query("order", typeof(ListOrder), "Highest or lowest first.", Default = ListOrder.Desc)]
    [Query("level", typeof(LiquidityLevel), "Only bonds of this band.", Also = ListBonds.NotAssessed)]
    [Query("currency", typeof(CurrencyCode), "Only bonds in this currency.")]
    [Query("risk", typeof(RiskLevel), "Only bonds of this level of overall risk.")]
    [Query("alert", typeof(AlertSeverity), "Only bonds with an open alert of at least this severity.")]
    [Query("q", typeof(string), "Only bonds with this text in their ISIN or issuer.", MaxLength = 100)]
    [Query("cursor", typeof(int), "Where to go on: next_cursor of the page before.", Default = 0, Min = 0, Max = 1_000_000)]
    [Query("limit", typeof(int), "How many bonds.", Default = 50, Min = 1, Max = 500)]
    public async Task<IActionResult> ListLiquidityRisk(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/liquidity-risk")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var query = new BondListQuery(
            request.Choice("sort", BondSort.Index),
            request.Choice("order", ListOrder.Desc) == ListOrder.Desc,
            Level(request),
            Currency(request),
            request.Text("q", maxLength: 100),
            request.OptionalChoice<RiskLevel>("risk"),
            request.OptionalChoice<AlertSeverity>("alert"),
            request.Number("cursor", fallback: 0, min: 0, max: 1_000_000),
            request.Number("limit", fallback: 50, min: 1, max: 500));
        return new JsonAnswer<BondListAnswer>(
            await list.ListAsync(query, cancellationToken), ContractsJson.Default.BondListAnswer);
    }

    private static string? Level(HttpRequest request) => request.Text("level", maxLength: 20) switch
    {
        null => null,
        ListBonds.NotAssessed => ListBonds.NotAssessed,
        _ => SnakeCase.Of(request.Choice("level", LiquidityLevel.Poor)),
    };

    private static CurrencyCode? Currency(HttpRequest request) => request.Text("currency", maxLength: 3) switch
    {
        null => null,
        var text when CurrencyCode.TryParse(text, out var code) => code,
        _ => throw RequestReading.Fault("currency", "A currency code of three upper-case letters is expected."),
    };
}

/// <summary>Where an answer comes from.</summary>
internal enum ReadMode
{
    /// <summary>The stored translation while it is within its lifetime.</summary>
    Fast,

    /// <summary>Computed for this request.</summary>
    Accurate,
}

/// <summary>How much an answer says.</summary>
internal enum ReadDetail
{
    /// <summary>Everything.</summary>
    Full,

    /// <summary>The headline.</summary>
    Summary,
}

/// <summary>Direction of a list.</summary>
internal enum ListOrder
{
    /// <summary>Highest first.</summary>
    Desc,

    /// <summary>Lowest first.</summary>
    Asc,
}
