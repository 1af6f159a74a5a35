using System.Text.Json;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Flows.Bonds.Tests;
using LiquidityRisk.Tools.VerifyAudit;
using static LiquidityRisk.Flows.Bonds.Tests.BondFlowFixture;

namespace LiquidityRisk.Flows.Audit.Tests;

/// <summary>What the service exports can be verified without it.</summary>
public class AuditExportTests
{
    private readonly BondFlowFixture _app = new();

    [Fact]
    public async Task An_export_in_pages_is_intact_and_one_changed_figure_breaks_it()
    {
        var export = await ExportAsync(pageSize: 2);

        var (lines, intact) = AuditExport.Verify(AuditExport.Read(export));
        var (faults, stillIntact) = AuditExport.Verify(AuditExport.Read(export.Replace("\"bid\":100.51", "\"bid\":100.52", StringComparison.Ordinal)));

        Assert.True(intact, lines[0]);
        Assert.StartsWith("lr.US0378331005: intact, ", lines.Single(), StringComparison.Ordinal);
        Assert.False(stillIntact);
        Assert.Contains("was altered", faults.Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"items\":[{\"subject\":\"a\"}]}")]
    [InlineData("not json")]
    public void What_is_no_export_is_said_to_be_none(string text) => Assert.Throws<FormatException>(() => AuditExport.Read(text));

    private async Task<string> ExportAsync(int pageSize)
    {
        for (var i = 1; i <= 4; i++)
        {
            await _app.DeliverAsync(_app.Quote(Apple, i, 100.50m + (0.01m * i), 100.75m));
            _app.Time.Advance(TimeSpan.FromMinutes(2));
        }

        var pages = new List<string>();
        string? cursor = null;
        do
        {
            var page = await _app.Trail.ListAsync("lr.US0378331005", null, null, pageSize, cursor, CancellationToken.None);
            pages.Add(JsonSerializer.Serialize(page, ContractsJson.Default.AuditListAnswer));
            cursor = page.NextCursor;
        }
        while (cursor is not null);
        return string.Join('\n', pages);
    }
}
