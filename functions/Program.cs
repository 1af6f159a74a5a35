using LiquidityRisk.Functions.Hosting;
using Microsoft.Extensions.Hosting;

LiquidityRiskApp.CreateBuilder(args).Build().Run();
