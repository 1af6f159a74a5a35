using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Proof;

/// <summary>Reads one sign-in message line by line.</summary>
internal ref struct SignInReader(string text)
{
    private readonly string[] _lines = text.Split('\n');
    private int _next;
    private SignInFault _fault;

    private string? Current => _next < _lines.Length ? _lines[_next] : null;

    /// <summary>The message; null with the first part at fault.</summary>
    public SignInMessage? Read(out SignInFault fault)
    {
        var message = Message();
        fault = _fault;
        return _fault == SignInFault.None ? message : null;
    }

    private SignInMessage? Message()
    {
        var (scheme, domain) = FirstLine();
        var wallet = Wallet();
        var statement = Statement();
        var uri = Field(SignInText.Uri, SignInFault.Uri, SignInGrammar.IsUri);
        Field(SignInText.Version, SignInFault.Version, static v => v == SignInText.CurrentVersion);
        var chain = Field(SignInText.ChainId, SignInFault.ChainId, static c => SignInGrammar.TryReadChain(c, out _));
        var nonce = Field(SignInText.Nonce, SignInFault.Nonce, SignInGrammar.IsNonce);
        var issued = Time(SignInText.IssuedAt, SignInFault.IssuedAt, isRequired: true);
        var expires = Time(SignInText.ExpiresAt, SignInFault.ExpiresAt);
        var begins = Time(SignInText.NotBefore, SignInFault.NotBefore);
        var request = OptionalField(SignInText.RequestId, SignInFault.RequestId, SignInGrammar.IsRequestId);
        var resources = Resources();
        if (Current is not null) Fail(SignInFault.Remainder);
        if (_fault != SignInFault.None) return null;
        SignInGrammar.TryReadChain(chain!, out var chainId);
        return new SignInMessage(domain!, wallet, uri!, chainId, nonce!, issued!.Value)
        {
            Scheme = scheme,
            Statement = statement,
            ExpiresAt = expires,
            NotBefore = begins,
            RequestId = request,
            Resources = resources,
        };
    }

    private (string? Scheme, string? Domain) FirstLine()
    {
        if (Current is not { } line || !line.EndsWith(SignInText.Request, StringComparison.Ordinal)) return Fail<(string?, string?)>(SignInFault.Form);
        _next++;
        var origin = line[..^SignInText.Request.Length];
        var split = origin.IndexOf(SignInText.SchemeEnd, StringComparison.Ordinal);
        var scheme = split < 0 ? null : origin[..split];
        var domain = split < 0 ? origin : origin[(split + SignInText.SchemeEnd.Length)..];
        if (scheme is not null && !SignInGrammar.IsScheme(scheme)) Fail(SignInFault.Scheme);
        if (!SignInGrammar.IsDomain(domain)) Fail(SignInFault.Domain);
        return (scheme, domain);
    }

    private WalletAddress Wallet()
    {
        if (_fault != SignInFault.None) return default;
        var isRight = WalletAddress.TryParse(Current, out var wallet, out _) && string.Equals(wallet.ToString(), Current, StringComparison.Ordinal);
        _next++;
        return isRight ? wallet : Fail<WalletAddress>(SignInFault.Wallet);
    }

    // An empty line, the statement if there is one, and another empty line.
    private string? Statement()
    {
        if (_fault != SignInFault.None) return null;
        if (Current is not "") return Fail<string?>(SignInFault.Form);
        _next++;
        if (Current is "" && (_next + 1 >= _lines.Length || _lines[_next + 1] is not ""))
        {
            _next++;
            return null;
        }

        var statement = Current;
        _next++;
        if (statement is null || !SignInGrammar.IsStatement(statement)) return Fail<string?>(SignInFault.Statement);
        if (Current is not "") return Fail<string?>(SignInFault.Form);
        _next++;
        return statement;
    }

    private string? Field(string name, SignInFault fault, Func<string, bool> isRight) => OptionalField(name, fault, isRight) ?? Fail<string?>(fault);

    private string? OptionalField(string name, SignInFault fault, Func<string, bool> isRight)
    {
        if (_fault != SignInFault.None || Current is not { } line || !line.StartsWith(name, StringComparison.Ordinal)) return null;
        _next++;
        var value = line[name.Length..];
        return isRight(value) ? value : Fail<string?>(fault);
    }

    private DateTimeOffset? Time(string name, SignInFault fault, bool isRequired = false)
    {
        var field = OptionalField(name, fault, static t => SignInGrammar.TryReadTime(t, out _));
        if (field is null) return isRequired ? Fail<DateTimeOffset?>(fault) : null;
        SignInGrammar.TryReadTime(field, out var time);
        return time;
    }

    private List<string>? Resources()
    {
        if (_fault != SignInFault.None || Current is not SignInText.Resources) return null;
        List<string> resources = [];
        for (_next++; Current is { } line && line.StartsWith(SignInText.Resource, StringComparison.Ordinal); _next++)
        {
            var resource = line[SignInText.Resource.Length..];
            if (!SignInGrammar.IsUri(resource)) return Fail<List<string>?>(SignInFault.Resources);
            resources.Add(resource);
        }

        return resources;
    }

    // Only the first fault is told: what follows it cannot be read for certain.
    private void Fail(SignInFault fault)
    {
        if (_fault == SignInFault.None) _fault = fault;
    }

    private T? Fail<T>(SignInFault fault)
    {
        Fail(fault);
        return default;
    }
}
