using LiquidityRisk.Domain.Wallets.Security;
using LiquidityRisk.Flows.Audit;
using LiquidityRisk.Flows.Wallets;
using LiquidityRisk.Flows.Wallets.Proof;
using LiquidityRisk.Flows.Wallets.Security;
using LiquidityRisk.Functions.Hosting.Http;
using LiquidityRisk.Units;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace LiquidityRisk.Functions.Hosting.Access;

/// <summary>Decides who may read which wallet.</summary>
internal sealed class WalletCallers(
    WalletBindings bindings, SecurityEvents security, AuditTrail audit, ClientAddress address, IConfiguration configuration)
{
    /// <summary>The header that names the wallet.</summary>
    public const string Header = "x-wallet-address";

    /// <summary>The parameter of a query that names it again.</summary>
    public const string Parameter = "wallet";

    /// <summary>Roles that may read every wallet; each reading over HTTP is on record.</summary>
    public static readonly IReadOnlyList<string> ReadersOfAll = [Roles.RiskManager, Roles.Compliance];

    private readonly bool _inAzure = PlatformSignIn.IsInAzure(configuration);

    /// <summary>The wallet that the header names.</summary>
    /// <exception cref="RequestFaultException">It is missing or none (400), or the query names another one (403).</exception>
    public WalletAddress Named(HttpContext http)
    {
        var wallet = AddressOrFault(Header, http.Request.Headers[Header].ToString());
        security.NoteRequest(wallet, Client(http));
        if (http.Request.Query[Parameter].ToString() is { Length: > 0 } asked && AddressOrFault(Parameter, asked) != wallet)
            throw Mismatch(http, wallet);
        return wallet;
    }

    /// <summary>Why a caller may read a wallet.</summary>
    /// <exception cref="RequestFaultException">He may not (403).</exception>
    public async ValueTask<WalletCall> AdmitAsync(HttpContext http, WalletAddress wallet, CancellationToken cancellationToken)
    {
        var caller = http.Request.Caller();
        if (Claimed(caller) == wallet)
            return new(wallet, WalletAuthority.DevelopmentSignIn);
        if (await bindings.IsBoundAsync(caller.UserId, wallet, cancellationToken)) return new(wallet, WalletAuthority.Proof);
        if (caller.HasAnyOf(ReadersOfAll))
        {
            await NoteReadingAsync(caller, wallet, http.Request.Path, cancellationToken);
            return new(wallet, WalletAuthority.Role);
        }

        security.NoteFailedCheck(wallet, Client(http));
        throw new RequestFaultException(new Problem(
            StatusCodes.Status403Forbidden,
            "wallet_not_proven",
            "You have not proven that this wallet is yours.",
            $"Ask for a challenge (POST /api/risk/wallets/challenge), sign it with the key of {wallet} and send it to /api/risk/wallets/bind.",
            new Dictionary<string, string[]>(StringComparer.Ordinal) { [Header] = ["This wallet is not bound to you."] }));
    }

    /// <summary>The wallet that a development sign-in says is a caller's; null in Azure, where only a proof counts.</summary>
    public WalletAddress? Claimed(Caller caller) =>
        !_inAzure && WalletAddress.TryParse(caller.Wallet, out var claimed, out _) ? claimed : null;

    /// <summary>Notes a proof that proves nothing.</summary>
    public void NoteBadProof(HttpContext http, WalletAddress wallet) => security.NoteFailedCheck(wallet, Client(http));

    /// <summary>Notes that somebody asks for another wallet than the header names, and what stops him.</summary>
    public RequestFaultException Mismatch(HttpContext http, WalletAddress wallet)
    {
        security.NoteFailedCheck(wallet, Client(http));
        return new(new Problem(
            StatusCodes.Status403Forbidden, "wallet_mismatch", "The request is about another wallet.", $"{Header} and the wallet asked for are not the same."));
    }

    /// <summary>An address, or a fault that names where it should have been.</summary>
    public static WalletAddress AddressOrFault(string field, string? text) => WalletAddress.TryParse(text, out var wallet, out var fault)
        ? wallet
        : throw RequestReading.Fault(field, WalletAddress.Explain(fault));

    private ClientOrigin Client(HttpContext http) => ClientOrigins.Of(address.Of(http));

    private Task NoteReadingAsync(Caller caller, WalletAddress wallet, PathString path, CancellationToken cancellationToken) => audit.AppendAsync(
        ReadingRecords.Subject(caller.UserId), ReadingRecords.Kind, caller.UserId, ReadingRecords.Content(WalletRecords.Subject(wallet), path.Value ?? ""), cancellationToken);
}
