using Dites32.Core.Audit;
using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Audit;

/// <summary>The trail, searched.</summary>
public sealed class SearchAuditTests : AuditTrailTest
{
    private const string Camille = "Camille Essai";

    private static readonly Guid LinkId = Guid.CreateVersion7();
    private static readonly Guid CardId = Guid.CreateVersion7();
    private Actor officer = null!;
    private Guid accountId;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        officer = await SomeoneAsync(Role.DataProtectionOfficer);
        accountId = (await SomeoneAsync(Role.SiteRecruiter)).RequiredAccountId;
        await WriteAsync(
            new("2026-03-02T09:00:00Z"),
            new("2026-03-03T09:00:00Z") { By = ActorKind.Account, AccountId = accountId, Action = "GetCard", Kind = nameof(SubjectKind.Application), SubjectId = CardId, Purpose = nameof(ReadingPurpose.Recruiting) },
            new("2026-03-04T09:00:00Z") { By = ActorKind.Account, AccountId = accountId, Action = "MoveApplication", Kind = nameof(SubjectKind.Application), SubjectId = CardId },
            new("2026-03-05T09:00:00Z") { By = ActorKind.LinkHolder, LinkId = LinkId, Action = "WithdrawApplication", Kind = nameof(SubjectKind.Application), SubjectId = CardId },
            new("2026-03-06T09:00:00Z") { By = ActorKind.Anonymous, Action = "SignIn" },
            new("2026-03-07T09:00:00Z") { By = ActorKind.Account, AccountId = accountId, Action = "EditOffer", Kind = nameof(SubjectKind.Offer), SubjectId = Guid.NewGuid() });
    }

    [Fact]
    public async Task The_newest_trace_comes_first_and_everything_is_said_in_words()
    {
        var traces = (await SearchAsync(new() { To = "2026-03-31" })).Traces;

        Assert.Equal(
            [
                (Camille, "Modifier une offre", "Offre", null), ("anonyme", "Se connecter par mot de passe", null, null),
                ("personne par lien personnel", "Retirer sa candidature", "Candidature", null), (Camille, "Déplacer une candidature", "Candidature", null),
                (Camille, "Lire une candidature", "Candidature", "Recruter"), ("le portail", "Supprimer les anciens courriels", null, (string?)null),
            ],
            traces.Select(t => (t.Who, t.ActionLabel, t.SubjectLabel, t.PurposeLabel)));
    }

    [Fact]
    public async Task Each_filter_keeps_its_own_and_all_together_narrow_down()
    {
        var email = await InDatabaseAsync(db => db.Users.Where(a => a.Id == accountId).Select(a => a.Email!).SingleAsync(Stop));

        Assert.Equal(["EditOffer", "MoveApplication", "GetCard"], await ActionsAsync(new() { Who = email }));
        Assert.Equal(["EditOffer", "MoveApplication", "GetCard"], await ActionsAsync(new() { Who = $" {email.ToUpperInvariant()} " }));
        Assert.Equal(["EditOffer", "MoveApplication", "GetCard"], await ActionsAsync(new() { Who = $"{accountId}" }));
        Assert.Equal(["WithdrawApplication"], await ActionsAsync(new() { Who = $"{LinkId}" }));
        Assert.Equal(["MoveApplication"], await ActionsAsync(new() { Action = "MoveApplication" }));
        Assert.Equal(["GetCard"], await ActionsAsync(new() { Nature = AuditSearch.Readings }));
        Assert.Equal(["EditOffer", "SignIn", "WithdrawApplication", "MoveApplication", "SweepOutbox"], await ActionsAsync(new() { Nature = AuditSearch.Acts }));
        Assert.Equal(["WithdrawApplication", "MoveApplication", "GetCard"], await ActionsAsync(new() { Kind = nameof(SubjectKind.Application) }));
        Assert.Equal(["WithdrawApplication", "MoveApplication", "GetCard"], await ActionsAsync(new() { Number = $"{CardId}" }));
        Assert.Equal([], await ActionsAsync(new() { Kind = nameof(SubjectKind.Offer), Number = $"{CardId}" }));
        Assert.Equal(["WithdrawApplication", "MoveApplication"], await ActionsAsync(new() { From = "2026-03-04", To = "05/03/2026" }));
        Assert.Equal(["MoveApplication"], await ActionsAsync(new()
        {
            From = "2026-03-03",
            To = "2026-03-05",
            Who = email,
            Nature = AuditSearch.Acts,
            Kind = nameof(SubjectKind.Application),
            Number = $"{CardId}",
        }));
    }

    [Fact]
    public async Task A_day_is_a_day_in_France_even_that_of_the_change_of_time()
    {
        await WriteAsync(new("2026-03-28T22:59:59.999999Z"), new("2026-03-28T23:00:00Z"), new("2026-03-29T21:59:59.999999Z"), new("2026-03-29T22:00:00Z"));

        var day = await SearchAsync(new() { From = "2026-03-29", To = "2026-03-29" });

        Assert.Equal(["29 mars 2026 à 23 h 59", "29 mars 2026 à 0 h 00"], day.Traces.Select(t => t.At.InWords().Replace('\u00a0', ' ')));
        Assert.Equal("23 h 59 min 59 s", day.Traces[0].At.ToTheSecond().Replace('\u00a0', ' '));
    }

    [Fact]
    public async Task Pages_hold_every_trace_once_over_equal_instants_and_from_month_to_month()
    {
        await RunAsOwnerAsync("SELECT audit_month('2026-04-01'), audit_month('2026-05-01')");
        await RunAsOwnerAsync("""
            INSERT INTO audit_entry (at, actor_kind, action) SELECT '2026-05-01T00:00:00Z', 'System', 'SweepDrafts' FROM generate_series(1, 60);
            INSERT INTO audit_entry (at, actor_kind, action) SELECT '2026-04-30T23:59:59.999999Z', 'System', 'SweepDrafts' FROM generate_series(1, 65);
            INSERT INTO audit_entry (at, actor_kind, action) SELECT '2026-05-01T00:00:00Z', 'System', 'SweepDrafts' FROM generate_series(1, 25);
            """);

        var pages = new List<TracePage> { await SearchAsync(new() { Action = "SweepDrafts" }) };
        while (pages[^1].Next is { } next)
        {
            pages.Add((await SendAsync(officer, new SearchAudit(new() { Action = "SweepDrafts" }, next))).Value);
        }

        var traces = pages.SelectMany(p => p.Traces).ToList();
        Assert.Equal([50, 50, 50], pages.Select(p => p.Traces.Count));
        Assert.Equal([true, false, false], pages.Select(p => p.IsFirst));
        Assert.Equal(150, traces.DistinctBy(t => t.Id).Count());
        Assert.Equal(traces.OrderByDescending(t => t.At).ThenByDescending(t => t.Id), traces);
    }

    [Theory]
    [InlineData(""), InlineData("abc"), InlineData("-1-2"), InlineData("9223372036854775807-1"), InlineData("1-"), InlineData("1-99999999999999999999"), InlineData("1-2-3")]
    public async Task What_marks_no_trace_shows_the_first_page(string mark) =>
        Assert.True((await SendAsync(officer, new SearchAudit(new() { To = "2026-03-31" }, mark))).Value is { IsFirst: true, Traces.Count: 6 });

    [Theory]
    [InlineData("253402300799999999-9223372036854775807", 6), InlineData("0-0", 0)]
    public async Task A_mark_outside_of_all_time_is_only_a_mark(string mark, int count) =>
        Assert.Equal(count, (await SendAsync(officer, new SearchAudit(new() { To = "2026-03-31" }, mark))).Value.Traces.Count);

    [Fact]
    public async Task What_cannot_be_understood_is_said_field_by_field_and_leaves_no_trace()
    {
        var error = (await SendAsync(officer, new SearchAudit(new()
        {
            From = "hier",
            To = "2031-13-01",
            Who = "Camille",
            Action = "TeaTime",
            Nature = "autre",
            Kind = "42",
            Number = "A-2026-0001",
        }))).Error;

        Assert.Equal(["Action", "From", "Kind", "Nature", "Number", "To", "Who"], error!.Fields!.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["To"], await FieldsAsync(new() { From = "2026-03-05", To = "2026-03-04" }));
        Assert.Equal(["Who"], await FieldsAsync(new() { Who = "personne@inconnu.example" }));
        Assert.Equal(["From"], await FieldsAsync(new() { From = "0001-01-01" }));
        Assert.Equal(["To"], await FieldsAsync(new() { To = "9999-12-31" }));
        Assert.Equal(0, await InDatabaseAsync(db => db.AuditEntries.CountAsync(e => e.Action == nameof(SearchAudit), Stop)));
    }

    [Fact]
    public async Task Searching_leaves_a_trace_that_names_what_was_looked_for()
    {
        var admin = await SomeoneAsync(Role.Administrator);
        var email = await InDatabaseAsync(db => db.Users.Where(a => a.Id == accountId).Select(a => a.Email!).SingleAsync(Stop));

        await SearchAsync(AuditSearch.Everything);
        await SearchAsync(new() { Who = email });
        await SendAsync(admin, new SearchAudit(new() { Who = $"{LinkId}", Number = $"{CardId}" }));
        await SendAsync(admin, new ExportAudit(new() { Kind = nameof(SubjectKind.Offer) }));

        Assert.Equal(
            [
                (nameof(SearchAudit), officer.AccountId, null), (nameof(SearchAudit), officer.AccountId, accountId),
                (nameof(SearchAudit), admin.AccountId, CardId), (nameof(ExportAudit), admin.AccountId, (Guid?)null),
            ],
            await InDatabaseAsync(async db => (await db.AuditEntries.AsNoTracking()
                .Where(e => e.SubjectKind == nameof(SubjectKind.Trail) && e.Purpose == nameof(ReadingPurpose.Auditing)).OrderBy(e => e.Id).ToListAsync(Stop))
                .Select(e => (e.Action, e.AccountId, e.SubjectId))));
        Assert.Equal(["SearchAudit"], (await SearchAsync(new() { Kind = nameof(SubjectKind.Trail), Number = $"{accountId}" })).Traces.Select(t => t.Action));
    }

    [Theory]
    [InlineData(Role.Candidate), InlineData(Role.SiteRecruiter), InlineData(Role.Dites32Recruiter)]
    public async Task Nobody_else_reads_the_trail(Role role)
    {
        var someone = await SomeoneAsync(role);

        Assert.Equal("forbidden", (await SendAsync(someone, new SearchAudit(AuditSearch.Everything))).Error?.Code);
        Assert.Equal("forbidden", (await SendAsync(someone, new ExportAudit(AuditSearch.Everything))).Error?.Code);
    }

    [Fact]
    public async Task Whoever_is_gone_is_still_found_by_number_and_has_the_name_of_today_until_then()
    {
        await InDatabaseAsync(db => db.Users.Where(a => a.Id == accountId).ExecuteUpdateAsync(a => a.SetProperty(x => x.DisplayName, "Camille Mariée"), Stop));
        Assert.Equal("Camille Mariée", (await SearchAsync(new() { Who = $"{accountId}" })).Traces[0].Who);

        await InDatabaseAsync(db => db.Users.Where(a => a.Id == accountId).ExecuteDeleteAsync(Stop));
        var traces = (await SearchAsync(new() { Who = $"{accountId}" })).Traces;
        Assert.Equal(3, traces.Count);
        Assert.All(traces, t => Assert.Equal(("compte effacé", accountId), (t.Who, t.WhoId!.Value)));
    }

    [Fact]
    public async Task Codes_that_the_portal_no_longer_knows_are_shown_as_they_are()
    {
        await WriteAsync(new WrittenTrace("2026-03-08T09:00:00Z") { Action = "FoldNapkins", Kind = "Napkin", SubjectId = CardId, Purpose = "Folding" });

        var trace = (await SearchAsync(new() { From = "2026-03-08", To = "2026-03-08" })).Traces[0];

        Assert.Equal(("FoldNapkins", "Napkin", "Folding"), (trace.ActionLabel, trace.SubjectLabel, trace.PurposeLabel));
        Assert.Null(trace.Subject);
    }

    [Fact]
    public async Task A_page_says_since_when_traces_are_kept_and_when_they_were_sealed()
    {
        var today = DateTime.UtcNow;
        Assert.Null((await SearchAsync(AuditSearch.Everything)).SealedAt);

        await SealAsync();

        var page = await SearchAsync(AuditSearch.Everything);
        Assert.InRange(page.SealedAt!.Value, today.AddMinutes(-1), today.AddMinutes(5));
        Assert.Equal(1, page.KeptSince.Day);
        Assert.InRange(page.KeptSince.DayNumber, DateOnly.FromDateTime(today.AddMonths(-13)).DayNumber, DateOnly.FromDateTime(today.AddMonths(-11)).DayNumber);
    }

    [Fact]
    public async Task At_most_ten_thousand_traces_are_taken_away_the_newest_and_more_is_said()
    {
        await RunAsOwnerAsync("SELECT audit_month('2026-02-01')");
        await RunAsOwnerAsync($"""
            INSERT INTO audit_entry (at, actor_kind, action)
            SELECT '2026-02-01T00:00:00Z'::timestamptz + n * interval '1 minute', 'System', 'SweepDrafts' FROM generate_series(1, {ExportAudit.MaxTraces}) AS n
            """);

        var all = (await SendAsync(officer, new ExportAudit(new() { Action = "SweepDrafts" }))).Value;
        await WriteAsync(new WrittenTrace("2026-02-01T00:00:30Z") { Action = "SweepDrafts" });
        var some = (await SendAsync(officer, new ExportAudit(new() { Action = "SweepDrafts" }))).Value;

        Assert.Equal((ExportAudit.MaxTraces, false), (all.Traces.Count, all.HasMore));
        Assert.Equal((ExportAudit.MaxTraces, true), (some.Traces.Count, some.HasMore));
        Assert.Equal(all.Traces[^1], some.Traces[^1]);
    }

    private async Task WriteAsync(params WrittenTrace[] traces) => await RunAsOwnerAsync(string.Concat(traces.Select(t => t.Sql)));

    private async Task<TracePage> SearchAsync(AuditSearch search) => (await SendAsync(officer, new SearchAudit(search))).Value;

    /// <summary>Without those that the searches themselves leave.</summary>
    private async Task<IEnumerable<string>> ActionsAsync(AuditSearch search) =>
        (await SearchAsync(search.To.Length > 0 ? search : search with { To = "2026-03-31" })).Traces.Select(t => t.Action);

    private async Task<IEnumerable<string>> FieldsAsync(AuditSearch search) => (await SendAsync(officer, new SearchAudit(search))).Error?.Fields?.Keys ?? [];
}
