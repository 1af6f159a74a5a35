using System.Text.Json;
using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Flows.Audit;

namespace LiquidityRisk.Flows.Bonds;

/// <summary>
/// Sends a parked event again after a person has corrected it. The letter goes only when the event is on the hub; done twice, the
/// second finds no letter, and the same event twice changes nothing.
/// </summary>
public sealed class ResubmitDeadLetter(DeadLetters letters, SubmitMarketData submit, AuditTrail audit)
{
    /// <summary>The subject under which corrections are recorded.</summary>
    public const string Subject = "market-data.dead-letters";

    /// <summary>Sends it.</summary>
    /// <param name="id">Which letter.</param>
    /// <param name="corrected">The corrected event; null sends it as it came.</param>
    /// <param name="by">Who corrected it.</param>
    /// <param name="cancellationToken">Stops waiting; the event may have been sent.</param>
    /// <returns>What became of it; null when there is no such letter. A refused event leaves the letter where it is.</returns>
    public async Task<EventAcceptance?> ResubmitAsync(string id, JsonElement? corrected, string by, CancellationToken cancellationToken)
    {
        if (await letters.FindAsync(id, cancellationToken) is not { } letter) return null;
        JsonElement e;
        try
        {
            e = corrected ?? JsonSerializer.Deserialize(letter.Body, ContractsJson.Default.JsonElement);
        }
        catch (JsonException)
        {
            return new(0, Accepted: false, RefusalCodes.MalformedJson, null, "The event as it came is no JSON; send a corrected one.");
        }

        var answer = await submit.SubmitAsync([e], cancellationToken);
        if (answer.Accepted == 0) return answer.Results[0];
        var content = JsonSerializer.Serialize(new ResubmittedEvent(letter, e), ContractsJson.Default.ResubmittedEvent);
        await audit.AppendAsync(Subject, "resubmitted", by, content, cancellationToken);
        await letters.RemoveAsync(letter, cancellationToken);
        return answer.Results[0];
    }
}
