namespace LiquidityRisk.Flows.Ports;

/// <summary>The collections of the document store, each with its default lifetime. Adapters create exactly these.</summary>
public static class Collections
{
    /// <summary>Bond states with their translations; partition = shard of the ISIN.</summary>
    public const string Bonds = "bonds";

    /// <summary>Events that could not be used, with the reason; partition = UTC day.</summary>
    public const string DeadLetters = "dead-letters";

    /// <summary>Append-only records, hash-chained; partition = subject.</summary>
    public const string Audit = "audit";

    /// <summary>Every exit policy that was ever in force; partition = kind of policy.</summary>
    public const string Policies = "policies";

    /// <summary>What became of recommendations; partition = UTC month.</summary>
    public const string Feedback = "feedback";

    /// <summary>Journals of the certificate markets and their snapshots; partition = certificate.</summary>
    public const string Market = "market";

    /// <summary>Accounts of clients and market makers; partition = shard of the account.</summary>
    public const string Accounts = "accounts";

    /// <summary>Pages of accounts' transactions, append-only; partition = account.</summary>
    public const string Transactions = "transactions";

    /// <summary>Liquidity operations, schedules and ticket numbers; partition = which of them.</summary>
    public const string Liquidity = "liquidity";

    /// <summary>Liquidity plans that may yet be carried out; partition = id.</summary>
    public const string Previews = "previews";

    /// <summary>Answers to requests with an idempotency key; partition = fingerprint of caller and key.</summary>
    public const string Requests = "requests";

    /// <summary>Wallets: what was read of them, their alerts and newest history; partition = shard of the address.</summary>
    public const string Wallets = "wallets";

    /// <summary>Pages of wallets' older history; partition = address.</summary>
    public const string WalletHistory = "wallet-history";

    /// <summary>Markets by which wallets were judged; one partition.</summary>
    public const string WalletMarkets = "wallet-markets";

    /// <summary>Scans over wallets; one partition.</summary>
    public const string WalletScans = "wallet-scans";

    /// <summary>Samples with their outcome, for the liquidation model; partition = UTC month.</summary>
    public const string LiquidationSamples = "liquidation-samples";

    /// <summary>Versions of the liquidation model, and which one is in force; one partition.</summary>
    public const string LiquidationModels = "liquidation-models";
    /// <summary>Challenges to prove a wallet, each used once; partition = fingerprint of the user.</summary>
    public const string WalletProofs = "wallet-proofs";

    /// <summary>Who has proven which wallet, until it lapses; partition = wallet, and once more = user.</summary>
    public const string WalletBindings = "wallet-bindings";

    /// <summary>What instances have granted of allowances that they share; partition = whose allowance.</summary>
    public const string RequestCounts = "request-counts";

    /// <summary>Unusual access to wallets; partition = UTC day.</summary>
    public const string SecurityEvents = "security-events";

    /// <summary>Every collection and how long its documents live by default; null means for ever.</summary>
    public static IReadOnlyDictionary<string, TimeSpan?> All { get; } = new Dictionary<string, TimeSpan?>(StringComparer.Ordinal)
    {
        [Bonds] = null,
        [DeadLetters] = TimeSpan.FromDays(30),
        [Audit] = null,
        [Policies] = null,
        [Feedback] = TimeSpan.FromDays(730),
        [Market] = null,
        [Accounts] = null,
        [Transactions] = null,
        [Liquidity] = null,
        [Previews] = TimeSpan.FromDays(1),
        [Requests] = TimeSpan.FromDays(1),
        [Wallets] = null,
        [WalletHistory] = TimeSpan.FromDays(730),
        [WalletMarkets] = TimeSpan.FromDays(7),
        [WalletScans] = TimeSpan.FromDays(30),
        [LiquidationSamples] = TimeSpan.FromDays(730),
        [LiquidationModels] = null,
        [WalletProofs] = TimeSpan.FromMinutes(10),
        [WalletBindings] = null,
        [RequestCounts] = TimeSpan.FromMinutes(10),
        [SecurityEvents] = TimeSpan.FromDays(400),
    };
}
