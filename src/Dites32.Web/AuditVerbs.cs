using System.Globalization;
using Dites32.Core.Audit;
using Dites32.Core.SpouseSupport;

namespace Dites32.Web;

/// <summary>What an operator asks of the audit trail.</summary>
internal static class AuditVerbs
{
    private const string HeadOption = "--head=", SpouseHeadOption = "--spouse-head=";
    private const int MaxProblems = 100;

    /// <summary><c>audit-verify [--head=NUMBER:HASH] [--spouse-head=NUMBER:HASH]</c>: the portal's trail, then the one behind the wall.</summary>
    public static async Task<int> VerifyAsync(string[] args, string connectionString, string spouseConnectionString, TextWriter output)
    {
        var (noted, notedThere) = (Head(args, HeadOption), Head(args, SpouseHeadOption));
        if (args.Length != (noted is null ? 0 : 1) + (notedThere is null ? 0 : 1))
        {
            await output.WriteLineAsync("audit-verify [--head=NUMBER:HASH] [--spouse-head=NUMBER:HASH], as a verification printed them");
            return 1;
        }

        var isGood = await TellAsync(await AuditVerification.RunAsync(connectionString, noted), "Head", output);
        await output.WriteLineAsync("Dites32 à 2:");
        return await TellAsync(await SpouseAuditVerification.RunAsync(spouseConnectionString, notedThere), "Head of Dites32 à 2", output) && isGood ? 0 : 1;
    }

    private static AuditHead? Head(string[] args, string option) =>
        Array.Find(args, a => a.StartsWith(option, StringComparison.Ordinal)) is { } found ? AuditHead.Parse(found[option.Length..]) : null;

    private static async Task<bool> TellAsync(AuditVerified verified, string head, TextWriter output)
    {
        foreach (var problem in verified.Problems.Take(MaxProblems))
        {
            await output.WriteLineAsync(problem);
        }

        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{verified.Entries} entries, {verified.Waiting} of them not sealed yet; {verified.Seals} seals; {verified.PurgedMonths} months purged"));
        await output.WriteLineAsync(verified.Problems.Count > 0
            ? string.Create(CultureInfo.InvariantCulture, $"NOT AS WRITTEN: {verified.Problems.Count} problems")
            : $"As written. {head}: {verified.Head?.ToString() ?? "none yet"}");
        return verified.Problems.Count == 0;
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
