using LiquidityRisk.Tools.VerifyAudit;

if (args.Length == 0 || args.Contains("--help", StringComparer.Ordinal))
{
    Console.WriteLine("Verifies the hash chains of exported audit records, without the service.");
    Console.WriteLine("Usage: dotnet run --project infra/tools/VerifyAudit -- FILE...");
    Console.WriteLine("A file holds answers of GET /api/v1/audit (all pages from the first on). Exit code 0: intact, 1: broken, 2: unreadable.");
    return args.Length == 0 ? 2 : 0;
}

try
{
    var (lines, intact) = AuditExport.Verify(args.SelectMany(file => AuditExport.Read(File.ReadAllText(file))));
    foreach (var line in lines) Console.WriteLine(line);
    return intact ? 0 : 1;
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
{
    await Console.Error.WriteLineAsync($"error: {e.Message}");
    return 2;
}
