using System.Collections.Frozen;
using LiquidityRisk.Flows.Wallets.Proof;
using LiquidityRisk.Functions.Hosting.Http;
using LiquidityRisk.Functions.Hosting.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace LiquidityRisk.Functions.Hosting.Access;

/// <summary>
/// Lets calls for a wallet through when their caller may read it and neither his address nor the wallet is beyond its allowance. Only who may
/// read a wallet uses its allowance up: a stranger who names it cannot lock its owner out.
/// </summary>
internal sealed class WalletMiddleware(
    WalletCallers callers, SharedAllowances wallets, Allowances addresses, ClientAddress address, RateLimitOptions options) : IFunctionsWorkerMiddleware
{
    private static readonly FrozenSet<string> Guarded =
        HttpFunctionList.All.Where(f => f.NeedsWallet).Select(f => f.Name).ToFrozenSet(StringComparer.Ordinal);

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var http = context.GetHttpContext();
        if (http is not null) http.Items[typeof(WalletCallers)] = callers;
        if (http is not null && Guarded.Contains(context.FunctionDefinition.Name))
        {
            var byAddress = addresses.Take("wallet address " + address.Of(http), options.WalletAddressPerMinute);
            if ((byAddress.IsGranted ? await RefusalAsync(http) : AllowanceHeaders.Apply(http, byAddress)) is { } refusal)
            {
                await refusal.WriteAsync(http);
                return;
            }
        }

        await next(context);
    }

    private async Task<Problem?> RefusalAsync(HttpContext http)
    {
        var call = await callers.AdmitAsync(http, callers.Named(http), http.RequestAborted);
        http.Items[typeof(WalletCall)] = call;

        // Who reads by his role has an allowance of his own for each wallet, beside its owner's.
        var whose = call.Authority == WalletAuthority.Role ? WalletUser.Fingerprint(http.Request.Caller().UserId) + "." : "";
        return AllowanceHeaders.Apply(http, wallets.Take(whose + call.Wallet.Value));
    }
}
