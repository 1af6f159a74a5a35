using LiquidityRisk.Local.Runtime.Hosting;

namespace Microsoft.Azure.Functions.Worker.Builder;

public static class FunctionsApplication
{
    /// <summary>Reads the command line, the environment, host.json and local.settings.json; ends the process when they are wrong.</summary>
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) =>
        RuntimeExit.OnFault(() => new FunctionsApplicationBuilder(CommandLine.Read(args)));
}

public static class FunctionsApplicationBuilderAspNetCoreExtensions
{
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder)
    {
        builder.UseHttp();
        return builder;
    }
}
