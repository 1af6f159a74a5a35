using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Flows.Audit;
using LiquidityRisk.Flows.Bonds;
using LiquidityRisk.Flows.CashMarket;
using LiquidityRisk.Flows.CashMarket.Liquidity;
using LiquidityRisk.Flows.Requests;
using LiquidityRisk.Flows.Wallets;
using LiquidityRisk.Flows.Wallets.Answers;
using LiquidityRisk.Flows.Wallets.Market;
using LiquidityRisk.Flows.Wallets.Model;
using LiquidityRisk.Flows.Wallets.Scan;
using LiquidityRisk.Flows.Wallets.Proof;
using LiquidityRisk.Flows.Wallets.Security;

namespace LiquidityRisk.Flows.Json;

/// <summary>How the flows' documents are written: as the contracts, with enums in snake case and absent values left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true, // what is computed from the rest is not stored
    Converters =
    [
        typeof(BondPriceConverter), typeof(FaceAmountConverter), typeof(BasisPointsConverter), typeof(ScoreConverter),
        typeof(ProbabilityConverter), typeof(WeightConverter), typeof(IsinConverter), typeof(StoredCurrencyConverter),
        typeof(CreditRatingConverter), typeof(SnakeCaseEnums), typeof(AccountIdConverter), typeof(OwnerIdConverter), typeof(CommandIdConverter),
        typeof(OrderIdConverter), typeof(TradeIdConverter), typeof(TicksConverter), typeof(HalfTicksConverter), typeof(LotsConverter),
        typeof(PartsPerMillionConverter), typeof(CertificateTypeConverter), typeof(AssetAmountConverter), typeof(AssetAmountsConverter),
        typeof(HoldingConverter), typeof(TransactionReferenceConverter), typeof(MarketEventConverter), typeof(InputHashConverter), typeof(MakerNamesConverter), typeof(NoActionsConverter), typeof(MarketCommandConverter),
        typeof(WalletAddressConverter), typeof(TokenSymbolConverter), typeof(TokenAmountConverter), typeof(UsdPriceConverter), typeof(UsdConverter),
    ])]
[JsonSerializable(typeof(BondDocument))]
[JsonSerializable(typeof(BondHead))]
[JsonSerializable(typeof(BondInputs))]
[JsonSerializable(typeof(DeadLetter))]
[JsonSerializable(typeof(AuditRecord))]
[JsonSerializable(typeof(RecordedTranslation))]
[JsonSerializable(typeof(RecordedOutputs))]
[JsonSerializable(typeof(HistoryPoint))]
[JsonSerializable(typeof(PolicyDocument))]
[JsonSerializable(typeof(StoredOutcome))]
[JsonSerializable(typeof(JournalDocument))]
[JsonSerializable(typeof(SnapshotHead))]
[JsonSerializable(typeof(SnapshotPart))]
[JsonSerializable(typeof(AnnouncedPosition))]
[JsonSerializable(typeof(AccountDocument))]
[JsonSerializable(typeof(AccountHead))]
[JsonSerializable(typeof(TransactionPage))]
[JsonSerializable(typeof(StoredRequest))]
[JsonSerializable(typeof(CashMarketAct))]
[JsonSerializable(typeof(PreviewDocument))]
[JsonSerializable(typeof(Dictionary<string, MakerName>))]
[JsonSerializable(typeof(Domain.CashMarket.Liquidity.ReferencePrice), TypeInfoPropertyName = "LiquidityReferencePrice")]
[JsonSerializable(typeof(Domain.CashMarket.Liquidity.ReferencePrice?), TypeInfoPropertyName = "NullableLiquidityReferencePrice")]
[JsonSerializable(typeof(OperationDocument))]
[JsonSerializable(typeof(OperationHead))]
[JsonSerializable(typeof(TicketCounter))]
[JsonSerializable(typeof(ScheduleDocument))]
[JsonSerializable(typeof(WalletDocument))]
[JsonSerializable(typeof(WalletHead))]
[JsonSerializable(typeof(WalletHistoryPage))]
[JsonSerializable(typeof(WalletInputs))]
[JsonSerializable(typeof(MarketInputs))]
[JsonSerializable(typeof(MarketHead))]
[JsonSerializable(typeof(ScanDocument))]
[JsonSerializable(typeof(SamplePage))]
[JsonSerializable(typeof(ModelStanding))]
[JsonSerializable(typeof(ModelVersionDocument))]
[JsonSerializable(typeof(ModelVersionHead))]
[JsonSerializable(typeof(ModelAct))]
[JsonSerializable(typeof(StoredChallenge))]
[JsonSerializable(typeof(StoredBinding))]
[JsonSerializable(typeof(WalletAct))]
[JsonSerializable(typeof(StoredSecurityEvent))]
[JsonSerializable(typeof(StoredBucket))]
public sealed partial class FlowsJson : JsonSerializerContext
{
    /// <summary>Options for whoever stores the flows' documents.</summary>
    public static JsonSerializerOptions Documents => DocumentOptions.Value;

    // A class of its own, so that Default is there before it is used.
    private static class DocumentOptions
    {
        public static readonly JsonSerializerOptions Value = new(Default.Options)
        {
            TypeInfoResolver = JsonTypeInfoResolver.Combine(Default, ContractsJson.Default),
        };
    }
}
