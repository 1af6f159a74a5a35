using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace LiquidityRisk.Domain.Wallets.Proof;

/// <summary>Writes and reads sign-in messages: the text of ERC-4361, character by character, because the text is what is signed.</summary>
public static class SignInText
{
    /// <summary>Longest text that is read, in characters.</summary>
    public const int MaxLength = 4_000;

    /// <summary>What ends the first line.</summary>
    internal const string Request = " wants you to sign in with your Ethereum account:";

    internal const string SchemeEnd = "://";
    internal const string Uri = "URI: ";
    internal const string Version = "Version: ";
    internal const string CurrentVersion = "1";
    internal const string ChainId = "Chain ID: ";
    internal const string Nonce = "Nonce: ";
    internal const string IssuedAt = "Issued At: ";
    internal const string ExpiresAt = "Expiration Time: ";
    internal const string NotBefore = "Not Before: ";
    internal const string RequestId = "Request ID: ";
    internal const string Resources = "Resources:";
    internal const string Resource = "- ";

    /// <summary>The text of a message.</summary>
    /// <exception cref="ArgumentException">A part of it is not as the text must have it.</exception>
    public static string Format(SignInMessage message)
    {
        var text = new StringBuilder();
        if (message.Scheme is { } scheme) text.Append(scheme).Append(SchemeEnd);
        text.Append(message.Domain).Append(Request).Append('\n').Append(message.Wallet).Append("\n\n");
        if (message.Statement is { } statement) text.Append(statement).Append('\n');
        text.Append('\n').Append(Uri).Append(message.Uri)
            .Append('\n').Append(Version).Append(CurrentVersion)
            .Append('\n').Append(ChainId).Append(message.ChainId.ToString(CultureInfo.InvariantCulture))
            .Append('\n').Append(Nonce).Append(message.Nonce)
            .Append('\n').Append(IssuedAt).Append(SignInGrammar.Write(message.IssuedAt));
        if (message.ExpiresAt is { } expires) text.Append('\n').Append(ExpiresAt).Append(SignInGrammar.Write(expires));
        if (message.NotBefore is { } begins) text.Append('\n').Append(NotBefore).Append(SignInGrammar.Write(begins));
        if (message.RequestId is { } request) text.Append('\n').Append(RequestId).Append(request);
        if (message.Resources is { } resources)
        {
            text.Append('\n').Append(Resources);
            foreach (var resource in resources) text.Append('\n').Append(Resource).Append(resource);
        }

        // What cannot be read back as it was meant would be signed as something else.
        var written = text.ToString();
        if (!TryParse(written, out var read, out var fault)) throw new ArgumentException($"No sign-in message has this {fault}.", nameof(message));
        return AreSame(read, message) ? written : throw new ArgumentException("A part of the message would be read as another.", nameof(message));
    }

    /// <summary>Reads a text strictly; false, with the first part at fault, when it is no sign-in message.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out SignInMessage? message, out SignInFault fault)
    {
        message = null;
        fault = SignInFault.Form;
        if (text is not { Length: > 0 and <= MaxLength }) return false;
        message = new SignInReader(text).Read(out fault);
        return message is not null;
    }

    private static bool AreSame(SignInMessage read, SignInMessage meant) =>
        read with { Resources = null } == meant with { Resources = null }
        && (read.Resources ?? []).SequenceEqual(meant.Resources ?? [], StringComparer.Ordinal);
}
