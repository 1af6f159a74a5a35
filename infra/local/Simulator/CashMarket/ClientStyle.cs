namespace LiquidityRisk.Local.Simulator.CashMarket;

/// <summary>How a simulated client trades. The figures are assumed, such that a book of some ten clients has a spread of a few cents.</summary>
/// <param name="Activity">How often it acts compared with the others.</param>
/// <param name="TakeShare">Share of its actions that take what waits in the book.</param>
/// <param name="DistanceBps">Mean distance of its limits from what it thinks a certificate is worth, in basis points; exponential.</param>
/// <param name="MedianEuros">Median value of its orders, EUR; lognormal.</param>
/// <param name="SizeLogSd">Standard deviation of its logarithm.</param>
internal sealed record ClientStyle(double Activity, double TakeShare, double DistanceBps, double MedianEuros, double SizeLogSd)
{
    /// <summary>Waits near the best price and is the most active.</summary>
    public static ClientStyle Quoter { get; } = new(2, 0.05, 4, 10_000, 0.6);

    /// <summary>Waits for a price.</summary>
    public static ClientStyle Patient { get; } = new(1, 0.03, 10, 20_000, 0.8);

    /// <summary>Waits far away with much.</summary>
    public static ClientStyle Deep { get; } = new(0.5, 0.02, 30, 40_000, 0.7);

    /// <summary>Wants to be done now.</summary>
    public static ClientStyle Impatient { get; } = new(0.9, 0.8, 8, 8_000, 0.9);
}

/// <summary>A simulated client.</summary>
/// <param name="UserId">Under which it has its account.</param>
/// <param name="Style">How it trades.</param>
internal sealed record SimulatedClient(string UserId, ClientStyle Style)
{
    public static IReadOnlyList<SimulatedClient> All { get; } =
    [
        new("simulated-bank-1", ClientStyle.Quoter),
        new("simulated-bank-2", ClientStyle.Quoter),
        new("simulated-bank-3", ClientStyle.Quoter),
        new("simulated-utility-1", ClientStyle.Patient),
        new("simulated-utility-2", ClientStyle.Patient),
        new("simulated-utility-3", ClientStyle.Patient),
        new("simulated-fund-1", ClientStyle.Deep),
        new("simulated-fund-2", ClientStyle.Deep),
        new("simulated-airline-1", ClientStyle.Impatient),
        new("simulated-airline-2", ClientStyle.Impatient),
    ];
}
