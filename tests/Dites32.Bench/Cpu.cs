using System.Globalization;

namespace Dites32.Bench;

/// <summary>CPU time from /proc.</summary>
internal static class Cpu
{
    private const double TicksPerSecond = 100; // USER_HZ of every Linux that .NET runs on

    /// <summary>Seconds used by a process since it started; null when it has gone.</summary>
    public static double? Of(int processId)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{processId}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return (double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Of the PostgreSQL processes that serve this database.</summary>
    public static async Task<Dictionary<int, double>> OfBackendsAsync(string connectionString)
    {
        var processes = await Databases.ListAsync(connectionString,
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()", r => r.GetInt32(0));
        return processes.Select(p => (Process: p, Seconds: Of(p))).Where(p => p.Seconds is not null).ToDictionary(p => p.Process, p => p.Seconds!.Value);
    }

    public static double Between(Dictionary<int, double> before, Dictionary<int, double> after) =>
        after.Sum(p => p.Value - before.GetValueOrDefault(p.Key));
}
