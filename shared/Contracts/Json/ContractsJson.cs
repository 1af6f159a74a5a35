using System.Text.Json;
using System.Text.Json.Serialization;
using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Contracts.Calculations;
using LiquidityRisk.Contracts.Realtime;

namespace LiquidityRisk.Contracts.Json;

/// <summary>The one JSON configuration: snake_case, source-generated, units as numbers, duplicate members refused.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DictionaryKeyPolicy = JsonKnownNamingPolicy.Unspecified,
    AllowDuplicateProperties = false,
    Converters =
    [
        typeof(BondPriceConverter), typeof(FaceAmountConverter), typeof(BasisPointsConverter), typeof(ScoreConverter),
        typeof(ProbabilityConverter), typeof(WeightConverter), typeof(IsinConverter), typeof(CurrencyCodeConverter),
        typeof(CreditRatingConverter),
    ])]
[JsonSerializable(typeof(MarketDataEvent))]
[JsonSerializable(typeof(MicrostructurePayload))]
[JsonSerializable(typeof(AuctionPayload))]
[JsonSerializable(typeof(MarketMakerPayload))]
[JsonSerializable(typeof(BondReferencePayload))]
[JsonSerializable(typeof(RiskArtifactPayload))]
[JsonSerializable(typeof(MarketDataRequest))]
[JsonSerializable(typeof(MarketDataAnswer))]
[JsonSerializable(typeof(DeadLetter))]
[JsonSerializable(typeof(DeadLetterAnswer))]
[JsonSerializable(typeof(EventAcceptance))]
[JsonSerializable(typeof(ResubmitRequest))]
[JsonSerializable(typeof(ResubmittedEvent))]
[JsonSerializable(typeof(BondHealthAnswer))]
[JsonSerializable(typeof(ExplanationAnswer))]
[JsonSerializable(typeof(LiquidityRiskAnswer))]
[JsonSerializable(typeof(LiquidityRiskSummaryAnswer))]
[JsonSerializable(typeof(BondListAnswer))]
[JsonSerializable(typeof(RecomputeRequest))]
[JsonSerializable(typeof(RecomputeAcceptedAnswer))]
[JsonSerializable(typeof(RecomputeStatusAnswer))]
[JsonSerializable(typeof(TopicEnvelope<SnapshotPayload>))]
[JsonSerializable(typeof(TopicEnvelope<TopicError>))]
[JsonSerializable(typeof(TopicEnvelope<RawJson>))]
[JsonSerializable(typeof(LiquidityPayload))]
[JsonSerializable(typeof(RiskPayload))]
[JsonSerializable(typeof(ExitPayload))]
[JsonSerializable(typeof(LadderAnswer))]
[JsonSerializable(typeof(HistoryAnswer))]
[JsonSerializable(typeof(PortfolioRequest))]
[JsonSerializable(typeof(PortfolioAnswer))]
[JsonSerializable(typeof(ScenarioRequest))]
[JsonSerializable(typeof(ScenarioAnswer))]
[JsonSerializable(typeof(AlertAnswer))]
[JsonSerializable(typeof(AlertListAnswer))]
[JsonSerializable(typeof(AuditRecordAnswer))]
[JsonSerializable(typeof(AuditListAnswer))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(ChainVerdictAnswer))]
[JsonSerializable(typeof(AuditVerdictAnswer))]
[JsonSerializable(typeof(FeedbackRequest))]
[JsonSerializable(typeof(FeedbackAnswer))]
[JsonSerializable(typeof(KpiAnswer))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(NegotiateAnswer))]
[JsonSerializable(typeof(TopicRequest))]
[JsonSerializable(typeof(VarRequest))]
[JsonSerializable(typeof(VarAnswer))]
[JsonSerializable(typeof(GarchRequest))]
[JsonSerializable(typeof(GarchAnswer))]
[JsonSerializable(typeof(DccRequest))]
[JsonSerializable(typeof(DccAnswer))]
[JsonSerializable(typeof(GreeksRequest))]
[JsonSerializable(typeof(GreeksAnswer))]
[JsonSerializable(typeof(ImpliedVolRequest))]
[JsonSerializable(typeof(ImpliedVolAnswer))]
[JsonSerializable(typeof(PerformanceRequest))]
[JsonSerializable(typeof(PerformanceAnswer))]
[JsonSerializable(typeof(OptimizeRequest))]
[JsonSerializable(typeof(OptimizeAnswer))]
public sealed partial class ContractsJson : JsonSerializerContext;
