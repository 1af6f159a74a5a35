namespace LiquidityRisk.Browser.Tests.Running;

/// <summary>What a reader looks at.</summary>
public sealed record Screen(string Name, int Width, int Height)
{
    public static Screen Desktop { get; } = new("desktop", 1440, 900);

    public static Screen Phone { get; } = new("phone", 360, 740);

    public ViewportSize Size => new() { Width = Width, Height = Height };

    public static Screen Named(string name) => name == Phone.Name ? Phone : Desktop;
}
