using LiquidityRisk.Functions.Hosting.Http;
using LiquidityRisk.Units;
using Microsoft.AspNetCore.Http;

namespace LiquidityRisk.Functions.Hosting.Access;

/// <summary>What handlers ask of a call for a wallet.</summary>
internal static class WalletRequests
{
    /// <summary>The wallet that a call of a function with <see cref="WalletHeaderAttribute"/> is about.</summary>
    /// <param name="request">The call.</param>
    /// <param name="asked">The wallet that its body names; null when it names none.</param>
    /// <exception cref="RequestFaultException">The body asks for another wallet than the header names (403).</exception>
    public static WalletAddress RequireWallet(this HttpRequest request, WalletAddress? asked = null)
    {
        var call = request.WalletCall();
        if (asked is { } other && other != call.Wallet) throw request.Callers().Mismatch(request.HttpContext, call.Wallet);
        return call.Wallet;
    }

    /// <summary>The wallet and why the caller may read it.</summary>
    public static WalletCall WalletCall(this HttpRequest request) => request.HttpContext.Items[typeof(WalletCall)] as WalletCall
        ?? throw new InvalidOperationException($"The function lacks {nameof(WalletHeaderAttribute)}.");

    /// <summary>Notes a proof of a wallet that proves nothing.</summary>
    public static void NoteBadProof(this HttpRequest request, WalletAddress wallet) => request.Callers().NoteBadProof(request.HttpContext, wallet);

    /// <summary>The wallet that a development sign-in says is the caller's; null for none.</summary>
    public static WalletAddress? ClaimedWallet(this HttpRequest request) => request.Callers().Claimed(request.Caller());

    private static WalletCallers Callers(this HttpRequest request) => (WalletCallers)request.HttpContext.Items[typeof(WalletCallers)]!;
}
