using LiquidityRisk.Local.Runtime.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace LiquidityRisk.Local.Runtime.Durable;

/// <summary>Runs activities, each at least once, and sends their answer to the orchestration.</summary>
internal sealed partial class ActivityWorker(
    RuntimeDatabase database,
    FunctionCatalog catalog,
    FunctionInvoker invoker,
    DurableSchedule schedule,
    DataConverter converter,
    TimeProvider time,
    ILogger<ActivityWorker> logger)
{
    public async Task RunAsync(ActivityRow activity, CancellationToken cancellationToken)
    {
        HistoryEvent answer;
        try
        {
            answer = new TaskCompleted(activity.TaskId, converter.Serialize(await CallAsync(activity, cancellationToken)));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return;
        }
        catch (Exception e)
        {
            LogFailed(logger, e, activity.Name, activity.InstanceId);
            answer = new TaskFailed(activity.TaskId, TaskFailureDetails.FromException(e));
        }

        await database.WriteAsync(session =>
        {
            // The row is gone when the instance has ended or was purged meanwhile; then nobody waits for the answer.
            if (session.Execute("DELETE FROM durable_activities WHERE seq = $1", activity.Sequence) > 0)
                DurableSql.Send(session, activity.InstanceId, activity.Execution, time.GetUtcNow().UtcTicks, answer);
            return true;
        });
        schedule.Wake(activity.InstanceId);
    }

    private Task<object?> CallAsync(ActivityRow activity, CancellationToken cancellationToken)
    {
        if (catalog.Find(activity.Name) is not { Trigger: ActivityTriggerAttribute } function)
            throw new InvalidOperationException(
                $"The function '{activity.Name}' does not exist, is disabled, or is not an activity function.");
        var type = function.TriggerParameter.ParameterType;
        var input = type == typeof(FunctionContext) ? null : converter.Deserialize(activity.Input, type);
        var data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase) { ["instanceId"] = activity.InstanceId };
        return invoker.InvokeAsync(function, new InvocationInput(input, BindingData: data), cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Activity {Name} of orchestration {Id} failed.")]
    private static partial void LogFailed(ILogger logger, Exception e, string name, string id);
}
