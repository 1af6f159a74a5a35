namespace LiquidityRisk.Quant.Statistics;

/// <summary>What every method asks of its input, said once.</summary>
internal static class Inputs
{
    public static void CheckSeries(ReadOnlySpan<double> values, int least, string name)
    {
        if (values.Length < least) throw new ArgumentException($"At least {least} numbers are needed, not {values.Length}.", name);
        foreach (var value in values)
            if (!double.IsFinite(value)) throw new ArgumentException("Every number is finite.", name);
    }

    public static void CheckSameLength(int expected, int actual, string name)
    {
        if (expected != actual) throw new ArgumentException($"There are {expected} numbers expected, not {actual}.", name);
    }

    public static void CheckConfidence(double confidence)
    {
        if (confidence is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "A confidence is above 0 and below 1.");
    }

    public static void CheckFinite(double value, string name)
    {
        if (!double.IsFinite(value)) throw new ArgumentOutOfRangeException(name, value, "The number is finite.");
    }

    public static void CheckPositive(double value, string name)
    {
        if (!double.IsFinite(value) || value <= 0) throw new ArgumentOutOfRangeException(name, value, "The number is finite and above 0.");
    }

    public static void CheckNotNegative(double value, string name)
    {
        if (!double.IsFinite(value) || value < 0) throw new ArgumentOutOfRangeException(name, value, "The number is finite and not negative.");
    }

    /// <summary>Square, as large as said, finite, symmetric to 1e-9 of its largest number, no negative variance.</summary>
    public static void CheckCovariance(double[,] covariance, int size, string name)
    {
        if (size < 1 || covariance.GetLength(0) != size || covariance.GetLength(1) != size)
            throw new ArgumentException($"The matrix has {size} rows and columns, at least one.", name);
        var largest = 0.0;
        foreach (var value in covariance)
        {
            if (!double.IsFinite(value)) throw new ArgumentException("Every number of the matrix is finite.", name);
            largest = Math.Max(largest, Math.Abs(value));
        }

        for (var i = 0; i < size; i++)
        {
            if (covariance[i, i] < 0) throw new ArgumentException("No variance is negative.", name);
            for (var j = 0; j < i; j++)
                if (Math.Abs(covariance[i, j] - covariance[j, i]) > 1e-9 * largest) throw new ArgumentException("The matrix is symmetric.", name);
        }
    }

    public static double Finite(double result) =>
        double.IsFinite(result) ? result : throw new ArithmeticException("The result is beyond what a double holds.");
}
