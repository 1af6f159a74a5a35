using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiquidityRisk.Contracts.Json;

/// <summary>Writes every enum in snake case and refuses unknown values and numbers.</summary>
public sealed class SnakeCaseEnums() : JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false);
