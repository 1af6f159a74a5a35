using LiquidityRisk.Contracts.Calculations;

namespace LiquidityRisk.Flows.Calculations;

/// <summary>Reads the numbers of a request; a fault names the member.</summary>
internal static class Asked
{
    private const int MaxName = 64;

    public static double Number(string field, double? value, double fallback, double min, double max) => value switch
    {
        null => fallback,
        { } given when given >= min && given <= max => given,
        _ => throw Fault(field, FormattableString.Invariant($"A number from {min} to {max} is expected.")),
    };

    public static double Required(string field, double? value, double min, double max) => value is null
        ? throw Fault(field, FormattableString.Invariant($"A number from {min} to {max} is expected."))
        : Number(field, value, 0, min, max);

    /// <summary>A number strictly between two others.</summary>
    public static double Between(string field, double? value, double fallback, double above, double below) => value switch
    {
        null => fallback,
        { } given when given > above && given < below => given,
        _ => throw Fault(field, FormattableString.Invariant($"A number above {above} and below {below} is expected.")),
    };

    public static int Whole(string field, int? value, int fallback, int min, int max) => (int)Number(field, value, fallback, min, max);

    public static double[] Series(string field, IReadOnlyList<double>? values, int least, int most) =>
        values is null || values.Count < least || values.Count > most
            ? throw Fault(field, FormattableString.Invariant($"A list of {least} to {most} numbers is expected."))
            : [.. values];

    public static IReadOnlyList<T> List<T>(string field, IReadOnlyList<T>? values, int least, int most)
        where T : class =>
        values is null || values.Count < least || values.Count > most ? throw Fault(field, FormattableString.Invariant($"A list of {least} to {most} is expected."))
        : values.Any(v => v is null) ? throw Fault(field, "No element is null.")
        : values;

    /// <summary>The names and returns of assets, all equally long.</summary>
    public static (string[] Names, double[][] Returns) Assets(IReadOnlyList<AssetSeries>? assets, int least, int most, int leastReturns, int mostReturns)
    {
        var given = List("assets", assets, least, most);
        var names = new string[given.Count];
        var returns = new double[given.Count][];
        for (var i = 0; i < names.Length; i++)
        {
            if (given[i].Name is not { Length: >= 1 and <= MaxName } name)
                throw Fault(FormattableString.Invariant($"assets[{i}].name"), FormattableString.Invariant($"A name of 1 to {MaxName} characters is expected."));
            if (names.AsSpan(0, i).Contains(name)) throw Fault(FormattableString.Invariant($"assets[{i}].name"), "This asset is named twice.");
            var field = FormattableString.Invariant($"assets[{i}].returns");
            (names[i], returns[i]) = (name, Series(field, given[i].Returns, leastReturns, mostReturns));
            if (returns[i].Length != returns[0].Length)
                throw Fault(field, FormattableString.Invariant($"{returns[0].Length} numbers are expected, as many as the first asset has."));
        }

        return (names, returns);
    }

    /// <summary>Does a calculation; what its numbers make impossible is said of a member.</summary>
    public static T Solve<T>(string field, Func<T> calculate)
    {
        try
        {
            return calculate();
        }
        catch (Exception e) when (e is ArgumentException or ArithmeticException)
        {
            throw new CalculationRefusedException(field, e.Message.Split(" (Parameter", 2)[0], isImpossible: true);
        }
    }

    public static CalculationRefusedException Fault(string field, string message) => new(field, message);
}
