using LiquidityRisk.Adapters;
using LiquidityRisk.Adapters.Policies;
using LiquidityRisk.Domain.Wallets.Security;
using LiquidityRisk.Flows.Audit;
using LiquidityRisk.Flows.Bonds;
using LiquidityRisk.Flows.CashMarket;
using LiquidityRisk.Flows.CashMarket.Liquidity;
using LiquidityRisk.Flows.Json;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Flows.Realtime;
using LiquidityRisk.Flows.Requests;
using LiquidityRisk.Flows.Telemetry;
using LiquidityRisk.Flows.Wallets.Model;
using LiquidityRisk.Flows.Wallets.Security;
using LiquidityRisk.Functions.Hosting.Access;
using LiquidityRisk.Functions.Hosting.Http;
using LiquidityRisk.Functions.Workflows;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LiquidityRisk.Functions.Hosting;

/// <summary>Composition root: the whole app is put together here, once for every runtime.</summary>
public static class LiquidityRiskApp
{
    /// <summary>Adds the app; the platform's own parts come from <c>Hosting/Local</c> or <c>Hosting/Azure</c>.</summary>
    /// <exception cref="OptionsValidationException">A setting is missing or out of range; the message names it.</exception>
    public static void AddLiquidityRisk(this FunctionsApplicationBuilder builder)
    {
        PlatformSignIn.Require(builder.Configuration);
        builder.UseMiddleware<SecurityHeadersMiddleware>();
        builder.UseMiddleware<RequestMetricsMiddleware>();
        builder.UseMiddleware<ProblemMiddleware>();
        builder.UseMiddleware<AccessMiddleware>();
        builder.UseMiddleware<RateLimitMiddleware>();
        builder.UseMiddleware<WalletMiddleware>();
        builder.Services.AddAllowances(RateLimitOptions.Read(builder.Configuration));
        builder.AddPlatform();
        builder.Services.AddHostedService<TelemetryExport>();
        builder.Services.AddFlows(BondOptions.Read(builder.Configuration));
        builder.Services.AddCashMarket(CashMarketOptions.Read(builder.Configuration));
        builder.Services.AddWallets(WalletOptions.Read(builder.Configuration));
        builder.Services.AddLiquidationModel(LiquidationModelOptions.Read(builder.Configuration));
        builder.Services.AddDocumentStore(builder.Configuration);
    }

    private static void AddAllowances(this IServiceCollection services, RateLimitOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<Allowances>();
        services.AddSingleton<ClientAddress>();
        services.AddSingleton<SharedBuckets>();
        services.AddSingleton<SharedAllowances>();
        services.AddSingleton(AccessRules.ForLimit(options.WalletPerMinute));
        services.AddSingleton<SecurityEvents>();
        services.AddSingleton<ListSecurityEvents>();
        services.AddHostedService<AccessRounds>();
    }

    private static void AddFlows(this IServiceCollection services, BondOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IdSource>(WorkflowInstances.NewId);
        services.AddSingleton(new StoreJson(FlowsJson.Documents));
        services.AddSingleton(options.Bonds);
        services.AddSingleton(options.Events);
        services.AddSingleton<MarketEventReader>();
        services.AddSingleton<IExitPolicies>(s => new WatchedExitPolicy(
            options.PolicyFile, s.GetRequiredService<TimeProvider>(), s.GetRequiredService<ILogger<WatchedExitPolicy>>()));
        services.AddSingleton<BondModel>();
        services.AddSingleton<PolicyArchive>();
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<BondBook>();
        services.AddSingleton<DeadLetters>();
        services.AddSingleton<AnnounceBonds>();
        services.AddSingleton<Retranslation>();
        services.AddSingleton<TranslateMarketData>();
        services.AddSingleton<RecomputeTranslations>();
        services.AddSingleton<ReadTranslation>();
        services.AddSingleton<AnswerCache>();
        services.AddSingleton<ListBonds>();
        services.AddSingleton<BondAlertBook>();
        services.AddSingleton<ServiceMetrics>();
        services.AddSingleton(new PrometheusText()); // listens from the start, not from the first scrape
        services.AddSingleton<ExitQualityBook>();
        services.AddSingleton<GiveFeedback>();
        services.AddSingleton<ReadKpis>();
        services.AddSingleton<CheckBondHealth>();
        services.AddSingleton<ResubmitDeadLetter>();
        services.AddSingleton<ExplainFigure>();
        services.AddSingleton<BondRecords>();
        services.AddSingleton<WhatIfs>();
        services.AddSingleton<PortfolioExits>();
        services.AddSingleton<SubmitMarketData>();
        services.AddSingleton<ITopicSource, BondTopicSource>();
        services.AddSingleton<SubscribeToTopics>();
    }

    private static void AddCashMarket(this IServiceCollection services, CashMarketOptions options)
    {
        services.AddSingleton(options.Liquidity);
        services.AddSingleton(options.Opening);
        services.AddSingleton(MarketSettings.Standard);
        services.AddSingleton<RequestLedger>();
        services.AddSingleton<RepeatableRequests>();
        services.AddSingleton<Markets>();
        services.AddSingleton<AccountBook>();
        services.AddSingleton<AnnounceMarkets>();
        services.AddSingleton<AnnounceAccounts>();
        services.AddSingleton<SettleAccounts>();
        services.AddSingleton<ClientAccounts>();
        services.AddSingleton<FundAccounts>();
        services.AddSingleton<TradeCertificates>();
        services.AddSingleton<ReconcileMarkets>();
        services.AddSingleton<MarketMakers>();
        services.AddSingleton<ProvisionMakers>();
        services.AddSingleton<ITopicSource, MarketTopicSource>();
        services.AddSingleton<ITopicSource, AccountTopicSource>();
        services.AddSingleton<ITopicSource, OperationTopicSource>();
        services.AddSingleton<PlanLiquidity>();
        services.AddSingleton<PreviewLiquidity>();
        services.AddSingleton<CreateLiquidity>();
        services.AddSingleton<DecideLiquidity>();
        services.AddSingleton<WithdrawLiquidity>();
        services.AddSingleton<DriveOperation>();
        services.AddSingleton<ReserveStep>();
        services.AddSingleton<PlaceStep>();
        services.AddSingleton<OperationBook>();
        services.AddSingleton<ReadOperations>();
        services.AddSingleton<TicketNumbers>();
        services.AddSingleton<LiquiditySchedules>();
    }

    private static void AddLiquidationModel(this IServiceCollection services, LiquidationModelOptions options)
    {
        services.AddSingleton(options.Rules);
        services.AddSingleton<ModelBook>();
        services.AddSingleton<TrainingSamples>();
        services.AddSingleton<TrainLiquidationModel>();
        services.AddSingleton<RollBackLiquidationModel>();
        services.AddSingleton<ReadLiquidationModel>();
        services.AddSingleton<LiquidationModels>();
    }
}
