using LiquidityRisk.Contracts.Wallets;
using LiquidityRisk.Domain.Wallets.Proof;
using LiquidityRisk.Flows.Audit;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Wallets.Proof;

/// <summary>
/// Binds wallets to users: a user asks for a challenge, signs it with the wallet's key, and may read the wallet from then on. What follows
/// from the use of a challenge is stored with it first; whoever sends the same proof again finishes what was begun, or hears that it is done.
/// </summary>
public sealed class BindWallets(
    IDocumentStore store, WalletBindings bindings, IWalletSignatures signatures, AuditTrail audit, ProofSettings settings, TimeProvider time)
{
    private const int MaxAttempts = 5;
    private const int MaxNonce = 64;

    /// <summary>Gives out a challenge to prove a wallet.</summary>
    /// <param name="userId">Who claims the wallet.</param>
    /// <param name="wallet">Which.</param>
    /// <param name="nonce">At least 8 letters and digits that nobody can guess.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<WalletChallengeAnswer> ChallengeAsync(string userId, WalletAddress wallet, string nonce, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var stored = new StoredChallenge(wallet.Value, now, now + ProofSettings.ChallengeLifetime);
        var text = SignInText.Format(stored.At(settings.Origin, nonce).Message);
        var written = await store.WriteAsync(Key(userId, nonce), stored, ifMatch: null, new DocumentTags(now), cancellationToken);
        if (!written.Written) throw new StoreUnavailableException("This nonce was given out before.");
        return new(wallet.ToString(), text, stored.ExpiresAt);
    }

    /// <summary>Binds the wallet of a signed challenge to the user to whom it was given.</summary>
    /// <exception cref="ProofRefusedException">It proves nothing.</exception>
    public async Task<WalletBindingAnswer> BindAsync(string userId, string? text, byte[] signature, CancellationToken cancellationToken)
    {
        if (!SignInText.TryParse(text, out var message, out var fault)) throw new ProofRefusedException(fault);
        if (message.Nonce.Length > MaxNonce) throw new ProofRefusedException(SignInRefusal.WrongNonce, message.Wallet);
        var (key, signer) = (Key(userId, message.Nonce), signatures.SignerOf(text!, signature));
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            if (await store.ReadAsync<StoredChallenge>(key, cancellationToken) is not { } stored)
                throw new ProofRefusedException(SignInRefusal.WrongNonce, message.Wallet);
            var challenge = stored.Body;
            var refusal = SignInCheck.Of(message, challenge.At(settings.Origin, message.Nonce), challenge.IsDone, signer, time.GetUtcNow());
            if (refusal == SignInRefusal.AlreadyUsed && await StandsAsync(userId, challenge, cancellationToken)) return Answer(challenge.Binding!);
            if (refusal != SignInRefusal.None) throw new ProofRefusedException(refusal, message.Wallet);
            var used = challenge with { Binding = challenge.Binding ?? Binding(challenge, message.Nonce) };
            var written = await store.WriteAsync(key, used, stored.ETag, new DocumentTags(challenge.IssuedAt), cancellationToken);
            if (!written.Written) continue; // another attempt at the same
            await FinishAsync(userId, key, used, written.ETag, cancellationToken);
            return Answer(used.Binding);
        }

        throw new StoreUnavailableException("The same proof is being sent several times at once.");
    }

    /// <summary>Ends a binding.</summary>
    /// <returns>False when there was none.</returns>
    public async Task<bool> UnbindAsync(string userId, WalletAddress wallet, CancellationToken cancellationToken)
    {
        // On record first: rather twice there than not at all.
        var wasBound = await bindings.FindAsync(userId, wallet, cancellationToken) is not null;
        if (wasBound) await audit.NoteAsync(wallet, "wallet_unbound", userId, new WalletAct("The user gave the wallet up.", null), cancellationToken);
        await bindings.RemoveAsync(userId, wallet, cancellationToken);
        return wasBound;
    }

    /// <summary>The wallets that a user has proven.</summary>
    public async Task<WalletBindingListAnswer> OfUserAsync(string userId, CancellationToken cancellationToken) =>
        new([.. (await bindings.OfUserAsync(userId, cancellationToken)).Select(Answer)]);

    private async Task FinishAsync(string userId, DocumentKey key, StoredChallenge used, string eTag, CancellationToken cancellationToken)
    {
        var binding = used.Binding!;
        await bindings.KeepAsync(userId, binding, cancellationToken);
        await audit.NoteAsync(
            WalletAddress.Parse(binding.Wallet), "wallet_bound", userId, new WalletAct("The user proved the wallet by its signature.", binding.Nonce), cancellationToken);
        await store.WriteAsync(key, used with { IsDone = true }, eTag, new DocumentTags(used.IssuedAt), cancellationToken); // a conflict: another attempt did it
    }

    private async Task<bool> StandsAsync(string userId, StoredChallenge challenge, CancellationToken cancellationToken) =>
        challenge.Binding is { } made && await bindings.FindAsync(userId, WalletAddress.Parse(made.Wallet), cancellationToken) == made;

    private StoredBinding Binding(StoredChallenge challenge, string nonce)
    {
        var now = time.GetUtcNow();
        return new(challenge.Wallet, now, now + settings.BindingLifetime, nonce);
    }

    private static WalletBindingAnswer Answer(StoredBinding binding) =>
        new(WalletAddress.Parse(binding.Wallet).ToString(), binding.BoundAt, binding.ExpiresAt);

    private static DocumentKey Key(string userId, string nonce) => new(Collections.WalletProofs, WalletUser.Fingerprint(userId), nonce);
}
