namespace LiquidityRisk.Quant.Trees;

/// <summary>Sums of first and second derivatives of the loss.</summary>
internal record struct Derivatives(double G, double H)
{
    public static Derivatives operator +(Derivatives a, Derivatives b) => new(a.G + b.G, a.H + b.H);

    public static Derivatives operator -(Derivatives a, Derivatives b) => new(a.G - b.G, a.H - b.H);
}

/// <summary>The best fork of a node; without one the gain is 0.</summary>
internal readonly record struct Split(double Gain, int Feature, int Bin, bool DefaultLeft, Derivatives Left, Derivatives Right);

/// <summary>
/// Where a node is best divided.
/// <code>
/// gain = score(L) + score(R) − score(L + R)      score = T(G)²/(H + λ)      T(G) = sign(G)·max(|G| − α, 0)
/// leaf = −η·T(G)/(H + λ)
/// </code>
/// G, H: sums of first and second derivatives; λ, α: pulls to 0; η: learning rate. Every threshold is tried twice where values are missing:
/// with them on the right and on the left. A fork needs a gain above 1e-6 and of at least γ, and children of at least the least cover.
/// Source: T. Chen and C. Guestrin (2016), XGBoost, equations 6 and 7 and algorithm 3 (the factor ½ left out, as in the program).
/// </summary>
internal sealed class SplitSearch(FeatureBins bins, TreeOptions options)
{
    private const double LeastGain = 1e-6;

    public Split Best(ReadOnlySpan<Derivatives> histogram, Derivatives total, ReadOnlySpan<int> features)
    {
        var best = default(Split);
        foreach (var feature in features)
        {
            var ofFeature = histogram[bins.Offsets[feature]..bins.Offsets[feature + 1]];
            if (ofFeature.Length < 2) continue;
            Forward(ofFeature, total, feature, ref best);
            if (ofFeature[^1].H != 0) Backward(ofFeature, total, feature, ref best);
        }

        return best.Gain > LeastGain && best.Gain >= options.Gamma ? best : default;
    }

    public double Leaf(Derivatives sum) =>
        sum.H + options.Lambda > 0 ? -options.LearningRate * Thresholded(sum.G) / (sum.H + options.Lambda) : 0;

    private void Forward(ReadOnlySpan<Derivatives> histogram, Derivatives total, int feature, ref Split best)
    {
        var (left, score) = (default(Derivatives), Score(total));
        for (var bin = 0; bin < histogram.Length - 1; bin++)
        {
            left += histogram[bin];
            Try(left, total - left, score, feature, bin, false, ref best);
        }
    }

    private void Backward(ReadOnlySpan<Derivatives> histogram, Derivatives total, int feature, ref Split best)
    {
        var (right, score) = (default(Derivatives), Score(total));
        for (var bin = histogram.Length - 2; bin >= 0; bin--)
        {
            right += histogram[bin];
            Try(total - right, right, score, feature, bin - 1, true, ref best);
        }
    }

    private void Try(Derivatives left, Derivatives right, double score, int feature, int bin, bool defaultLeft, ref Split best)
    {
        var least = options.MinChildWeight;
        if (!(left.H > 0 && right.H > 0 && left.H >= least && right.H >= least)) return;
        var gain = Score(left) + Score(right) - score;
        if (gain > best.Gain) best = new(gain, feature, bin, defaultLeft, left, right);
    }

    private double Score(Derivatives sum)
    {
        var g = Thresholded(sum.G);
        return sum.H + options.Lambda > 0 ? g * g / (sum.H + options.Lambda) : 0;
    }

    private double Thresholded(double g) =>
        options.Alpha == 0 ? g : Math.CopySign(Math.Max(Math.Abs(g) - options.Alpha, 0), g);
}
