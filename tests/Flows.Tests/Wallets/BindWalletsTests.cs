using LiquidityRisk.Domain.Wallets.Proof;
using LiquidityRisk.Flows.Audit;
using LiquidityRisk.Flows.Json;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Flows.Wallets.Proof;
using LiquidityRisk.TestKit;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Wallets.Tests;

public sealed class BindWalletsTests
{
    private const string Nonce = "0123456789abcdef";
    private static readonly WalletAddress Mine = WalletAddress.Parse("0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2");
    private static readonly WalletAddress Other = WalletAddress.Parse("0xe5A12547fe4E872D192E3eCecb76F2Ce1aeA4946");
    private static readonly byte[] ByMine = Mine.ToBytes();

    private readonly ManualTime _time = new();
    private readonly MemoryDocumentStore _documents;
    private readonly FaultyDocumentStore _store;
    private readonly AuditTrail _audit;
    private readonly WalletBindings _bindings;
    private readonly BindWallets _bind;

    public BindWalletsTests()
    {
        _documents = new MemoryDocumentStore(_time, FlowsJson.Documents);
        _store = new FaultyDocumentStore(_documents);
        _audit = new AuditTrail(_store, _time);
        _bindings = new WalletBindings(_store, _time);
        _bind = Instance(_bindings);
    }

    [Fact]
    public async Task Who_signs_his_challenge_may_read_the_wallet_until_the_binding_lapses()
    {
        var bound = await BindAsync("ana");

        Assert.Equal((Mine.ToString(), TimeSpan.FromDays(90)), (bound.WalletAddress, bound.ExpiresAt - bound.BoundAt));
        Assert.True(await IsBoundAsync("ana"));
        Assert.False(await IsBoundAsync("ben"));
        Assert.False(await _bindings.IsBoundAsync("ana", Other, CancellationToken.None));
        Assert.Equal(bound, Assert.Single((await _bind.OfUserAsync("ana", CancellationToken.None)).Items));

        _time.Advance(TimeSpan.FromDays(90) - TimeSpan.FromSeconds(1));
        Assert.True(await IsBoundAsync("ana"));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(await IsBoundAsync("ana"));
        Assert.Empty((await _bind.OfUserAsync("ana", CancellationToken.None)).Items);
    }

    [Fact]
    public async Task A_wallet_may_have_several_users_and_a_user_several_wallets()
    {
        await BindAsync("ana");
        await BindAsync("ben", nonce: "fedcba9876543210");
        await BindAsync("ana", Other, "fedcba9876543211");

        Assert.True(await IsBoundAsync("ana") && await IsBoundAsync("ben"));
        Assert.Equal(2, (await _bind.OfUserAsync("ana", CancellationToken.None)).Items.Count);
    }

    [Fact]
    public async Task The_same_proof_sent_again_is_answered_the_same_and_changes_nothing()
    {
        var text = await ChallengeAsync("ana");
        var first = await _bind.BindAsync("ana", text, ByMine, CancellationToken.None);
        var writes = _documents.Writes;
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(first, await _bind.BindAsync("ana", text, ByMine, CancellationToken.None));
        Assert.Equal(writes, _documents.Writes);
    }

    [Fact]
    public async Task A_challenge_serves_once_and_only_the_user_to_whom_it_was_given()
    {
        var text = await ChallengeAsync("ana");

        Assert.Equal(SignInRefusal.WrongNonce, (await RefusedAsync("ben", text, ByMine)).Refusal);
        Assert.Equal(SignInRefusal.OtherSigner, (await RefusedAsync("ana", text, Other.ToBytes())).Refusal);
        await _bind.BindAsync("ana", text, ByMine, CancellationToken.None);
        Assert.True(await _bind.UnbindAsync("ana", Mine, CancellationToken.None));
        Assert.Equal(SignInRefusal.AlreadyUsed, (await RefusedAsync("ana", text, ByMine)).Refusal);
        Assert.False(await IsBoundAsync("ana"));
        Assert.False(await _bind.UnbindAsync("ana", Mine, CancellationToken.None));
    }

    [Fact]
    public async Task A_challenge_is_open_for_ten_minutes()
    {
        var text = await ChallengeAsync("ana");
        _time.Advance(ProofSettings.ChallengeLifetime);

        Assert.Contains((await RefusedAsync("ana", text, ByMine)).Refusal, new[] { SignInRefusal.WrongNonce, SignInRefusal.Expired });
    }

    [Fact]
    public async Task What_is_no_message_is_malformed_and_a_strange_nonce_is_nobodys()
    {
        Assert.True((await RefusedAsync("ana", "Let me in.", ByMine)).IsMalformed);
        Assert.True((await RefusedAsync("ana", null, ByMine)).IsMalformed);
        var text = await ChallengeAsync("ana");
        Assert.Equal(SignInRefusal.WrongNonce, (await RefusedAsync("ana", text.Replace(Nonce, new string('z', 500), StringComparison.Ordinal), ByMine)).Refusal);
    }

    [Fact]
    public async Task Another_instance_sees_a_binding_at_once_and_its_end_within_half_a_minute()
    {
        var elsewhere = new WalletBindings(_documents, _time);
        await BindAsync("ana");
        Assert.True(await elsewhere.IsBoundAsync("ana", Mine, CancellationToken.None));

        await _bind.UnbindAsync("ana", Mine, CancellationToken.None);
        Assert.False(await IsBoundAsync("ana"));
        Assert.True(await elsewhere.IsBoundAsync("ana", Mine, CancellationToken.None));
        _time.Advance(WalletBindings.Remembered);
        Assert.False(await elsewhere.IsBoundAsync("ana", Mine, CancellationToken.None));
    }

    [Fact]
    public async Task What_was_found_is_not_looked_up_again_for_half_a_minute()
    {
        await BindAsync("ana");
        await IsBoundAsync("ana");
        _documents.IsUnavailable = true;

        Assert.True(await IsBoundAsync("ana"));
        _time.Advance(WalletBindings.Remembered);
        await Assert.ThrowsAsync<StoreUnavailableException>(IsAnaBoundAsync);

        async Task IsAnaBoundAsync() => await IsBoundAsync("ana");
    }

    [Fact]
    public async Task Wherever_the_binding_breaks_off_the_same_proof_finishes_it()
    {
        foreach (var point in (FaultPoint[])[FaultPoint.Before, FaultPoint.After])
        {
            for (var at = 1; at <= 5; at++)
            {
                var test = new BindWalletsTests();
                var text = await test.ChallengeAsync("ana");
                test._store.Arm(at, point, isLasting: false);
                await Assert.ThrowsAnyAsync<StoreUnavailableException>(() => test._bind.BindAsync("ana", text, ByMine, CancellationToken.None));
                test._store.Recover();

                var bound = await test._bind.BindAsync("ana", text, ByMine, CancellationToken.None);

                Assert.True(await test.IsBoundAsync("ana"));
                Assert.Equal(bound, Assert.Single((await test._bind.OfUserAsync("ana", CancellationToken.None)).Items));
                Assert.Contains((await test.RecordsAsync()).Count, new[] { 1, 2 }); // at least once
            }
        }
    }

    [Fact]
    public async Task Wherever_the_unbinding_breaks_off_the_wallet_is_given_up_by_trying_again()
    {
        foreach (var point in (FaultPoint[])[FaultPoint.Before, FaultPoint.After])
        {
            for (var at = 1; at <= 3; at++)
            {
                var test = new BindWalletsTests();
                await test.BindAsync("ana");
                test._store.Arm(at, point, isLasting: false);
                await Assert.ThrowsAnyAsync<StoreUnavailableException>(() => test._bind.UnbindAsync("ana", Mine, CancellationToken.None));
                test._store.Recover();

                await test._bind.UnbindAsync("ana", Mine, CancellationToken.None);

                Assert.Empty((await test._bind.OfUserAsync("ana", CancellationToken.None)).Items);
                Assert.Null(await test._bindings.FindAsync("ana", Mine, CancellationToken.None));
            }
        }
    }

    [Fact]
    public async Task Two_attempts_at_once_make_one_binding()
    {
        var text = await ChallengeAsync("ana");
        _documents.ConflictOnNextWrites();

        var bound = await _bind.BindAsync("ana", text, ByMine, CancellationToken.None);

        Assert.Equal(bound, Assert.Single((await _bind.OfUserAsync("ana", CancellationToken.None)).Items));
    }

    [Fact]
    public async Task Binding_and_giving_up_are_on_record()
    {
        await BindAsync("ana");
        await _bind.UnbindAsync("ana", Mine, CancellationToken.None);

        Assert.Equal([("wallet_bound", "ana"), ("wallet_unbound", "ana")], (await RecordsAsync()).Select(r => (r.Kind, r.Actor)));
        Assert.True((await _audit.VerifyAsync(WalletRecords.Subject(Mine), CancellationToken.None)).Intact);
    }

    private BindWallets Instance(WalletBindings bindings) =>
        new(_store, bindings, new NamedSigner(), _audit, new ProofSettings(new SignInOrigin(new Uri("https://app.example.com")), TimeSpan.FromDays(90)), _time);

    private async Task<string> ChallengeAsync(string user, WalletAddress? wallet = null, string nonce = Nonce) =>
        (await _bind.ChallengeAsync(user, wallet ?? Mine, nonce, CancellationToken.None)).Message;

    private async Task<Contracts.Wallets.WalletBindingAnswer> BindAsync(string user, WalletAddress? wallet = null, string nonce = Nonce) =>
        await _bind.BindAsync(user, await ChallengeAsync(user, wallet, nonce), (wallet ?? Mine).ToBytes(), CancellationToken.None);

    private Task<ProofRefusedException> RefusedAsync(string user, string? text, byte[] signature) =>
        Assert.ThrowsAsync<ProofRefusedException>(() => _bind.BindAsync(user, text, signature, CancellationToken.None));

    private ValueTask<bool> IsBoundAsync(string user) => _bindings.IsBoundAsync(user, Mine, CancellationToken.None);

    private async Task<IReadOnlyList<Contracts.Bonds.AuditRecordAnswer>> RecordsAsync() =>
        (await _audit.ListAsync(WalletRecords.Subject(Mine), null, null, 100, null, CancellationToken.None)).Items;

    /// <summary>Takes the signer's address for his signature.</summary>
    private sealed class NamedSigner : IWalletSignatures
    {
        public WalletAddress? SignerOf(string message, ReadOnlySpan<byte> signature) => WalletAddress.FromBytes(signature);
    }
}
