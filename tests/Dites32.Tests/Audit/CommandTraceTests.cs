using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Dites32.Core.Accounts.Sessions;
using Dites32.Core.Notifications;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Dites32.Tests.Infrastructure;
using Dites32.Tests.Offers;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Audit;

/// <summary>One entry for each command, in its transaction.</summary>
public sealed partial class CommandTraceTests : CoreTest
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_command_says_what_it_is_about()
    {
        var site = await this.SiteAsync();
        var offer = await this.OfferAsync(site);

        Assert.Null((await SendAsync(site.Recruiter, new CloneOffer(offer.Id, Guid.CreateVersion7()))).Error);

        var trace = await InDatabaseAsync(db => db.AuditEntries.AsNoTracking().SingleAsync(e => e.Action == nameof(CloneOffer), Stop));
        Assert.Equal((nameof(SubjectKind.Offer), offer.Id, null), (trace.SubjectKind, trace.SubjectId!.Value, trace.Purpose));
    }

    [Fact]
    public async Task A_sweep_by_one_statement_leaves_its_entry_too()
    {
        Assert.Null((await SendAsync(Actor.System, new SweepOutbox())).Error);
        Assert.Null((await SendAsync(Actor.System, new SweepSignIns())).Error);

        Assert.Equal([nameof(SweepOutbox), nameof(SweepSignIns)], await InDatabaseAsync(db => db.AuditEntries.OrderBy(e => e.Id).Select(e => e.Action).ToListAsync(Stop)));
    }

    /// <summary>
    /// What changes rows beside the pipeline's single save, and why it may: sweeps and tables of the trail by
    /// <see cref="IByStatements"/>, with their entry; a document and a purge, with their own; an import or an opinion, which first waits for another one; counting tries, using up a code and
    /// seeing a session, which must hold whatever becomes of the request.
    /// </summary>
    [Fact]
    public void Whoever_writes_by_statements_is_known()
    {
        var core = Path.GetFullPath(Path.Combine(ThisFile(), "../../../../src/Dites32.Core"));
        var writers = Directory.EnumerateFiles(core, "*.cs", SearchOption.AllDirectories)
            .Select(path => (Path: Path.GetRelativePath(core, path).Replace('\\', '/'), Text: File.ReadAllText(path)))
            .Where(f => !f.Path.StartsWith("obj/", StringComparison.Ordinal) && Statement().IsMatch(f.Text));

        Assert.Equal(
            [
                "Accounts/SecondFactors/SecondFactorCheck.cs", "Accounts/Sessions/SessionGate.cs", "Accounts/Sessions/SweepSignIns.cs",
                "Accounts/SignInAttempts.cs", "Audit/AuditPurge.cs", "Audit/PrepareAuditMonths.cs", "Documents/DocumentStore.cs",
                "Internships/Events/Evaluations/GiveOpinion.cs", "Internships/Imports/SeatStatements.cs", "Internships/Imports/SweepAssignmentImports.cs", "Internships/Imports/UndoAssignmentImport.cs", "Notifications/SweepOutbox.cs",
                "Privacy/Retention/CountErased.cs", "SpouseSupport/Audit/SpouseAuditPurge.cs", "SpouseSupport/Leads/Imports/RunJobImport.cs", "SpouseSupport/SpouseAccess.cs", "SpouseSupport/SweepSpouseSupport.cs",
            ],
            writers.Select(f => f.Path).Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"\.Execute(Update|Delete|Sql)Async\(")]
    private static partial Regex Statement();

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
