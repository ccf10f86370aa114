using Dites32.Core.Internships;
using Dites32.Core.Internships.Events;
using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Internships.Events;

/// <summary>Who comes to an event, who waits, and who has the place that somebody leaves.</summary>
public sealed class EventRegistrationTests : InternLifeTest
{
    [Fact]
    public async Task Twelve_interns_who_ask_at_once_for_five_places_are_five_there_and_seven_in_line()
    {
        var interns = await InternsAsync(12);
        var outing = await AnnouncedAsync(seats: 5);

        var answers = await Task.WhenAll(interns.Select(i => SendAsync(i.Actor, new RegisterForEvent(outing, PhotoConsent: false))));

        Assert.All(answers, a => Assert.Null(a.Error));
        Assert.Equal((5, 7), (answers.Count(a => a.Value == EventPlace.Registered), answers.Count(a => a.Value == EventPlace.Waiting)));
        var file = await FileAsync(outing);
        Assert.Equal((5, 7), (file.Registered.Count, file.Waiting.Count));
    }

    [Fact]
    public async Task Those_who_leave_at_once_each_leave_a_place_to_the_next_in_line()
    {
        var interns = await InternsAsync(9);
        var outing = await AnnouncedAsync(seats: 3);
        foreach (var intern in interns)
        {
            await RegisterAsync(intern, outing);
        }

        Clock.Advance(TimeSpan.FromMinutes(1));
        var left = await Task.WhenAll(interns.Take(3).Select(i => SendAsync(i.Actor, new LeaveEvent(outing))));

        Assert.All(left, a => Assert.Null(a.Error));
        var file = await FileAsync(outing);
        Assert.Equal(interns.Skip(3).Take(3).Select(i => i.Id).Order(), file.Registered.Select(g => g.InternId).Order());
        Assert.Equal(interns.Skip(6).Select(i => i.Id), file.Waiting.Select(g => g.InternId));
        foreach (var up in interns.Skip(3).Take(3))
        {
            Assert.Equal(["intern-event.waiting", "intern-event.movedup"], (await MailsToAsync(up)).Select(m => m.Row.Kind));
        }
    }

    [Fact]
    public async Task More_places_go_to_those_who_wait_in_their_order_and_fewer_than_are_taken_are_refused()
    {
        var interns = await InternsAsync(4);
        var outing = await AnnouncedAsync(seats: 1);
        foreach (var intern in interns)
        {
            await RegisterAsync(intern, outing);
        }

        await DoAsync(new CorrectEvent(outing, (await FileAsync(outing)).Version, SampleEvents.Form(seats: 3)));
        var file = await FileAsync(outing);
        Assert.Equal(interns[3].Id, Assert.Single(file.Waiting).InternId);
        Assert.Empty((await MailsToAsync(interns[0])).Skip(1)); // nothing has changed for who comes

        var fewer = await SendAsync(Coordinator, new CorrectEvent(outing, file.Version, SampleEvents.Form(seats: 2)));
        Assert.Contains("3\u00a0personnes sont inscrites", fewer.Error?.Fields?["Seats"][0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_that_is_taken_while_the_places_shrink_is_one_of_those_that_remain()
    {
        for (var round = 0; round < 4; round++)
        {
            var interns = await InternsAsync(2);
            var outing = await AnnouncedAsync(seats: 2);
            await RegisterAsync(interns[0], outing);
            var version = (await FileAsync(outing)).Version;

            await Task.WhenAll(
                SendAsync(interns[1].Actor, new RegisterForEvent(outing, PhotoConsent: false)),
                SendAsync(Coordinator, new CorrectEvent(outing, version, SampleEvents.Form(seats: 1))));

            var file = await FileAsync(outing);
            Assert.InRange(file.Registered.Count, 1, file.Sheet.Seats!.Value);
            Assert.Equal(2, file.Registered.Count + file.Waiting.Count);
        }
    }

    [Fact]
    public async Task The_database_itself_refuses_one_person_too_many()
    {
        var interns = await InternsAsync(2);
        var outing = await AnnouncedAsync(seats: 1);
        await RegisterAsync(interns[0], outing);
        await RegisterAsync(interns[1], outing);

        var broken = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => RunAsAppAsync($"UPDATE event_registration SET place = 'Registered' WHERE event_id = '{outing}'"));
        Assert.Equal("ck_event_places", broken.ConstraintName);
    }

    [Fact]
    public async Task A_form_sent_twice_at_once_is_one_registration_and_one_mail()
    {
        var intern = await InternWithAccountAsync();
        var outing = await AnnouncedAsync(seats: 5);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SendAsync(intern.Actor, new RegisterForEvent(outing, PhotoConsent: true))));

        Assert.All(answers, a => Assert.Equal(EventPlace.Registered, a.Value));
        Assert.Single((await FileAsync(outing)).Registered);
        Assert.Single(await MailsToAsync(intern));
    }

    [Fact]
    public async Task Nobody_is_photographed_without_saying_so_and_everybody_may_change_their_mind()
    {
        var intern = await InternWithAccountAsync();
        var outing = await AnnouncedAsync(seats: null);
        Assert.Equal("event.not-registered", (await SendAsync(intern.Actor, new ChooseEventPhotos(outing, Agrees: true))).Error?.Code);
        await RegisterAsync(intern, outing);
        Assert.False(Assert.Single((await FileAsync(outing)).Registered).AgreesToPhotos);

        Assert.Null((await SendAsync(intern.Actor, new ChooseEventPhotos(outing, Agrees: true))).Error);
        Assert.True(Assert.Single((await FileAsync(outing)).Registered).AgreesToPhotos);
        Assert.Null((await SendAsync(intern.Actor, new ChooseEventPhotos(outing, Agrees: false))).Error);
        Assert.False((await SendAsync(intern.Actor, new GetMyEvent(outing))).Value.AgreesToPhotos);
    }

    [Fact]
    public async Task Drafts_and_the_events_of_another_semester_are_not_there_for_an_intern()
    {
        var (intern, other) = (await InternWithAccountAsync(), await InternWithAccountAsync("Lou Vert", Winter));
        var draft = await DoAsync(new WriteEvent(Guid.NewGuid(), Summer, SampleEvents.Form()));
        var outing = await AnnouncedAsync(seats: null);

        Assert.Equal("event.not-found", (await SendAsync(intern.Actor, new RegisterForEvent(draft, PhotoConsent: false))).Error?.Code);
        Assert.Equal("event.not-found", (await SendAsync(other.Actor, new RegisterForEvent(outing, PhotoConsent: false))).Error?.Code);
        Assert.Equal("event.not-found", (await SendAsync(other.Actor, new GetMyEvent(outing))).Error?.Code);
        Assert.Equal(outing, Assert.Single((await SendAsync(intern.Actor, new GetMyLife())).Value.Events).Id);
        Assert.Empty((await SendAsync(other.Actor, new GetMyLife())).Value.Events);
    }

    [Fact]
    public async Task An_intern_on_leave_may_come_too()
    {
        var intern = await InternWithAccountAsync();
        await DoAsync(new RemoveAssignment(intern.AssignmentId));
        await DoAsync(new AssignIntern(Guid.NewGuid(), intern.Id, Summer, AssignmentKind.Leave, null, null, IsInExcess: false, Where: null));

        Assert.Equal(EventPlace.Registered, await RegisterAsync(intern, await AnnouncedAsync(seats: 1)));
    }

    [Fact]
    public async Task After_the_last_day_only_a_coordinator_registers_and_after_the_beginning_nobody()
    {
        var interns = await InternsAsync(2);
        var outing = await DoAsync(new WriteEvent(Guid.NewGuid(), Summer, SampleEvents.Form() with { RegisterUntil = "2026-06-05" }));
        await DoAsync(new AnnounceEvent(outing));

        Clock.Now = new DateTimeOffset(2026, 6, 6, 8, 0, 0, TimeSpan.Zero);
        Assert.Equal("event.registration-over", (await SendAsync(interns[0].Actor, new RegisterForEvent(outing, PhotoConsent: false))).Error?.Code);
        Assert.Equal(EventPlace.Registered, await DoAsync(new RegisterInternForEvent(outing, interns[0].Id)));
        Assert.Equal("invalid", (await SendAsync(Coordinator, new RegisterInternForEvent(outing, await InternAsync()))).Error?.Code);

        Clock.Now = new DateTimeOffset(2026, 6, 10, 7, 0, 0, TimeSpan.Zero); // nine in Paris
        Assert.Equal("event.not-open", (await SendAsync(Coordinator, new RegisterInternForEvent(outing, interns[1].Id))).Error?.Code);
        Assert.Equal("event.not-open", (await SendAsync(interns[0].Actor, new LeaveEvent(outing))).Error?.Code);
    }

    [Fact]
    public async Task Attendance_is_marked_all_at_once_after_the_beginning_and_may_be_corrected()
    {
        var interns = await InternsAsync(3);
        var outing = await AnnouncedAsync(seats: 2);
        foreach (var intern in interns)
        {
            await RegisterAsync(intern, outing);
        }

        var shown = (await FileAsync(outing)).Registered;
        MarkAttendance Sheet(params Guid[] present) => new(outing, [.. shown.Select(g => g.RegistrationId)], present);
        Assert.Equal("event.not-started", (await SendAsync(Coordinator, Sheet())).Error?.Code);

        Clock.Now = new DateTimeOffset(2026, 6, 10, 7, 0, 0, TimeSpan.Zero);
        await DoAsync(Sheet(shown[0].RegistrationId));
        Assert.Equal([true, false], (await FileAsync(outing)).Registered.Select(g => g.Attended!.Value));
        await DoAsync(Sheet(shown[1].RegistrationId));
        var file = await FileAsync(outing);
        Assert.Equal([false, true], file.Registered.Select(g => g.Attended!.Value));
        Assert.Null(Assert.Single(file.Waiting).Attended);
    }

    [Fact]
    public async Task The_place_of_somebody_whose_file_is_erased_goes_to_the_next_in_the_morning()
    {
        var interns = await InternsAsync(2);
        var outing = await AnnouncedAsync(seats: 1);
        await RegisterAsync(interns[0], outing);
        await RegisterAsync(interns[1], outing);
        await DoAsync(new Core.Privacy.EraseIntern(interns[0].Id));

        Assert.Null((await SendAsync(Actor.System, new TendEvents())).Error);

        Assert.Equal(interns[1].Id, Assert.Single((await FileAsync(outing)).Registered).InternId);
        Assert.Equal(1, await InDatabaseAsync(db => db.EventRegistrations.CountAsync(Stop)));
    }

    [Fact]
    public async Task Only_a_draft_is_dropped_and_the_slower_of_two_corrections_is_told_so()
    {
        var draft = await DoAsync(new WriteEvent(Guid.NewGuid(), Summer, SampleEvents.Form()));
        var version = (await FileAsync(draft)).Version;
        var answers = await Task.WhenAll(
            SendAsync(Coordinator, new CorrectEvent(draft, version, SampleEvents.Form(4))), SendAsync(Coordinator, new CorrectEvent(draft, version, SampleEvents.Form(5))));
        Assert.Single(answers, a => a.Error is null);
        Assert.Single(answers, a => a.Error?.Code == "changed-meanwhile");

        await DoAsync(new DropEvent(draft));
        await DoAsync(new DropEvent(draft));
        Assert.Equal("event.not-draft", (await SendAsync(Coordinator, new DropEvent(await AnnouncedAsync(null)))).Error?.Code);
    }

    [Fact]
    public async Task All_that_is_wrong_with_an_event_is_said_at_once()
    {
        var refused = await SendAsync(Coordinator, new WriteEvent(Guid.NewGuid(), Summer, new EventForm
        {
            Day = "2026-06-10",
            StartsAt = "19 heures",
            EndsAt = "",
            Seats = "0",
            RegisterUntil = "2026-06-11",
        }));

        Assert.Equal(["EndsAt", "Kind", "Place", "RegisterUntil", "Seats", "StartsAt", "Title"], refused.Error!.Fields!.Keys.Order(StringComparer.Ordinal));
        var evening = await DoAsync(new WriteEvent(Guid.NewGuid(), Summer, SampleEvents.Form() with { StartsAt = "19:00", EndsAt = "01:00" }));
        Assert.Equal(TimeSpan.FromHours(6), (await FileAsync(evening)).Sheet.EndsAt - (await FileAsync(evening)).Sheet.StartsAt);
    }
}
