using System.Reflection;
using System.Text.Json;
using LiquidityRisk.Local.Runtime.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Http;

namespace LiquidityRisk.Local.Runtime.Http;

/// <summary>Binds <see cref="HttpRequest"/> and <c>[FromBody]</c> parameters of HTTP functions.</summary>
internal sealed class HttpBinder : IParameterBinder
{
    public bool TryBind(ParameterInfo parameter, FunctionContext context, out object? value)
    {
        value = null;
        if (context.GetHttpContext() is not { } http) return false;
        if (parameter.ParameterType == typeof(HttpRequest)) value = http.Request;
        else if (parameter.IsDefined(typeof(FromBodyAttribute))) value = ReadAsync(http, parameter.ParameterType);
        return value is not null;
    }

    private static async Task<object?> ReadAsync(HttpContext http, Type type)
    {
        if (!http.Request.HasJsonContentType())
            throw new BadHttpRequestException("The body must be sent as application/json.", StatusCodes.Status415UnsupportedMediaType);
        try
        {
            return await http.Request.ReadFromJsonAsync(type, HttpResults.JsonOptions(http), http.RequestAborted);
        }
        catch (JsonException e)
        {
            throw new BadHttpRequestException($"The body is not the expected JSON: {e.Message}", e);
        }
    }
}
