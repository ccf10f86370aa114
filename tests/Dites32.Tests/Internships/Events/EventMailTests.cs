using Dites32.Core.Internships.Events;
using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Internships.Events;

/// <summary>What the interns are told of their events, and what their calendars take.</summary>
public sealed class EventMailTests : InternLifeTest
{
    [Fact]
    public async Task An_invitation_is_followed_by_its_correction_and_its_cancellation()
    {
        var intern = await InternWithAccountAsync();
        var outing = await AnnouncedAsync(seats: 1);
        await RegisterAsync(intern, outing);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await DoAsync(new CorrectEvent(outing, (await FileAsync(outing)).Version, SampleEvents.Form(seats: 1) with { Place = "Masseube", StartsAt = "10:00" }));
        Clock.Advance(TimeSpan.FromMinutes(1));
        await DoAsync(new CancelEvent(outing));
        await DoAsync(new CancelEvent(outing));

        var mails = await MailsToAsync(intern);
        Assert.Equal(["intern-event.registered", "intern-event.changed", "intern-event.cancelled"], mails.Select(m => m.Row.Kind));
        Assert.All(mails, m => Assert.Equal("Dites32 – Sortie en Astarac", m.Row.Subject));
        var files = mails.ConvertAll(m => m.Content.Attachment!);
        Assert.Equal(["text/calendar; method=REQUEST", "text/calendar; method=REQUEST", "text/calendar; method=CANCEL"], files.Select(f => f.MediaType));
        Assert.Equal(["0", "1", "2"], files.Select(f => Line(f.Text, "SEQUENCE:")));
        Assert.Single(files.Select(f => Line(f.Text, "UID:")).Distinct());
        Assert.Equal(["20260610T070000Z", "20260610T080000Z", "20260610T080000Z"], files.Select(f => Line(f.Text, "DTSTART:")));
        Assert.Equal(["Mirande", "Masseube", "Masseube"], files.Select(f => Line(f.Text, "LOCATION:")));
        Assert.Equal("CANCELLED", Line(files[2].Text, "STATUS:"));
        Assert.Contains("mercredi 10 juin 2026, de 10 h 00 à 17 h 00 (heure de Paris)", mails[1].Content.Text.Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_waits_has_no_invitation_until_they_move_up_and_a_new_one_when_they_come_back()
    {
        var interns = await InternsAsync(2);
        var outing = await AnnouncedAsync(seats: 1);
        await RegisterAsync(interns[0], outing);
        await RegisterAsync(interns[1], outing);
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null((await SendAsync(interns[0].Actor, new LeaveEvent(outing))).Error);
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(EventPlace.Waiting, await RegisterAsync(interns[0], outing));
        Clock.Advance(TimeSpan.FromMinutes(1));
        await DoAsync(new WithdrawInternFromEvent(outing, interns[1].Id));

        var second = await MailsToAsync(interns[1]);
        Assert.Equal([false, true, true], second.Select(m => m.Content.Attachment is not null));
        Assert.Equal("CANCEL", Line(second[2].Content.Attachment!.Text, "METHOD:"));
        var first = await MailsToAsync(interns[0]);
        Assert.Equal(["registered", "left", "waiting", "movedup"], first.Select(m => m.Row.Kind.Split('.')[1]));
        Assert.NotEqual(Line(first[0].Content.Attachment!.Text, "UID:"), Line(first[3].Content.Attachment!.Text, "UID:"));
        Assert.Equal(Line(first[0].Content.Attachment!.Text, "UID:"), Line(first[1].Content.Attachment!.Text, "UID:"));
    }

    [Fact]
    public async Task Three_days_before_each_of_those_who_come_is_reminded_once()
    {
        var interns = await InternsAsync(3);
        var outing = await AnnouncedAsync(seats: 2);
        foreach (var intern in interns)
        {
            await RegisterAsync(intern, outing);
        }

        async Task<int> RemindedAsync(LifeIntern intern) => (await MailsToAsync(intern, "intern-event.reminder")).Count;
        Clock.Now = new DateTimeOffset(2026, 6, 6, 5, 0, 0, TimeSpan.Zero);
        Assert.Null((await SendAsync(Actor.System, new TendEvents())).Error);
        Assert.Equal(0, await RemindedAsync(interns[0]));

        Clock.Now = new DateTimeOffset(2026, 6, 7, 5, 0, 0, TimeSpan.Zero);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => SendAsync(Actor.System, new TendEvents())));
        Clock.Now = new DateTimeOffset(2026, 6, 8, 5, 0, 0, TimeSpan.Zero);
        Assert.Null((await SendAsync(Actor.System, new TendEvents())).Error);
        Assert.Equal((1, 1, 0), (await RemindedAsync(interns[0]), await RemindedAsync(interns[1]), await RemindedAsync(interns[2])));

        Assert.Null((await SendAsync(interns[0].Actor, new LeaveEvent(outing))).Error); // the third moves up, and is told so by that mail
        Assert.Null((await SendAsync(Actor.System, new TendEvents())).Error);
        Assert.Equal(0, await RemindedAsync(interns[2]));
    }

    [Fact]
    public async Task Whoever_stopped_the_mails_receives_none_and_still_comes()
    {
        var intern = await InternWithAccountAsync();
        await InDatabaseAsync(async db =>
        {
            (await db.Interns.SingleAsync(i => i.Id == intern.Id, Stop)).StopContact(Clock.Now);
            return await db.SaveChangesAsync(Stop);
        });

        Assert.Equal(EventPlace.Registered, await RegisterAsync(intern, await AnnouncedAsync(seats: 1)));
        Assert.Empty(await MailsToAsync(intern, ""));
    }

    [Fact]
    public async Task The_calendar_file_is_for_those_who_come_and_the_answer_goes_to_the_named_contact()
    {
        var interns = await InternsAsync(2);
        var outing = await AnnouncedAsync(seats: 1);
        var contact = await InDatabaseAsync(db => db.Users.SingleAsync(u => u.Id == Coordinator.AccountId, Stop));
        Assert.Equal("La mission Dites32", (await SendAsync(interns[0].Actor, new GetMyLife())).Value.Contact);
        await DoAsync(new SetSemesterContact(Summer, contact.Id));
        Assert.Equal("invalid", (await SendAsync(Coordinator, new SetSemesterContact(Summer, interns[0].Actor.AccountId))).Error?.Code);
        await RegisterAsync(interns[0], outing);
        await RegisterAsync(interns[1], outing);

        Assert.Equal(contact.Email, Assert.Single(await MailsToAsync(interns[0])).Row.ReplyToAddress);
        Assert.Equal((contact.DisplayName, contact.Email), ((await SendAsync(interns[0].Actor, new GetMyLife())).Value.Contact, (await SendAsync(interns[0].Actor, new GetMyLife())).Value.ContactEmail));
        var file = (await SendAsync(interns[0].Actor, new GetMyEventCalendar(outing))).Value;
        Assert.Equal("PUBLISH", Line(file.Text, "METHOD:"));
        Assert.DoesNotContain("ATTENDEE", file.Text, StringComparison.Ordinal);
        Assert.Equal("event.not-registered", (await SendAsync(interns[1].Actor, new GetMyEventCalendar(outing))).Error?.Code);

        await DoAsync(new SetSemesterContact(Summer, null));
        Assert.Equal("La mission Dites32", (await SendAsync(interns[0].Actor, new GetMyLife())).Value.Contact);
    }

    private static string Line(string text, string start) => text.Split("\r\n").Single(l => l.StartsWith(start, StringComparison.Ordinal))[start.Length..];
}
