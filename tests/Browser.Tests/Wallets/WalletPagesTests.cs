using System.Text.RegularExpressions;
using LiquidityRisk.Browser.Tests.CashMarket;
using LiquidityRisk.Browser.Tests.Running;
using LiquidityRisk.TestKit;
using static Microsoft.Playwright.Assertions;

namespace LiquidityRisk.Browser.Tests.Wallets;

/// <summary>What the owner of a wallet, and somebody who has to prove one, do on the wallets' pages.</summary>
[Collection(nameof(CashMarketPages))]
public sealed partial class WalletPagesTests(TradingApp app)
{
    /// <summary>For an analysis that reads all sources, milliseconds.</summary>
    private const float Patience = 30_000;

    [Fact]
    public async Task An_owner_reads_what_would_liquidate_his_wallet_and_tries_the_cheapest_remedy()
    {
        await using var owner = await app.ReaderAsync();
        await owner.OpenWalletsAsync();

        await Expect(owner.Page.Locator("[data-field=narrative], main").First).ToContainTextAsync("health factor");
        await Expect(owner.Page.GetByRole(AriaRole.Heading, new() { Name = "What would liquidate it" })).ToBeVisibleAsync();
        await Expect(owner.Page.GetByRole(AriaRole.Heading, new() { Name = "Who could take what" })).ToBeVisibleAsync();
        await owner.WatchAsync();

        await owner.Page.GotoAsync("/wallets/alerts");
        await Expect(owner.Page.GetByText("Health is 1.")).ToBeVisibleAsync(new() { Timeout = Patience });
        await owner.Page.GetByRole(AriaRole.Button, new() { NameRegex = Remedy() }).First.ClickAsync();

        await Expect(owner.Page.Locator("[data-field=simulation]")).ToContainTextAsync("would rise from");
        await Expect(owner.Page.Locator("[data-field=simulation]")).ToContainTextAsync("1.5");
    }

    [Fact]
    public async Task A_fall_of_everything_that_is_tried_out_says_what_could_be_liquidated()
    {
        await using var owner = await app.ReaderAsync();
        await owner.OpenWalletsAsync();
        await owner.Page.GotoAsync("/wallets/stress");
        await Expect(owner.Page.GetByText("Everything but stablecoins falls by 40 %")).ToBeVisibleAsync();

        await owner.Page.GetByLabel("Change of the price").FillAsync("-50");
        await owner.Button("Try it").ClickAsync();

        await Expect(owner.Page.Locator("[data-field=simulation]")).ToContainTextAsync("could then be liquidated");
    }

    [Fact]
    public async Task Who_signs_the_message_with_a_wallets_key_may_read_it()
    {
        var key = new WalletKey(77);
        await using var reader = await app.ReaderAsync();
        await reader.Page.GotoAsync("/wallets");
        await reader.BecomeAsync("Retail reader");
        await reader.Page.GetByLabel("Wallet address").FillAsync(key.Address.ToString());
        await reader.Button("Show").ClickAsync();
        await reader.Button("Get the message to sign").ClickAsync();
        var message = await reader.Page.GetByLabel("Message to sign").InnerTextAsync();
        await reader.Page.GetByLabel("Signature").FillAsync(key.Sign(message.TrimEnd('\n')));
        await reader.Button("Send the signature").ClickAsync();
        await reader.Button("Analyse now").ClickAsync();

        await Expect(reader.Page.GetByText("owes nothing")).ToBeVisibleAsync(new() { Timeout = Patience });
    }

    [Fact]
    public async Task An_address_with_a_mistyped_letter_is_named()
    {
        await using var owner = await app.ReaderAsync();
        await owner.OpenWalletsAsync();
        await owner.Page.GetByLabel("Wallet address").FillAsync("0x2c7536E3605D9C16a7a3D7b1898e529396a65c24");
        await owner.Button("Show").ClickAsync();

        await Expect(owner.Page.GetByText("EIP-55")).ToBeVisibleAsync();
    }

    [GeneratedRegex("^Try it: ", RegexOptions.None, 1_000)]
    private static partial Regex Remedy();
}
