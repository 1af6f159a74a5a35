using System.Globalization;
using CsvHelper;

namespace LiquidityRisk.Local.Simulator.Replay;

/// <summary>Reads CSV files with a header row; blank fields are null.</summary>
internal static class CsvRows
{
    /// <summary>All rows of a file, or none when the file is not there.</summary>
    public static IReadOnlyList<T> Read<T>(string path, Func<CsvReader, T> map)
    {
        if (!File.Exists(path)) return [];
        using var reader = CsvReader.FromFile(path);
        var rows = new List<T>();
        while (reader.Read()) rows.Add(map(reader));
        return rows;
    }

    public static string? Text(this CsvReader row, string column) => row.GetString(column) is { Length: > 0 } text ? text : null;

    public static decimal? Number(this CsvReader row, string column) =>
        decimal.TryParse(row.GetString(column), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static DateOnly? Date(this CsvReader row, string column) =>
        DateOnly.TryParseExact(row.GetString(column), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
