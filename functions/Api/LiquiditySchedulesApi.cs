using LiquidityRisk.Contracts.CashMarket;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Flows.CashMarket.Liquidity;
using LiquidityRisk.Functions.Hosting.Access;
using LiquidityRisk.Functions.Hosting.Http;
using LiquidityRisk.Functions.Hosting.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LiquidityRisk.Functions.Api;

/// <summary>Liquidity that is created again and again.</summary>
public sealed class LiquiditySchedulesApi(LiquiditySchedules schedules, RepeatableRequests repeatable)
{
    private const string Route = "api/v1/liquidity/schedules";
    private const string SomeId = "0123456789abcdef0123456789abcdef";

    /// <summary>Schedules, by name.</summary>
    [Function(nameof(ListSchedules))]
    [Access(Roles.Admin, Roles.Compliance)]
    [Operation("Liquidity", typeof(ScheduleListAnswer))]
    public async Task<IActionResult> ListSchedules(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request, CancellationToken cancellationToken) =>
        new JsonAnswer<ScheduleListAnswer>(await schedules.ListAsync(cancellationToken), ContractsJson.Default.ScheduleListAnswer);

    /// <summary>Makes a schedule.</summary>
    [Function(nameof(CreateSchedule))]
    [Access(Roles.Admin)]
    [Weight(10)]
    [Operation("Liquidity", typeof(ScheduleAnswer), Body = typeof(ScheduleRequest), Status = StatusCodes.Status201Created, Repeatable = true)]
    public async Task<IActionResult> CreateSchedule(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, CancellationToken cancellationToken)
    {
        return await repeatable.AnswerAsync(
            request,
            nameof(CreateSchedule),
            ContractsJson.Default.ScheduleRequest,
            ContractsJson.Default.ScheduleAnswer,
            async (body, id) =>
            {
                var answer = await schedules.CreateAsync(body, id, request.Caller().UserId, cancellationToken);
                return new(answer, StatusCodes.Status201Created, $"/{Route}/{answer.Id}");
            },
            cancellationToken);
    }

    /// <summary>Changes a schedule, for example to pause it.</summary>
    [Function(nameof(ChangeSchedule))]
    [Access(Roles.Admin)]
    [Weight(10)]
    [Operation("Liquidity", typeof(ScheduleAnswer), Body = typeof(ScheduleRequest))]
    [Path("id", typeof(string), "Which.", Example = SomeId)]
    public async Task<IActionResult> ChangeSchedule(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Route + "/{id}")] HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var body = await request.JsonAsync(ContractsJson.Default.ScheduleRequest, cancellationToken);
        return new JsonAnswer<ScheduleAnswer>(
            await schedules.ChangeAsync(RequestReading.OperationOrFault(id).ToString("N"), body, request.Caller().UserId, cancellationToken),
            ContractsJson.Default.ScheduleAnswer);
    }

    /// <summary>Deletes a schedule; what it created stays.</summary>
    [Function(nameof(DeleteSchedule))]
    [Access(Roles.Admin)]
    [Weight(10)]
    [Operation("Liquidity", Status = StatusCodes.Status204NoContent)]
    [Path("id", typeof(string), "Which.", Example = SomeId)]
    public async Task<IActionResult> DeleteSchedule(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Route + "/{id}")] HttpRequest request, string id, CancellationToken cancellationToken)
    {
        await schedules.DeleteAsync(RequestReading.OperationOrFault(id).ToString("N"), request.Caller().UserId, cancellationToken);
        return new NoContentResult();
    }
}
