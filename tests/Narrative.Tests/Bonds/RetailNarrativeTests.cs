namespace LiquidityRisk.Narrative.Bonds.Tests;
