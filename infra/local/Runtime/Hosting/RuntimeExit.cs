using System.Diagnostics.CodeAnalysis;

namespace LiquidityRisk.Local.Runtime.Hosting;

/// <summary>The app cannot start; the message says in one line what to change.</summary>
public sealed class StartupException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Help was asked for; the message is the answer.</summary>
internal sealed class HelpException(string message) : Exception(message);

internal static class RuntimeExit
{
    public static T OnFault<T>(Func<T> start)
    {
        try
        {
            return start();
        }
        catch (HelpException help)
        {
            Console.Out.WriteLine(help.Message);
            return Leave<T>(0);
        }
        catch (StartupException fault)
        {
            Console.Error.WriteLine($"error: {fault.Message}");
            return Leave<T>(1);
        }
    }

    [DoesNotReturn]
    private static T Leave<T>(int code)
    {
        Environment.Exit(code);
        throw new InvalidOperationException("The process has ended.");
    }
}
