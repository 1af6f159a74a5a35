using LiquidityRisk.Contracts.CashMarket;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Domain.CashMarket.Tape;
using LiquidityRisk.Flows.CashMarket;
using LiquidityRisk.Functions.Hosting.Access;
using LiquidityRisk.Functions.Hosting.Http;
using LiquidityRisk.Functions.Hosting.OpenApi;
using LiquidityRisk.Units;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LiquidityRisk.Functions.Api;

/// <summary>What everybody may see of the certificate markets.</summary>
public sealed class CashMarketApi(Markets markets, TimeProvider time)
{
    private const string Route = "api/v1/cash-market/{certificate}";

    /// <summary>A market's order book by price.</summary>
    [Function(nameof(GetBook))]
    [Access(Roles.Retail, Roles.Professional, Roles.RiskManager, Roles.Compliance, Roles.Admin)]
    [Operation("Cash market", typeof(BookAnswer))]
    [Path("certificate", typeof(CertificateType), "EUA or CEA.")]
    [Query("depth", typeof(int), "How many prices on each side.", Default = 100, Min = 1, Max = 10_000)]
    public async Task<IActionResult> GetBook(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/book")] HttpRequest request,
        string certificate,
        CancellationToken cancellationToken)
    {
        var type = RequestReading.CertificateOrFault("certificate", certificate);
        var depth = request.Number("depth", fallback: 100, min: 1, max: 10_000);
        return new JsonAnswer<BookAnswer>(MarketAnswers.Book(type, await markets[type].TapeAsync(cancellationToken), depth), ContractsJson.Default.BookAnswer);
    }

    /// <summary>A market's last trades, newest first.</summary>
    [Function(nameof(GetTrades))]
    [Access(Roles.Retail, Roles.Professional, Roles.RiskManager, Roles.Compliance, Roles.Admin)]
    [Operation("Cash market", typeof(TradeListAnswer))]
    [Path("certificate", typeof(CertificateType), "EUA or CEA.")]
    [Query("limit", typeof(int), "How many trades.", Default = 50, Min = 1, Max = 200)]
    public async Task<IActionResult> GetTrades(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/trades")] HttpRequest request,
        string certificate,
        CancellationToken cancellationToken)
    {
        var type = RequestReading.CertificateOrFault("certificate", certificate);
        var limit = request.Number("limit", fallback: 50, min: 1, max: 200);
        return new JsonAnswer<TradeListAnswer>(
            MarketAnswers.Trades(type, await markets[type].TapeAsync(cancellationToken), limit), ContractsJson.Default.TradeListAnswer);
    }

    /// <summary>A market over the last 24 hours.</summary>
    [Function(nameof(GetMarketStats))]
    [Access(Roles.Retail, Roles.Professional, Roles.RiskManager, Roles.Compliance, Roles.Admin)]
    [Operation("Cash market", typeof(MarketStatsAnswer))]
    [Path("certificate", typeof(CertificateType), "EUA or CEA.")]
    public async Task<IActionResult> GetMarketStats(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/stats")] HttpRequest request,
        string certificate,
        CancellationToken cancellationToken)
    {
        var type = RequestReading.CertificateOrFault("certificate", certificate);
        var tape = await markets[type].TapeAsync(cancellationToken);
        return new JsonAnswer<MarketStatsAnswer>(MarketAnswers.Stats(type, tape.Stats(time.GetUtcNow())), ContractsJson.Default.MarketStatsAnswer);
    }

    /// <summary>A market's prices over time.</summary>
    [Function(nameof(GetCandles))]
    [Access(Roles.Retail, Roles.Professional, Roles.RiskManager, Roles.Compliance, Roles.Admin)]
    [Operation("Cash market", typeof(CandleListAnswer))]
    [Path("certificate", typeof(CertificateType), "EUA or CEA.")]
    [Query("interval", typeof(string), "How much time each covers: 1m (of the last day), 1h (30 days) or 1d (two years).", Default = "1h", MaxLength = 2)]
    [Query("limit", typeof(int), "How many, the latest ones.", Default = 200, Min = 1, Max = 1_440)]
    public async Task<IActionResult> GetCandles(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/candles")] HttpRequest request,
        string certificate,
        CancellationToken cancellationToken)
    {
        var type = RequestReading.CertificateOrFault("certificate", certificate);
        var text = request.Text("interval", maxLength: 2) ?? "1h";
        var interval = text switch
        {
            "1m" => CandleInterval.Minute,
            "1h" => CandleInterval.Hour,
            "1d" => CandleInterval.Day,
            _ => throw RequestReading.Fault("interval", "One of 1m, 1h, 1d is expected."),
        };
        var limit = request.Number("limit", fallback: 200, min: 1, max: 1_440);
        var tape = await markets[type].TapeAsync(cancellationToken);
        return new JsonAnswer<CandleListAnswer>(MarketAnswers.Candles(type, text, tape.Candles(interval, limit)), ContractsJson.Default.CandleListAnswer);
    }
}
