#pragma warning disable
using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Domain.Bonds.Exits;
using LiquidityRisk.Domain.Bonds.Risk;
namespace LiquidityRisk.Narrative.Bonds;
public enum NarrativeLanguage { English, Hindi }
public static class RetailNarrative { public static string Of(BondTranslation t, NarrativeLanguage l) => LiquidityNarrative.Retail(t); }
public static class ProfessionalSummary { public static string Of(BondTranslation t) => "LIQUIDITY-RISK ANALYSIS SUMMARY"; }
public static class RiskNotes { public static string Name(RiskCategory c) => c + " Risk"; public static string ProbabilityNote(RiskCategoryScore s) => s.Reason.Kind.ToString(); }
public static class ExitRationale { public static string Of(ExitRecommendation r) => r.Path.ToString(); }
public static class ViolationSentences { public static string Of(ExitViolation v) => v.Kind.ToString(); }
public static class WarningSentences { public static string Of(ExitWarning v) => v.Kind.ToString(); }
public static class AssumptionSentences { public static string Of(ExitAssumption v) => v.ToString(); }
public static class CaveatSentences { public static string Of(BondCaveat v) => LiquidityNarrative.Caveat(v); }
