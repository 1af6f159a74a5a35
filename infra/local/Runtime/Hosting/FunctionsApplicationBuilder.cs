using LiquidityRisk.Local.Runtime.Http;
using LiquidityRisk.Local.Runtime.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Builder;

public class FunctionsApplicationBuilder : IHostApplicationBuilder, IFunctionsWorkerApplicationBuilder
{
    private readonly WebApplicationBuilder _web;
    private readonly WorkerPipeline _pipeline = new();
    private bool _hasBuilt;

    internal FunctionsApplicationBuilder(RuntimeOptions options)
    {
        _web = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = System.Environment.GetEnvironmentVariable("AZURE_FUNCTIONS_ENVIRONMENT") ?? Environments.Development,
        });
        Configuration.AddInMemoryCollection(HostSettings.Load(options.HostJsonPath));
        Configuration.AddInMemoryCollection(HostSettings.LoadLocal(options.LocalSettingsPath));
        Configuration.AddEnvironmentVariables();
        Configuration.AddInMemoryCollection(options.Settings);
        Configuration[nameof(RuntimeOptions.DataDirectory)] = options.DataDirectory;
        Logging.AddConfiguration(Configuration.GetSection("AzureFunctionsJobHost:logging"));
        Logging.AddFilter("Microsoft", LogLevel.Warning);
        Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        Logging.AddSimpleConsole(console => console.SingleLine = true);
        _web.Host.UseDefaultServiceProvider(provider => provider.ValidateScopes = provider.ValidateOnBuild = true);
        Services.AddRuntime(options, _pipeline);
        HttpServer.Configure(_web);
    }

    public ConfigurationManager Configuration => _web.Configuration;

    public IHostEnvironment Environment => _web.Environment;

    public ILoggingBuilder Logging => _web.Logging;

    public IMetricsBuilder Metrics => _web.Metrics;

    public IServiceCollection Services => _web.Services;

    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)_web).Properties;

    IConfigurationManager IHostApplicationBuilder.Configuration => Configuration;

    /// <summary>Builds the app; ends the process when it cannot start.</summary>
    public IHost Build() => new RuntimeHost(RuntimeExit.OnFault(BuildApplication));

    public void ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull =>
        ((IHostApplicationBuilder)_web).ConfigureContainer(factory, configure);

    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
    {
        if (_hasBuilt) throw new InvalidOperationException("The application has already been built.");
        _pipeline.Use(middleware);
        return this;
    }

    internal void UseHttp() => Use(HttpResults.Execute);

    internal WebApplication BuildApplication()
    {
        if (_hasBuilt) throw new InvalidOperationException("The application has already been built.");
        _hasBuilt = true;
        var app = _web.Build();
        HttpServer.Use(app);
        return app;
    }
}
