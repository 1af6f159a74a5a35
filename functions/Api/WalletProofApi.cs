using System.Buffers;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Contracts.Wallets;
using LiquidityRisk.Flows.Wallets.Proof;
using LiquidityRisk.Functions.Hosting.Access;
using LiquidityRisk.Functions.Hosting.Http;
using LiquidityRisk.Functions.Hosting.OpenApi;
using LiquidityRisk.Functions.Workflows;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LiquidityRisk.Functions.Api;

/// <summary>Proving that a wallet is one's own (ERC-4361).</summary>
public sealed class WalletProofApi(BindWallets bind, WalletBindings bindings, IdSource ids)
{
    private const string Tag = "Wallets";
    private const string SomeWallet = "0x2c7536E3605D9C16a7a3D7b1898e529396a65c23";
    private const int SignatureDigits = 130;
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>Gives out a message to sign with the wallet's key. It may be used once, within ten minutes.</summary>
    [Function(nameof(ChallengeWallet))]
    [Access(Roles.Retail, Roles.Professional, Roles.RiskManager, Roles.Compliance, Roles.Admin)]
    [Weight(10)]
    [Operation(Tag, typeof(WalletChallengeAnswer), Body = typeof(WalletChallengeRequest))]
    public async Task<IActionResult> ChallengeWallet(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/risk/wallets/challenge")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var body = await request.JsonAsync(ContractsJson.Default.WalletChallengeRequest, cancellationToken);
        var wallet = WalletCallers.AddressOrFault("wallet_address", body.WalletAddress);
        var challenge = await bind.ChallengeAsync(request.Caller().UserId, wallet, ids(), cancellationToken);
        return new JsonAnswer<WalletChallengeAnswer>(challenge, ContractsJson.Default.WalletChallengeAnswer);
    }

    /// <summary>Binds the wallet of a signed message to the caller. Sent twice, it is answered the same.</summary>
    [Function(nameof(BindWallet))]
    [Access(Roles.Retail, Roles.Professional, Roles.RiskManager, Roles.Compliance, Roles.Admin)]
    [Weight(10)]
    [Operation(Tag, typeof(WalletBindingAnswer), Body = typeof(WalletBindRequest))]
    public async Task<IActionResult> BindWallet(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/risk/wallets/bind")] HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await request.JsonAsync(ContractsJson.Default.WalletBindRequest, cancellationToken);
        var signature = SignatureOrFault(body.Signature);
        try
        {
            var binding = await bind.BindAsync(request.Caller().UserId, body.Message, signature, cancellationToken);
            return new JsonAnswer<WalletBindingAnswer>(binding, ContractsJson.Default.WalletBindingAnswer);
        }
        catch (ProofRefusedException refused) when (refused.Wallet is { } wallet)
        {
            request.NoteBadProof(wallet);
            throw;
        }
    }

    /// <summary>Gives a wallet up: the caller may no longer read it. Done twice, nothing changes.</summary>
    [Function(nameof(UnbindWallet))]
    [Access(Roles.Retail, Roles.Professional, Roles.RiskManager, Roles.Compliance, Roles.Admin)]
    [Operation(Tag, typeof(WalletBindingListAnswer))]
    [Query("wallet", typeof(string), "Which wallet.", Required = true, MaxLength = 42, Example = SomeWallet)]
    public async Task<IActionResult> UnbindWallet(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/risk/wallets/bind")] HttpRequest request, CancellationToken cancellationToken)
    {
        var wallet = WalletCallers.AddressOrFault("wallet", request.Query["wallet"]);
        await bind.UnbindAsync(request.Caller().UserId, wallet, cancellationToken);
        return await ListBoundWallets(request, cancellationToken);
    }

    /// <summary>The wallets that the caller has proven.</summary>
    [Function(nameof(ListBoundWallets))]
    [Access(Roles.Retail, Roles.Professional, Roles.RiskManager, Roles.Compliance, Roles.Admin)]
    [Operation(Tag, typeof(WalletBindingListAnswer))]
    public async Task<IActionResult> ListBoundWallets(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/risk/wallets/bound")] HttpRequest request, CancellationToken cancellationToken) =>
        new JsonAnswer<WalletBindingListAnswer>(
            await bind.OfUserAsync(request.Caller().UserId, cancellationToken), ContractsJson.Default.WalletBindingListAnswer);

    /// <summary>Why the caller may read the wallet that the header names, and until when.</summary>
    [Function(nameof(GetWalletAccess))]
    [Access(Roles.Retail, Roles.Professional, Roles.RiskManager, Roles.Compliance, Roles.Admin)]
    [WalletHeader]
    [Operation(Tag, typeof(WalletAccessAnswer))]
    [Query("wallet", typeof(string), "The same wallet as in the header.", MaxLength = 42, Example = SomeWallet)]
    public async Task<IActionResult> GetWalletAccess(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/risk/wallets/access")] HttpRequest request, CancellationToken cancellationToken)
    {
        var (wallet, call) = (request.RequireWallet(), request.WalletCall());
        var binding = call.Authority == WalletAuthority.Proof ? await bindings.FindAsync(request.Caller().UserId, wallet, cancellationToken) : null;
        return new JsonAnswer<WalletAccessAnswer>(
            new(wallet.ToString(), SnakeCase.Of(call.Authority), binding?.ExpiresAt), ContractsJson.Default.WalletAccessAnswer);
    }

    private static byte[] SignatureOrFault(string? text)
    {
        if (text is { Length: SignatureDigits + 2 } && text.StartsWith("0x", StringComparison.Ordinal) && text.AsSpan(2).IndexOfAnyExcept(HexDigits) < 0)
            return Convert.FromHexString(text.AsSpan(2));
        throw RequestReading.Fault("signature", "A signature is 0x and 130 hexadecimal digits: r, s and v.");
    }
}
