namespace LiquidityRisk.Narrative.Bonds;

/// <summary>The languages of the retail narrative.</summary>
public enum NarrativeLanguage
{
    /// <summary>English.</summary>
    English,

    /// <summary>Hindi in Devanagari, with Western digits.</summary>
    Hindi,
}
