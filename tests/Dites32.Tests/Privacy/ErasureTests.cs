using System.Diagnostics;
using System.Net;
using System.Text;
using Dites32.Core.Applications;
using Dites32.Core.Notifications;
using Dites32.Core.Offers;
using Dites32.Core.Privacy;
using Dites32.Core.Shared;
using Dites32.Tests.Applications;
using Dites32.Tests.Documents;
using Dites32.Tests.Infrastructure;
using Dites32.Tests.Offers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Dites32.Tests.Privacy;

/// <summary>What somebody asks to be forgotten is gone, from every table, and stays gone after a restore.</summary>
public sealed class ErasureTests : WebTest
{
    private const string Address = "nadia@canari.example";
    private const string InTheFile = "Canari du fichier";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_of_the_person_is_left_in_a_dump_of_the_database()
    {
        var person = await WholePerson.CreateAsync(this, Address, SampleFiles.Pdf(info: InTheFile));
        var canaries = await PutCanariesAsync();
        var before = await DumpAsync();
        Assert.All(canaries, c => Assert.Contains(c.Text, before, StringComparison.Ordinal));
        Assert.Contains(Hex(InTheFile), before, StringComparison.OrdinalIgnoreCase);

        Assert.Null((await SendAsync(person.Account, new EraseMyData())).Error);
        await MailsLeaveAsync();

        var after = await DumpAsync();
        Assert.All(canaries.Where(c => !IsKept(c)), c => Assert.DoesNotContain(c.Text, after, StringComparison.Ordinal));
        Assert.DoesNotContain("canari", after, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Hex(InTheFile), after, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("zelandieu", after, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Convert.ToHexString(OutboxEmail.HashOf(Address)), after, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_personal_link_erases_its_application_and_leaves_the_rest_of_the_person()
    {
        var person = await WholePerson.CreateAsync(this, Address, SampleFiles.Pdf(info: InTheFile));

        Assert.Null((await SendAsync(person.Holder, new EraseApplication(person.ApplicationId))).Error);
        await MailsLeaveAsync();

        var (erased, other) = (await ApplicationAsync(person.ApplicationId), await ApplicationAsync(person.RefusedId));
        Assert.Equal(("Données effacées", "", "", null, ""), (erased.Candidate.Name, erased.Candidate.Email, erased.Candidate.Phone, erased.Candidate.Rpps, erased.Message));
        Assert.Equal("Nadia Zelandieu", other.Candidate.Name);
        Assert.Equal((null, null), (erased.Candidate.CanonicalId, other.Candidate.CanonicalId)); // nothing tells any more that they were one person
        Assert.DoesNotContain(Hex(InTheFile), await DumpAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, await InDatabaseAsync(db => db.OutboxEmails.CountAsync(m => m.AboutId == person.ApplicationId && m.ToAddress == Address, Stop)));
        Assert.NotEqual(0, await InDatabaseAsync(db => db.OutboxEmails.CountAsync(m => m.ToAddress == Address, Stop))); // about the others
        Assert.Equal("application.not-found", (await SendAsync(person.Holder, new GetFollowUp(person.ApplicationId))).Error?.Code);
        Assert.Equal("application.not-found", (await SendAsync(person.Holder, new EraseApplication(person.ApplicationId))).Error?.Code);
    }

    [Fact]
    public async Task For_the_recruiter_an_application_under_way_is_withdrawn_and_nothing_can_be_written_on_it_any_more()
    {
        var person = await WholePerson.CreateAsync(this, Address, SampleFiles.Pdf());
        await SendAsync(person.Holder, new EraseApplication(person.ApplicationId));
        var recruiter = person.Site.Recruiter;

        var card = (await SendAsync(recruiter, new GetCard(person.ApplicationId))).Value;
        Assert.Equal((StageCategory.Withdrawn, Clock.Now), (card.Category, card.ErasedAt));
        Assert.Empty(card.Moves);
        Assert.Empty(card.Notes);
        Assert.Equal("Données effacées", card.History[0].What);
        var told = Assert.Single(await InDatabaseAsync(db => db.OutboxEmails.Where(m => m.Kind == "application.erased-by-person").ToListAsync(Stop)));
        Assert.Equal(person.Site.RecruiterEmail, told.ToAddress);
        Assert.Equal("application.erased", (await SendAsync(recruiter, new AddNote(person.ApplicationId, Guid.NewGuid(), "Nadia Zelandieu"))).Error?.Code);
        using var client = App.ClientFor(recruiter);
        var page = (await client.GetPageAsync($"/recruteur/candidatures/{person.ApplicationId}")).Text("main");
        Assert.Contains("Candidature retirée, données effacées", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_application_stays_refused_and_cannot_be_reopened_once_erased()
    {
        var person = await WholePerson.CreateAsync(this, Address, SampleFiles.Pdf());
        Assert.Null((await SendAsync(await this.HolderAsync(person.RefusedId), new EraseApplication(person.RefusedId))).Error);
        var mission = await SomeoneAsync(Role.Dites32Recruiter);
        var (review, version) = await InDatabaseAsync(async db => (
            await db.Stages.Where(s => s.OfferId == null && s.Category == StageCategory.InReview).Select(s => s.Id).SingleAsync(Stop),
            await db.Applications.Where(a => a.Id == person.RefusedId).Select(a => EF.Property<uint>(a, "Version")).SingleAsync(Stop)));

        Assert.Equal(StageCategory.Refused, (await ApplicationAsync(person.RefusedId)).Category);
        Assert.Equal("application.erased", (await SendAsync(mission, new MoveApplication(person.RefusedId, review, version))).Error?.Code);
        Assert.Equal("application.too-late", (await SendAsync(mission, new TakeBackMove(person.RefusedId, version))).Error?.Code);
        Assert.Equal(0, await InDatabaseAsync(db => db.OutboxEmails.CountAsync(m => m.AboutId == person.RefusedId && m.SentAt == null && m.CancelledAt == null && m.DeadAt == null && m.ToAddress == Address, Stop)));
    }

    [Fact]
    public async Task Two_refused_applications_to_one_offer_can_both_be_erased()
    {
        var offer = await this.OfferAsync();
        foreach (var address in new[] { "un@example.org", "deux@example.org" })
        {
            var application = await this.ApplyAsync(offer, address);
            await InDatabaseAsync(db => db.Database.ExecuteSqlAsync($"UPDATE application SET category = 'InPost', decided_at = {Clock.Now}, answer_due_on = NULL WHERE id = {application.Id}", Stop));
            Assert.Null((await SendAsync(await this.HolderAsync(application.Id), new EraseApplication(application.Id))).Error);
        }
    }

    [Fact]
    public async Task The_last_mail_arrives_and_its_address_is_forgotten_with_it()
    {
        var person = await WholePerson.CreateAsync(this, Address, SampleFiles.Pdf());

        Assert.Null((await SendAsync(person.Account, new EraseMyData())).Error);

        var last = Assert.Single(await InDatabaseAsync(db => db.OutboxEmails.Where(m => m.ToAddress == Address).ToListAsync(Stop)));
        Assert.Equal("privacy.erased", last.Kind);
        await MailsLeaveAsync();
        var gone = await InDatabaseAsync(db => db.OutboxEmails.AsNoTracking().SingleAsync(m => m.Id == last.Id, Stop));
        Assert.Equal((null, null, "", 0), (gone.ToAddress, gone.ToName, gone.Subject, gone.ToHash.Length));
        Assert.NotNull(gone.SentAt);
    }

    [Fact]
    public async Task An_account_of_the_staff_is_refused_with_the_reason_and_nothing_is_erased()
    {
        var person = await WholePerson.CreateAsync(this, Address, SampleFiles.Pdf(), recruits: true);
        foreach (var role in new[] { Role.SiteRecruiter, Role.Dites32Recruiter, Role.Administrator, Role.DataProtectionOfficer })
        {
            Assert.Equal("privacy.staff-account", (await SendAsync(await SomeoneAsync(role), new EraseMyData())).Error?.Code);
        }

        var former = await SendAsync(person.Account, new EraseMyData()); // a candidate's role alone, but offers still name them
        Assert.Equal("privacy.staff-account", former.Error?.Code);
        Assert.Equal(0, await InDatabaseAsync(db => db.Erasures.CountAsync(Stop)));
    }

    [Fact]
    public async Task Only_the_person_erases_with_a_fresh_proof_and_jobs_alone_replay()
    {
        var person = await WholePerson.CreateAsync(this, Address, SampleFiles.Pdf());
        var other = await this.HolderAsync((await this.ApplyAsync(await this.OfferAsync(), "autre@example.org")).Id);

        Assert.Equal("forbidden", (await SendAsync(Actor.Anonymous, new EraseMyData())).Error?.Code);
        Assert.Equal("forbidden", (await SendAsync(person.Holder, new EraseMyData())).Error?.Code);
        Assert.Equal("forbidden", (await SendAsync(Actor.Anonymous, new EraseApplication(person.ApplicationId))).Error?.Code);
        Assert.Equal("application.not-found", (await SendAsync(other, new EraseApplication(person.ApplicationId))).Error?.Code);
        Assert.Equal("application.not-found", (await SendAsync(person.Site.Recruiter, new EraseApplication(person.ApplicationId))).Error?.Code);
        var administrator = await SomeoneAsync(Role.Administrator);
        Assert.Equal("forbidden", (await SendAsync(administrator, new ReplayErasures())).Error?.Code);
        Assert.Equal("forbidden", (await SendAsync(administrator, new FinishErasures())).Error?.Code);
        Assert.Equal("forbidden", (await SendAsync(administrator, new ListErasures())).Error?.Code);

        using var client = App.ClientFor(person.Account);
        var page = await client.GetPageAsync("/mes-donnees/effacer");
        Clock.Advance(TimeSpan.FromMinutes(11));
        using var stale = await client.SubmitAsync(page, "/mes-donnees/effacer", "effacer");
        Assert.Equal("/confirmer?retour=%2Fmes-donnees%2Feffacer", (await stale.ReadPageAsync()).QuerySelector("#effacer a[href^='/confirmer']")!.GetAttribute("href"));
        Assert.Equal(0, await InDatabaseAsync(db => db.Erasures.CountAsync(Stop)));
    }

    [Fact]
    public async Task From_the_page_the_account_is_gone_in_one_click_and_every_session_with_it()
    {
        var person = await WholePerson.CreateAsync(this, Address, SampleFiles.Pdf());
        using var client = App.ClientFor(person.Account);
        using var elsewhere = App.ClientFor(person.Account);
        Assert.NotNull((await client.GetPageAsync("/mes-donnees")).QuerySelector("main a[href='/mes-donnees/effacer']"));

        using var done = await client.SubmitAsync("/mes-donnees/effacer", "effacer");

        Assert.Equal("/donnees-effacees", new Uri(new Uri(WebApp.PublicAddress), done.Headers.Location!).AbsolutePath);
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.GetAsync("/mes-donnees", Stop)).StatusCode);
        Assert.NotEmpty((await Visitor().GetPageAsync("/donnees-effacees")).Text("h1"));
    }

    [Fact]
    public async Task From_the_follow_up_page_the_application_is_gone_in_two_clicks()
    {
        var application = await this.ApplyAsync(await this.OfferAsync(), Address);
        var (link, secret) = PersonalLink.ToApplication(application.Id, Clock.Now);
        await SaveAsync(link);
        using var client = Visitor();
        using var opened = await client.GetAsync($"/suivi/{secret}", Stop);
        var path = $"/suivi/candidature/{application.Id}/effacer";
        Assert.NotNull((await client.GetPageAsync($"/suivi/candidature/{application.Id}/mes-donnees")).QuerySelector($"main a[href='{path}']"));

        using var done = await client.SubmitAsync(path, "effacer");

        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.NotNull((await ApplicationAsync(application.Id)).ErasedAt);
    }

    [Fact]
    public async Task After_a_restore_the_journal_erases_again_and_writes_to_nobody()
    {
        var person = await WholePerson.CreateAsync(this, Address, SampleFiles.Pdf(info: InTheFile));
        await MailsLeaveAsync();
        var backup = await DatabaseTemplate.CopyAsync(ConnectionString);
        Assert.Null((await SendAsync(person.Account, new EraseMyData())).Error);
        var journal = (await SendAsync(Actor.System, new ListErasures())).Value;
        Assert.Equal([ErasedKind.Account, ErasedKind.Application, ErasedKind.Draft, ErasedKind.Question, ErasedKind.Intern], journal.Select(e => e.Kind).Distinct().Order());

        await DatabaseTemplate.ReplaceAsync(ConnectionString, backup);
        Assert.Contains("Zelandieu", await DumpAsync(), StringComparison.Ordinal);
        var mails = await InDatabaseAsync(db => db.OutboxEmails.CountAsync(Stop));
        Assert.Equal(journal.Count, (await SendAsync(Actor.System, new ReplayErasures(journal))).Value);
        Assert.Equal(journal.Count, (await SendAsync(Actor.System, new ReplayErasures())).Value);

        var after = await DumpAsync();
        Assert.DoesNotContain("zelandieu", after, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("canari", after, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Hex(InTheFile), after, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(mails, await InDatabaseAsync(db => db.OutboxEmails.CountAsync(Stop)));
        Assert.Equal(journal.Select(e => (e.SubjectId, e.At)).Order(), (await SendAsync(Actor.System, new ListErasures())).Value.Select(e => (e.SubjectId, e.At)).Order());
    }

    [Fact]
    public async Task What_was_on_its_way_when_the_data_were_erased_is_erased_within_minutes()
    {
        var person = await WholePerson.CreateAsync(this, Address, SampleFiles.Pdf());
        Assert.Null((await SendAsync(person.Holder, new EraseApplication(person.ApplicationId))).Error);
        await this.JoinAsync(person.Holder, person.ApplicationId, SampleFiles.Pdf(info: InTheFile));
        await SaveAsync(new ApplicationNote(person.ApplicationId, person.Site.RecruiterId, "Nadia Zelandieu", Guid.NewGuid(), Clock.Now));

        Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Null((await SendAsync(Actor.System, new FinishErasures())).Error);

        Assert.Equal((0, 0), await InDatabaseAsync(async db => (
            await db.Documents.CountAsync(d => d.OwnerId == person.ApplicationId, Stop), await db.ApplicationNotes.CountAsync(n => n.ApplicationId == person.ApplicationId, Stop))));
        var lines = await InDatabaseAsync(db => db.Erasures.CountAsync(Stop));
        Clock.Advance(TimeSpan.FromHours(2));
        await SendAsync(Actor.System, new FinishErasures());
        Assert.Equal(lines, await InDatabaseAsync(db => db.Erasures.CountAsync(Stop)));
    }

    [Fact]
    public void A_journal_written_to_a_file_is_read_back_and_a_broken_line_is_named()
    {
        ErasedSubject[] journal = [new(ErasedKind.Application, Guid.NewGuid(), Clock.Now), new(ErasedKind.Account, Guid.NewGuid(), Clock.Now.AddMinutes(1))];

        var lines = ErasureFile.Write(journal).ToList();

        Assert.Equal(journal, ErasureFile.Read([.. lines, ""]));
        Assert.Contains("line 3", Assert.Throws<InvalidDataException>(() => ErasureFile.Read([.. lines, "2026-03-02 Application nobody"])).Message, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<Canary>> PutCanariesAsync()
    {
        var id = await InDatabaseAsync(db => db.Users.Where(a => a.Email == Address).Select(a => a.Id).SingleAsync(Stop));
        var keys = await InDatabaseAsync(db => PersonKeys.OfAsync(db, ErasedKind.Account, id, Stop));
        return [.. (await Canaries.PutAsync(this, ConnectionString, Address, keys)).Where(c => c.Column != "protected_body")];
    }

    /// <summary>The exceptions that personal-data.yaml gives a reason for.</summary>
    private static bool IsKept(Canary canary) =>
        PersonalData.Current.Tables[canary.Table] is var table && (table.Erasure == RowErasure.Keep || table.Kept.ContainsKey(canary.Column));

    private Task<Application> ApplicationAsync(Guid id) =>
        InDatabaseAsync(db => db.Applications.AsNoTracking().Include(a => a.Candidate).SingleAsync(a => a.Id == id, Stop));

    /// <summary>The relay has taken every mail that was waiting.</summary>
    private Task<int> MailsLeaveAsync() => InDatabaseAsync(async db =>
    {
        await db.OutboxEmails.Where(m => m.SentAt == null && m.CancelledAt == null && m.DeadAt == null).ExecuteUpdateAsync(set => set.SetProperty(m => m.Attempts, 1), Stop);
        (await db.OutboxEmails.Where(m => m.SentAt == null && m.CancelledAt == null && m.DeadAt == null).ToListAsync(Stop)).ForEach(m => m.Sent(Clock.Now));
        return await db.SaveChangesAsync(Stop);
    });

    private static string Hex(string text) => Convert.ToHexString(Encoding.Latin1.GetBytes(text));

    private async Task<string> DumpAsync()
    {
        var database = new NpgsqlConnectionStringBuilder(DatabaseTemplate.Server) { Database = new NpgsqlConnectionStringBuilder(ConnectionString).Database };
        var start = new ProcessStartInfo(PgDump()) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { "-h", database.Host!, "-p", $"{database.Port}", "-U", database.Username!, "--data-only", database.Database! })
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["PGPASSWORD"] = database.Password;
        using var dump = Process.Start(start)!;
        var errors = dump.StandardError.ReadToEndAsync(Stop);
        var text = await dump.StandardOutput.ReadToEndAsync(Stop);
        await dump.WaitForExitAsync(Stop);
        Assert.True(dump.ExitCode == 0, await errors);
        return text;
    }

    /// <summary>Debian keeps it beside the server, not on the path.</summary>
    private static string PgDump() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(d => $"{d}/bin/pg_dump").Where(File.Exists).Order().LastOrDefault() ?? "pg_dump"
        : "pg_dump";
}
