using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.OrderFlow;

/// <summary>A sum that keeps what additions round off (Neumaier), so that what is added and taken away leaves nothing behind.</summary>
internal struct RunningSum(double start)
{
    private double _sum = start;
    private double _rest;

    public readonly double Value => _sum + _rest;

    public void Add(double x)
    {
        var sum = _sum + x;
        _rest += Math.Abs(_sum) >= Math.Abs(x) ? _sum - sum + x : x - sum + _sum;
        _sum = sum;
    }
}

/// <summary>What windows over time ask of their times.</summary>
internal static class Windows
{
    public static void CheckTimes(ReadOnlySpan<double> times, string name)
    {
        Inputs.CheckSeries(times, 1, name);
        for (var i = 1; i < times.Length; i++)
            if (times[i] < times[i - 1]) throw new ArgumentException("Times do not fall.", name);
    }
}
