using LiquidityRisk.Contracts.Json;

namespace LiquidityRisk.Contracts.CashMarket;

/// <summary>Body of <c>POST /api/v1/liquidity/create</c>: a preview to carry out, or amounts as for a preview.</summary>
/// <param name="PreviewId">The preview to carry out; its amounts hold then.</param>
/// <param name="PreviewHash">Its fingerprint as it was shown to you; another one is refused.</param>
/// <param name="CertificateType">EUA or CEA.</param>
/// <param name="BidAmountEur">EUR to bid with, whole cents; 0 or absent for none.</param>
/// <param name="AskAmountEur">EUR's worth of certificates to ask for; 0 or absent for none.</param>
/// <param name="Items">Several certificates, each once.</param>
/// <param name="Distribution">standard or volatility.</param>
/// <param name="AllowDefaultReference">Whether the plan may rest on the configured default price.</param>
/// <param name="Notes">Why, at most 500 characters.</param>
[JsonExample("""{"certificate_type":"EUA","bid_amount_eur":30000,"ask_amount_eur":30000,"allow_default_reference":true,"notes":"Opening of the week"}""")]
public sealed record LiquidityCreateRequest(
    string? PreviewId,
    string? PreviewHash,
    string? CertificateType,
    decimal? BidAmountEur,
    decimal? AskAmountEur,
    IReadOnlyList<LiquidityItemRequest>? Items,
    string? Distribution,
    bool? AllowDefaultReference,
    string? Notes);

/// <summary>Body of <c>approve</c>, <c>reject</c> and <c>withdraw</c>.</summary>
/// <param name="Comment">Why, at most 500 characters.</param>
[JsonExample("""{"comment":"In line with the market-quality agreement."}""")]
public sealed record DecisionRequest(string? Comment);

/// <summary>Liquidity being created or withdrawn; also the news of the topic <c>liquidity.operations</c>.</summary>
/// <param name="Id">Identifies it.</param>
/// <param name="TicketId">Its first ticket, LIQ-YYYYMMDD-nnnn.</param>
/// <param name="Kind">creation or withdrawal.</param>
/// <param name="Status">awaiting_approval, running, completed, rejected, expired, stopped, rolling_back, rolled_back or needs_attention.</param>
/// <param name="Step">What is being done: decide, recheck, reserve, place, record, cancel, undo or done.</param>
/// <param name="Percent">How far, 0 to 100.</param>
/// <param name="CertificateTypes">Which certificates.</param>
/// <param name="TargetBidLiquidityEur">EUR asked for on the bid side, all certificates.</param>
/// <param name="TargetAskLiquidityEur">EUR asked for on the ask side.</param>
/// <param name="ActualBidLiquidityEur">EUR placed and kept.</param>
/// <param name="ActualAskLiquidityEur">EUR placed and kept.</param>
/// <param name="OrdersCreated">How many orders were placed.</param>
/// <param name="RequestedBy">Who asked for it.</param>
/// <param name="CreatedAt">When.</param>
/// <param name="Deadline">Until when it can be approved; null when it needs no approval.</param>
/// <param name="DecidedBy">Who approved or rejected it.</param>
/// <param name="FinishedAt">When it ended; null while it goes on.</param>
/// <param name="Reason">Why it was not carried out, in words.</param>
/// <param name="Notes">What the requester said.</param>
/// <param name="Withdraws">The creation whose orders a withdrawal cancels; null for a creation.</param>
/// <param name="StatusUrl">Where to ask how far it is.</param>
public sealed record OperationAnswer(
    string Id,
    string? TicketId,
    string Kind,
    string Status,
    string Step,
    int Percent,
    IReadOnlyList<string> CertificateTypes,
    decimal TargetBidLiquidityEur,
    decimal TargetAskLiquidityEur,
    decimal ActualBidLiquidityEur,
    decimal ActualAskLiquidityEur,
    int OrdersCreated,
    string RequestedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset? Deadline,
    string? DecidedBy,
    DateTimeOffset? FinishedAt,
    string? Reason,
    string? Notes,
    string? Withdraws,
    string StatusUrl);

/// <summary>A page of operations.</summary>
/// <param name="Items">Newest first.</param>
/// <param name="Cursor">Asks for the next page; null on the last.</param>
public sealed record OperationListAnswer(IReadOnlyList<OperationAnswer> Items, string? Cursor);

/// <summary>An operation with everything about it.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Plans">What was planned, by certificate.</param>
/// <param name="MarketMakersUsed">Whose assets, and how much.</param>
/// <param name="Orders">The orders that were placed, with what became of them.</param>
/// <param name="Steps">What was done, in order, with the outcome of each undo.</param>
/// <param name="Tickets">The log of the operation; only ever added to.</param>
/// <param name="Differences">Why the recheck stopped it, in words.</param>
/// <param name="DecisionComment">What the approver said.</param>
public sealed record OperationDetailAnswer(
    OperationAnswer Operation,
    IReadOnlyList<CertificatePlanAnswer> Plans,
    IReadOnlyList<MakerUseAnswer> MarketMakersUsed,
    IReadOnlyList<OperationOrderAnswer> Orders,
    IReadOnlyList<OperationStepAnswer> Steps,
    IReadOnlyList<TicketAnswer> Tickets,
    IReadOnlyList<string> Differences,
    string? DecisionComment);

/// <summary>A market maker that took part.</summary>
/// <param name="Id">Which.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">ASSET_HOLDER or LIQUIDITY_PROVIDER.</param>
/// <param name="AssetType">EUR, EUA or CEA.</param>
/// <param name="Amount">How much of it.</param>
public sealed record MakerUseAnswer(string Id, string Name, string Type, string AssetType, decimal Amount);

/// <summary>An order of an operation.</summary>
/// <param name="Id">Its number in the market.</param>
/// <param name="CertificateType">EUA or CEA.</param>
/// <param name="MmId">Whose.</param>
/// <param name="Side">BUY or SELL.</param>
/// <param name="Price">EUR.</param>
/// <param name="Quantity">Certificates placed.</param>
/// <param name="Remaining">Certificates that still wait.</param>
/// <param name="Status">open, done (traded or cancelled since) or cancelled (by the undo or a withdrawal).</param>
public sealed record OperationOrderAnswer(
    string Id, string CertificateType, string MmId, string Side, decimal Price, long Quantity, long Remaining, string Status);

/// <summary>A step of an operation.</summary>
/// <param name="Name">recheck, reserve, place, record or cancel, with what it concerns: the certificate and the market maker.</param>
/// <param name="Status">pending, started, done or failed.</param>
/// <param name="At">When it last changed.</param>
/// <param name="Detail">What happened, in words.</param>
/// <param name="Undo">done or failed when it was undone; null otherwise.</param>
/// <param name="UndoDetail">What the undo did, in words.</param>
public sealed record OperationStepAnswer(string Name, string Status, DateTimeOffset At, string? Detail, string? Undo, string? UndoDetail);

/// <summary>An entry of the log.</summary>
/// <param name="TicketId">LIQ-YYYYMMDD-nnnn.</param>
/// <param name="Step">What happened.</param>
/// <param name="Actor">Who or what did it.</param>
/// <param name="At">When.</param>
/// <param name="Detail">The same in words.</param>
public sealed record TicketAnswer(string TicketId, string Step, string Actor, DateTimeOffset At, string Detail);

/// <summary>Body of <c>POST</c> and <c>PUT /api/v1/liquidity/schedules</c>: liquidity that is created again and again.</summary>
/// <param name="Name">1 to 100 characters.</param>
/// <param name="Cron">When, UTC: five fields (minute hour day month weekday).</param>
/// <param name="CertificateType">EUA or CEA.</param>
/// <param name="BidAmountEur">EUR to bid with.</param>
/// <param name="AskAmountEur">EUR's worth of certificates to ask for.</param>
/// <param name="Distribution">standard or volatility.</param>
/// <param name="IsActive">Whether it runs; true when absent.</param>
[JsonExample("""{"name":"Weekday opening","cron":"0 7 * * 1-5","certificate_type":"EUA","bid_amount_eur":50000,"ask_amount_eur":50000}""")]
public sealed record ScheduleRequest(
    string? Name, string? Cron, string? CertificateType, decimal? BidAmountEur, decimal? AskAmountEur, string? Distribution, bool? IsActive);

/// <summary>Liquidity that is created again and again.</summary>
/// <param name="Id">Identifies it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Cron">When, UTC.</param>
/// <param name="CertificateType">EUA or CEA.</param>
/// <param name="BidAmountEur">EUR to bid with.</param>
/// <param name="AskAmountEur">EUR's worth of certificates to ask for.</param>
/// <param name="Distribution">standard or volatility.</param>
/// <param name="IsActive">Whether it runs.</param>
/// <param name="CreatedBy">Who made it; another administrator has to approve what it creates above the threshold.</param>
/// <param name="NextRunAt">When it is due next; null when it does not run.</param>
/// <param name="LastRunAt">When it last ran.</param>
/// <param name="LastOperationId">What that created; null when it could not be planned.</param>
/// <param name="LastOutcome">What became of the last run, in words.</param>
public sealed record ScheduleAnswer(
    string Id,
    string Name,
    string Cron,
    string CertificateType,
    decimal BidAmountEur,
    decimal AskAmountEur,
    string Distribution,
    bool IsActive,
    string CreatedBy,
    DateTimeOffset? NextRunAt,
    DateTimeOffset? LastRunAt,
    string? LastOperationId,
    string? LastOutcome);

/// <summary>Schedules.</summary>
/// <param name="Items">By name.</param>
public sealed record ScheduleListAnswer(IReadOnlyList<ScheduleAnswer> Items);
