using System.Net;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport;
using Dites32.Core.SpouseSupport.Data;
using Dites32.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dites32.Tests.SpouseSupport;

public sealed class SpouseMeetingTests : SpouseTest
{
    private static readonly string[] Unsaid = ["Fleurance", "Maylis", "Capdevielle", "LOCATION", "DESCRIPTION"];

    private readonly SmtpSink sink = new();

    protected override Dictionary<string, string?> Settings() => new(base.Settings())
    {
        ["Mail:Host"] = "127.0.0.1",
        ["Mail:Port"] = sink.Port.ToString(Core.Shared.Clock.French),
        ["Mail:From"] = "portail@dites32.example",
        ["Mail:TimeoutSeconds"] = "5",
    };

    public override async ValueTask DisposeAsync()
    {
        await sink.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task The_invitation_arrives_and_is_replaced_then_taken_back_and_says_nothing_but_a_meeting()
    {
        var (caseworker, id) = await FileOfAsync();
        var (meeting, form) = (Guid.NewGuid(), At(caseworker, "2026-03-30", "14:30") with { Way = nameof(MeetingWay.InPerson), Place = "Maison des services, Fleurance" });

        Assert.Null((await SendAsync(caseworker, new SetSpouseMeeting(id, meeting, form))).Error);
        var set = await ReceiveAsync();
        Assert.Null((await SendAsync(caseworker, new MoveSpouseMeeting(id, meeting, await VersionOfAsync(meeting), form with { Hour = "16 h 00" }))).Error);
        var moved = await ReceiveAsync();
        Assert.Null((await SendAsync(caseworker, new CancelSpouseMeeting(id, meeting))).Error);
        Assert.Null((await SendAsync(caseworker, new CancelSpouseMeeting(id, meeting))).Error); // a second time
        var cancelled = await ReceiveAsync();

        Assert.All([set, moved, cancelled], mail =>
        {
            Assert.Equal(("Dites32 à 2 – rendez-vous", Email), (mail.Header("Subject"), mail.Recipient));
            var file = mail.File("invitation.ics").Content;
            Assert.Contains($"UID:{meeting}@dites32.example\r\n", file, StringComparison.Ordinal);
            Assert.Contains("SUMMARY:Dites32 à 2 – rendez-vous\r\n", file, StringComparison.Ordinal);
            file = file.Replace($":mailto:{Email}", "", StringComparison.Ordinal);
            foreach (var said in Unsaid)
            {
                Assert.DoesNotContain(said, file, StringComparison.OrdinalIgnoreCase);
            }
        });
        Assert.Contains("lundi 30 mars 2026 à 14 h 30, heure de Paris (45 minutes)", set.Body.PlainSpaces(), StringComparison.Ordinal);
        Assert.Contains("Sur place : Maison des services, Fleurance", set.Body.PlainSpaces(), StringComparison.Ordinal);
        Assert.Contains("Votre rendez-vous change", moved.Body, StringComparison.Ordinal);
        Assert.Contains("Ce rendez-vous est annulé", cancelled.Body, StringComparison.Ordinal);
        Has(set, "METHOD:REQUEST", "SEQUENCE:0", "DTSTART:20260330T123000Z", "DTEND:20260330T131500Z"); // summer time
        Has(moved, "METHOD:REQUEST", "SEQUENCE:1", "DTSTART:20260330T140000Z");
        Has(cancelled, "METHOD:CANCEL", "SEQUENCE:2", "STATUS:CANCELLED");
        Assert.Equal(3, sink.Mails.Count(m => m.Header("Subject").Contains("rendez-vous", StringComparison.Ordinal)));
        Assert.Equal(["Rendez-vous annulé", "Rendez-vous changé", "Rendez-vous fixé"],
            (await SendAsync(caseworker, new GetSpouseCase(id))).Value.History.Select(h => h.What).Where(w => w.StartsWith("Rendez-vous", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public async Task Sent_many_times_at_once_it_is_one_meeting_and_one_mail()
    {
        var (caseworker, id) = await FileOfAsync();
        var meeting = Guid.NewGuid();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => SendAsync(caseworker, new SetSpouseMeeting(id, meeting, At(caseworker, "2026-03-12", "09:30")))));

        Assert.All(answers, a => Assert.Null(a.Error));
        Assert.Equal(1, await BehindTheWallAsync(db => db.Meetings.CountAsync(Stop)));
        Assert.Single(await MailsAsync(), m => m.Kind == "spouse.meeting");
    }

    [Fact]
    public async Task Nobody_is_in_two_meetings_at_once_not_even_when_both_are_set_at_the_same_moment()
    {
        var (caseworker, id) = await FileOfAsync();
        var answers = await Task.WhenAll(SetAsync("09:00"), SetAsync("09:30"));

        Assert.Equal(["Hour"], Assert.Single(answers, a => a.Error?.Code == "spouse.meeting-overlap").Error!.Fields!.Keys);
        Assert.Single(await MailsAsync(), m => m.Kind == "spouse.meeting");
        var colleague = await CaseworkerAsync("Paul Lannes");
        Assert.Null((await SendAsync(caseworker, new SetSpouseMeeting(id, Guid.NewGuid(), At(colleague, "2026-03-12", "09:15")))).Error); // somebody else's
        Assert.Null((await SendAsync(caseworker, new SetSpouseMeeting(id, Guid.NewGuid(), At(colleague, "2026-03-12", "10:00")))).Error); // just after
        var first = await BehindTheWallAsync(db => db.Meetings.Where(m => m.OwnerId == caseworker.AccountId).Select(m => m.Id).SingleAsync(Stop));
        Assert.Null((await SendAsync(caseworker, new CancelSpouseMeeting(id, first))).Error);
        Assert.Null((await SetAsync("09:00")).Error); // its hour is free again

        Task<Result> SetAsync(string hour) => SendAsync(caseworker, new SetSpouseMeeting(id, Guid.NewGuid(), At(caseworker, "2026-03-12", hour)));
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once()
    {
        var (caseworker, id) = await FileOfAsync();
        await RefusedAsync(new MeetingForm(), "Day", "Hour", "Minutes", "OwnerId", "Way");
        await RefusedAsync(At(caseworker, "2026-03-29", "02:30"), "Hour"); // the clocks skip it
        await RefusedAsync(At(caseworker, "2026-03-02", "09:59"), "Hour"); // past: it is ten o'clock
        await RefusedAsync(At(caseworker, "2026-03-12", "25:00") with { Minutes = "481" }, "Hour", "Minutes");
        await RefusedAsync(At(caseworker, "2026-03-12", "09:30") with { Way = nameof(MeetingWay.InPerson) }, "Place");
        await RefusedAsync(At(caseworker, "2026-03-12", "09:30") with { Way = nameof(MeetingWay.Video), Place = "javascript:alert(1)" }, "Place");
        var invited = (await SendAsync(caseworker, new InviteSpouse(Guid.NewGuid(), "Alix", "alix@example.org"))).Value;
        Assert.Equal("spouse.no-consent", (await SendAsync(caseworker, new SetSpouseMeeting(invited, Guid.NewGuid(), At(caseworker, "2026-03-12", "09:30")))).Error?.Code);

        async Task RefusedAsync(MeetingForm form, params string[] fields) =>
            Assert.Equal(fields, (await SendAsync(caseworker, new SetSpouseMeeting(id, Guid.NewGuid(), form))).Error!.Fields!.Keys.Order());
    }

    [Fact]
    public async Task The_slower_of_two_learns_that_it_has_changed_and_what_is_past_changes_no_more()
    {
        var (caseworker, id) = await FileOfAsync();
        var meeting = Guid.NewGuid();
        await SendAsync(caseworker, new SetSpouseMeeting(id, meeting, At(caseworker, "2026-03-12", "09:30")));
        var version = await VersionOfAsync(meeting);

        var answers = await Task.WhenAll(MoveAsync("14:00"), MoveAsync("15:00"));
        Assert.Single(answers, a => a.Error?.Code == "changed-meanwhile");
        Assert.Single(answers, a => a.Error is null);
        var mails = (await MailsAsync()).Count;
        var stays = (await SendAsync(caseworker, new GetSpouseMeeting(id, meeting))).Value;
        Assert.Null((await SendAsync(caseworker, new MoveSpouseMeeting(id, meeting, stays.Version, stays.Form))).Error); // nothing changes
        Assert.Equal(mails, (await MailsAsync()).Count);

        Clock.Advance(TimeSpan.FromDays(11));
        Assert.Equal("spouse.meeting-over", (await SendAsync(caseworker, new CancelSpouseMeeting(id, meeting))).Error?.Code);
        Assert.Equal("spouse.meeting-over", (await SendAsync(caseworker, new MoveSpouseMeeting(id, meeting, await VersionOfAsync(meeting), At(caseworker, "2026-03-20", "09:30")))).Error?.Code);

        Task<Result> MoveAsync(string hour) => SendAsync(caseworker, new MoveSpouseMeeting(id, meeting, version, At(caseworker, "2026-03-12", hour)));
    }

    [Fact]
    public async Task A_colleague_for_whom_a_meeting_is_set_is_told_and_so_is_one_who_has_it_no_more()
    {
        var (caseworker, id) = await FileOfAsync();
        var colleague = await CaseworkerAsync("Paul Lannes");
        var address = await InDatabaseAsync(db => db.Users.Where(a => a.Id == colleague.AccountId).Select(a => a.Email!).SingleAsync(Stop));
        var meeting = Guid.NewGuid();
        await SendAsync(caseworker, new SetSpouseMeeting(id, meeting, At(colleague, "2026-03-12", "09:30")));
        Assert.Contains("Vous avez rendez-vous", await BodyAsync(address), StringComparison.Ordinal);
        Assert.DoesNotContain("Capdevielle", await BodyAsync(address), StringComparison.Ordinal);

        Clock.Advance(TimeSpan.FromMinutes(1));
        await SendAsync(caseworker, new MoveSpouseMeeting(id, meeting, await VersionOfAsync(meeting), At(caseworker, "2026-03-12", "09:30")));
        Assert.Contains("n'est plus à votre agenda", await BodyAsync(address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_closes_has_no_meeting_to_come()
    {
        var (caseworker, id) = await FileOfAsync();
        await SendAsync(caseworker, new SetSpouseMeeting(id, Guid.NewGuid(), At(caseworker, "2026-03-12", "09:30")));

        Assert.Null((await SendAsync(caseworker, new MoveSpouseCase(id, await VersionAsync(), SpouseCaseState.Closed, "", ""))).Error);

        Assert.True(Assert.Single((await SendAsync(caseworker, new GetSpouseCase(id))).Value.Agenda.Meetings).IsCancelled);
        Assert.Equal(2, (await MailsAsync()).Count(m => m.Kind == "spouse.meeting"));
    }

    [Fact]
    public async Task The_partner_sees_the_meeting_in_their_space_and_each_downloads_their_own()
    {
        var (caseworker, id) = await FileOfAsync();
        var meeting = Guid.NewGuid();
        await SendAsync(caseworker, new SetSpouseMeeting(id, meeting, At(caseworker, "2026-03-12", "09:30")));
        using var browser = Visitor();
        Clock.Advance(TimeSpan.FromMinutes(1));
        await SendAsync(Actor.Anonymous, new RequestSpouseLink(Email));
        await browser.GetAsync($"/dites32-a-2/lien?jeton={await TokenAsync()}", Stop);
        await browser.SubmitAsync("/dites32-a-2/lien", "ouvrir");

        var space = await browser.GetPageAsync("/dites32-a-2/mon-espace");
        Assert.Equal("jeudi 12 mars à 9 h 30", space.Text("section[aria-labelledby=rendez-vous] h3"));
        var file = await browser.GetAsync(space.QuerySelector("section[aria-labelledby=rendez-vous] a[download]")!.GetAttribute("href"), Stop);
        Assert.Equal(("text/calendar", "invitation.ics"), (file.Content.Headers.ContentType!.MediaType, file.Content.Headers.ContentDisposition!.FileName));
        var text = await file.Content.ReadAsStringAsync(Stop);
        Assert.StartsWith("BEGIN:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.Contains("METHOD:PUBLISH", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ATTENDEE", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/dites32-a-2/mon-espace/rendez-vous/{Guid.NewGuid()}/invitation.ics", Stop)).StatusCode);

        var other = await InSpaceAsync("autre@example.org");
        Assert.Equal("spouse.meeting-not-found", (await SendAsync(other, new GetMyMeetingCalendar(meeting))).Error?.Code);
        using var desk = App.ClientFor(caseworker);
        Assert.Equal(HttpStatusCode.OK, (await desk.GetAsync($"/accompagnement/{id}/rendez-vous/{meeting}/invitation.ics", Stop)).StatusCode);
        using var recruiter = App.ClientFor(await SomeoneAsync(Role.Administrator));
        Assert.Equal(HttpStatusCode.Redirect, (await recruiter.GetAsync($"/accompagnement/{id}/rendez-vous/{meeting}/invitation.ics", Stop)).StatusCode);
    }

    [Fact]
    public async Task On_its_page_a_meeting_is_set_refused_with_what_was_typed_moved_and_cancelled()
    {
        var (someone, id) = await FileOfAsync();
        using var caseworker = App.ClientFor(someone);
        var address = $"/accompagnement/{id}/rendez-vous";
        var refused = await caseworker.SubmitAsync(address, "rendez-vous", ("Input.Day", "2026-03-12"), ("Input.Hour", "9h30"), ("Input.Way", "InPerson"));
        var page = await refused.ReadPageAsync();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "9h30", "Écrivez le lieu."), (refused.StatusCode, page.QuerySelector("#Hour")!.GetAttribute("value"), page.Text(".field .error")));

        var set = await caseworker.SubmitAsync(address, "rendez-vous", ("Input.Day", "2026-03-12"), ("Input.Hour", "9h30"), ("Input.Way", "Phone"));
        Assert.EndsWith($"/accompagnement/{id}?fait=rendez-vous", set.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var own = (await caseworker.GetPageAsync($"/accompagnement/{id}")).QuerySelector("section[aria-labelledby=rendez-vous] .note a")!.GetAttribute("href")!;
        Assert.Equal("09:30", (await caseworker.GetPageAsync(own)).QuerySelector("#Hour")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.Redirect, (await caseworker.SubmitAsync(own, "rendez-vous", ("Input.Hour", "11:00"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await caseworker.SubmitAsync(own, "annuler")).StatusCode);
        Assert.Null((await caseworker.GetPageAsync(own)).QuerySelector("form#annuler"));
    }

    [Fact]
    public async Task Erased_with_its_file_nothing_of_a_meeting_or_a_task_is_left_and_the_copy_holds_both()
    {
        var caseworker = await CaseworkerAsync();
        var spouse = await InSpaceAsync();
        var id = (await FileAsync()).Id;
        await SendAsync(caseworker, new SetSpouseMeeting(id, Guid.NewGuid(), At(caseworker, "2026-03-12", "09:30") with { Place = "05 62 00 00 00" }));
        await SendAsync(caseworker, new AddSpouseTask(id, Guid.NewGuid(), "Appeler le rectorat", "2026-03-12", caseworker.RequiredAccountId));
        var archive = (await SendAsync(spouse, new ExportMySpouseCase())).Value;
        await using var file = await archive.OpenAsync(Stop);
        await using var zip = await System.IO.Compression.ZipArchive.CreateAsync(file, System.IO.Compression.ZipArchiveMode.Read, false, null, Stop);
        using var data = new StreamReader(await zip.GetEntry("donnees.json")!.OpenAsync(Stop));
        var text = await data.ReadToEndAsync(Stop);
        Assert.Contains("05 62 00 00 00", text, StringComparison.Ordinal);
        Assert.Contains("Appeler le rectorat", text, StringComparison.Ordinal);

        Assert.Null((await SendAsync(spouse, new EraseMySpouseCase())).Error);

        Assert.Equal(0, await AskOwnerAsync<long>("SELECT (SELECT count(*) FROM spouse.spouse_meeting) + (SELECT count(*) FROM spouse.spouse_task)"));
    }

    private async Task<(Actor Caseworker, Guid CaseId)> FileOfAsync()
    {
        var caseworker = await CaseworkerAsync();
        await InSpaceAsync();
        return (caseworker, (await FileAsync()).Id);
    }

    private static MeetingForm At(Actor caseworker, string day, string hour) => new()
    {
        Day = day,
        Hour = hour,
        Minutes = "45",
        Way = nameof(MeetingWay.Phone),
        OwnerId = caseworker.AccountId.ToString(),
    };

    private Task<uint> VersionOfAsync(Guid meeting) =>
        BehindTheWallAsync(db => db.Meetings.Where(m => m.Id == meeting).Select(m => EF.Property<uint>(m, "Version")).SingleAsync(Stop));

    /// <summary>The last mail of a meeting, as the mailbox has it.</summary>
    private async Task<ReceivedMail> ReceiveAsync()
    {
        await Services.GetRequiredService<OutboxSender<SpouseDbContext>>().SendDueAsync(Stop);
        Clock.Advance(TimeSpan.FromMinutes(1));
        return sink.Mails.Last(m => m.Header("Subject").Contains("rendez-vous", StringComparison.Ordinal));
    }

    private static void Has(ReceivedMail mail, params string[] lines) =>
        Assert.All(lines, line => Assert.Contains($"{line}\r\n", mail.File("invitation.ics").Content, StringComparison.Ordinal));
}
