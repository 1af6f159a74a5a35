using LiquidityRisk.Domain.Wallets.Security;
using LiquidityRisk.Flows.Audit;
using LiquidityRisk.Flows.Json;
using LiquidityRisk.Flows.Wallets.Proof;
using LiquidityRisk.Flows.Wallets.Security;
using LiquidityRisk.Functions.Hosting.Access;
using LiquidityRisk.Functions.Hosting.Http;
using LiquidityRisk.TestKit;
using LiquidityRisk.Units;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiquidityRisk.App.Tests.Access;

public class WalletCallersTests
{
    private static readonly WalletAddress Mine = WalletAddress.Parse("0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2");
    private static readonly WalletAddress Other = WalletAddress.Parse("0xe5A12547fe4E872D192E3eCecb76F2Ce1aeA4946");

    [Fact]
    public async Task A_wallet_in_the_sign_in_is_believed_in_development_and_not_in_azure()
    {
        var (here, azure) = (Callers(inAzure: false), Callers(inAzure: true));

        Assert.Equal(WalletAuthority.DevelopmentSignIn, (await here.AdmitAsync(Call(), Mine, CancellationToken.None)).Authority);
        await Assert.ThrowsAsync<RequestFaultException>(AdmitInAzureAsync);

        async Task AdmitInAzureAsync() => await azure.AdmitAsync(Call(), Mine, CancellationToken.None);
    }

    [Fact]
    public void A_body_that_names_another_wallet_than_the_header_is_stopped()
    {
        var http = Call();
        http.Items[typeof(WalletCallers)] = Callers(inAzure: false);
        http.Items[typeof(WalletCall)] = new WalletCall(Mine, WalletAuthority.Proof);

        Assert.Equal(Mine, http.Request.RequireWallet());
        Assert.Equal(Mine, http.Request.RequireWallet(Mine));
        Assert.Equal((403, "wallet_mismatch"), Refusal(Assert.Throws<RequestFaultException>(() => http.Request.RequireWallet(Other))));
    }

    [Fact]
    public void A_function_that_is_not_guarded_gets_no_wallet() =>
        Assert.Throws<InvalidOperationException>(() => Call().Request.RequireWallet());

    private static (int Status, string Code) Refusal(RequestFaultException fault) => (fault.Problem.Status, fault.Problem.Code);

    private static DefaultHttpContext Call()
    {
        var http = new DefaultHttpContext();
        http.Items[typeof(Caller)] = new Caller("ana", new HashSet<string>(StringComparer.Ordinal) { "retail" }, Mine.ToString());
        return http;
    }

    private static WalletCallers Callers(bool inAzure)
    {
        var time = new ManualTime();
        var store = new MemoryDocumentStore(time, FlowsJson.Documents);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("WEBSITE_INSTANCE_ID", inAzure ? "a1" : null)]).Build();
        return new WalletCallers(
            new WalletBindings(store, time),
            new SecurityEvents(store, AccessRules.ForLimit(60), time, NullLogger<SecurityEvents>.Instance),
            new AuditTrail(store, time),
            new ClientAddress(configuration),
            configuration);
    }
}
