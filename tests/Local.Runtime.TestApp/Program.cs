using LiquidityRisk.Local.Runtime.TestApp;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var clock = new FastClock();
var started = clock.GetUtcNow();
var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddSingleton<TimeProvider>(clock);
builder.Services.AddSingleton(_ => new Effects(started));
builder.Build().Run();
