using System.Text.RegularExpressions;

namespace LiquidityRisk.TestKit.Prose;

/// <summary>Words that no text about a bond may use, because they promise.</summary>
public static partial class Promises
{
    /// <summary>The promises in a text, English and Hindi.</summary>
    public static IReadOnlyList<string> In(string text) => [.. English().Matches(text).Concat(Hindi().Matches(text)).Select(m => m.Value)];

    [GeneratedRegex(
        @"\b(safe(ly|ty|r|st)?|secure(d|ly)?|guarante(e|es|ed|eing)|risk[- ]?free|riskless|no risk|without risk|zero risk|sure(ly)?|certain(ly|ty)?|always|never|definitely|undoubtedly|no doubt|promis(e|es|ed)|assured?|cannot (lose|fail)|can't (lose|fail)|must (rise|sell)|will (sell|rise|pay|gain|get))\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1_000)]
    private static partial Regex English();

    [GeneratedRegex(
        "सुरक्षित|सुरक्षा|गारंटी|गारन्टी|गारंटीशुदा|पक्का|पक्की|निश्चित|यक़ीनन|यकीनन|अवश्य|ज़रूर|हमेशा|कभी नहीं|जोखिम[- ]?मुक्त|जोखिम[- ]?रहित|बिना जोखिम|कोई जोखिम नहीं|शर्तिया|बेशक|वादा|आश्वासन|निस्संदेह|भरोसेमंद",
        RegexOptions.ExplicitCapture,
        1_000)]
    private static partial Regex Hindi();
}
