using System.Security.Cryptography;
using System.Text;
using LiquidityRisk.Functions.Hosting.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LiquidityRisk.Functions.Workflows;

/// <summary>Makes a new id that nobody can guess.</summary>
public delegate string IdSource();

/// <summary>Starts workflows so that a repeated request finds the instance of the first one.</summary>
internal static class WorkflowInstances
{
    /// <summary>The header that carries a request's key.</summary>
    public const string KeyHeader = "Idempotency-Key";

    private const int LongestKey = 200;
    private const int IdLength = 32;

    /// <summary>32 hexadecimal digits from a cryptographic source.</summary>
    public static string NewId() => RandomNumberGenerator.GetHexString(IdLength, lowercase: true);

    /// <summary>Whether a text can be an id of ours; engines do not take every text.</summary>
    public static bool IsId(string text) => text.Length == IdLength && text.All(char.IsAsciiHexDigitLower);

    /// <summary>A request's key; null when it has none.</summary>
    public static string? KeyOf(HttpRequest request)
    {
        if (!request.Headers.TryGetValue(KeyHeader, out var values)) return null;
        return values is [{ Length: >= 1 and <= LongestKey } key] && key.All(c => c is >= '!' and <= '~')
            ? key
            : throw RequestReading.Fault(KeyHeader, FormattableString.Invariant($"1 to {LongestKey} visible ASCII characters are expected."));
    }

    /// <summary>The id of the instance that a request asks for: derived from caller and key when it has a key, else new.</summary>
    public static string InstanceId(this HttpRequest request, string workflow, IdSource ids)
    {
        if (KeyOf(request) is not { } key) return ids();
        var origin = Encoding.UTF8.GetBytes($"{workflow}\n{request.Caller().UserId}\n{key}");
        return Convert.ToHexStringLower(SHA256.HashData(origin).AsSpan(0, IdLength / 2));
    }

    /// <summary>Starts an instance unless there is one with its id.</summary>
    /// <returns>Null when it was started, otherwise the one that is there.</returns>
    public static async Task<OrchestrationMetadata?> StartOnceAsync(
        this DurableTaskClient client, TaskName workflow, string id, object input, CancellationToken cancellationToken)
    {
        if (await client.GetInstanceAsync(id, getInputsAndOutputs: true, cancellationToken) is { } earlier) return earlier;
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(workflow, input, new StartOrchestrationOptions(id), cancellationToken);
            return null;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Of two requests at once one comes second; engines differ in the exception that says so.
            if (await client.GetInstanceAsync(id, getInputsAndOutputs: true, cancellationToken) is { } first) return first;
            throw;
        }
    }
}
