using System.Net;
using LiquidityRisk.Local.Runtime.Auth;
using LiquidityRisk.Local.Runtime.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LiquidityRisk.Local.Runtime.Http;

/// <summary>Kestrel on the loopback interface and the order of what happens to a request.</summary>
internal static class HttpServer
{
    public static void Configure(WebApplicationBuilder web)
    {
        web.WebHost.UseKestrelCore();
        web.Services.AddOptions<KestrelServerOptions>().Configure<IOptions<RuntimeOptions>>((kestrel, runtime) =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = runtime.Value.MaxRequestBodyBytes;
            if (runtime.Value.Port == 0) kestrel.Listen(IPAddress.Loopback, 0);
            else kestrel.ListenLocalhost(runtime.Value.Port);
        });
    }

    public static void AddHttp(this IServiceCollection services)
    {
        services.AddMvcCore();
        services.AddCors();
        services.AddRouting();
        services.AddResponseCompression();
        services.AddPart<HttpFunctions>();
        services.AddSingleton<IParameterBinder, HttpBinder>();
        services.AddSingleton<RequestTraces>();
        services.AddSingleton<DevelopmentTokens>();
        services.AddSingleton<AppServiceAuth>();
        services.AddSingleton<IRuntimeEndpoints>(provider => provider.GetRequiredService<AppServiceAuth>());
    }

    public static void Use(WebApplication app)
    {
        app.Services.GetRequiredService<RequestTraces>().Start();
        app.UseMiddleware<HttpFaults>();
        CrossOrigin.Use(app, app.Configuration);
        app.Use(app.Services.GetRequiredService<AppServiceAuth>().AuthenticateAsync);
        app.UseResponseCompression();
        app.UseWebSockets();
        app.UseRouting();
        app.UseEndpoints(static _ => { });
        foreach (var endpoints in app.Services.GetServices<IRuntimeEndpoints>()) endpoints.Map(app);
        app.Services.GetRequiredService<HttpFunctions>().Map(app);
        WebFiles.Use(app, app.Services.GetRequiredService<IOptions<RuntimeOptions>>().Value.WebRoot);
    }
}
