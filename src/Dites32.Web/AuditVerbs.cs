using System.Globalization;
using Dites32.Core.Audit;

namespace Dites32.Web;

/// <summary>What an operator asks of the audit trail.</summary>
internal static class AuditVerbs
{
    private const string HeadOption = "--head=";
    private const int MaxProblems = 100;

    /// <summary><c>audit-verify [--head=NUMBER:HASH]</c></summary>
    public static async Task<int> VerifyAsync(string[] args, string connectionString, TextWriter output)
    {
        var noted = args is [var option] && option.StartsWith(HeadOption, StringComparison.Ordinal) ? AuditHead.Parse(option[HeadOption.Length..]) : null;
        if (args.Length > 0 && noted is null)
        {
            await output.WriteLineAsync("audit-verify [--head=NUMBER:HASH], as a verification printed it");
            return 1;
        }

        var verified = await AuditVerification.RunAsync(connectionString, noted);
        foreach (var problem in verified.Problems.Take(MaxProblems))
        {
            await output.WriteLineAsync(problem);
        }

        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{verified.Entries} entries, {verified.Waiting} of them not sealed yet; {verified.Seals} seals; {verified.PurgedMonths} months purged"));
        await output.WriteLineAsync(verified.Problems.Count > 0
            ? string.Create(CultureInfo.InvariantCulture, $"NOT AS WRITTEN: {verified.Problems.Count} problems")
            : $"As written. Head: {verified.Head?.ToString() ?? "none yet"}");
        return verified.Problems.Count > 0 ? 1 : 0;
    }

    public static async Task<int> PurgeAsync(string ownerConnectionString, TextWriter output)
    {
        var purged = await AuditPurge.RunAsync(ownerConnectionString);
        await output.WriteLineAsync(purged switch
        {
            { Refusal: { } refusal } => $"Nothing was dropped: {refusal}",
            { Months.Count: 0 } => $"Nothing to drop: no month of the trail ended {AuditPurge.MonthsKept} months ago",
            _ => string.Create(CultureInfo.InvariantCulture,
                $"Dropped {string.Join(", ", purged.Months.Select(m => m.ToString("yyyy-MM", CultureInfo.InvariantCulture)))}: {purged.Entries} entries"),
        });
        return purged.Refusal is null ? 0 : 1;
    }
}
