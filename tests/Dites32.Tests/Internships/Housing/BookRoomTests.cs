using Dites32.Core.Internships.Housing;
using Dites32.Core.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Internships.Housing;

/// <summary>A room has one intern on a day, and an intern one room.</summary>
public sealed class BookRoomTests : HousingTest
{
    [Fact]
    public async Task Of_ten_interns_to_whom_a_room_is_given_at_once_one_has_it_and_is_told()
    {
        var interns = new List<Guid>();
        for (var i = 0; i < 10; i++)
        {
            interns.Add(await InternAsync($"Interne {i}"));
        }

        var answers = await Task.WhenAll(interns.Select(i => SendAsync(Coordinator, Book(First, i))));

        Assert.Single(answers, a => a.Error is null);
        Assert.Equal(9, answers.Count(a => a.Error?.Code == "housing.room-taken"));
        Assert.Equal(1, await InDatabaseAsync(db => db.OutboxEmails.CountAsync(m => m.Kind == "intern.housing", Stop)));
    }

    [Fact]
    public async Task An_intern_to_whom_two_rooms_are_given_at_once_has_one()
    {
        var intern = await InternAsync();
        var answers = await Task.WhenAll(SendAsync(Coordinator, Book(First, intern)), SendAsync(Coordinator, Book(Second, intern)));

        Assert.Single(answers, a => a.Error is null);
        Assert.Single(answers, a => a.Error?.Code == "housing.already-housed");
    }

    [Fact]
    public async Task Two_stays_may_follow_each_other_and_not_share_a_day()
    {
        var (noa, lou) = (await InternAsync(), await InternAsync());
        await DoAsync(Book(First, noa, Start, "2026-07-31"));
        Assert.Equal("housing.room-taken", (await SendAsync(Coordinator, Book(First, lou, "2026-07-31"))).Error?.Code);
        await DoAsync(Book(First, lou, "2026-08-01"));
    }

    [Fact]
    public async Task A_form_sent_twice_is_one_stay_and_one_mail()
    {
        var (command, intern) = (Book(First, await InternAsync()), Guid.Empty);
        intern = command.InternId;
        await DoAsync(command);
        await DoAsync(command);
        Assert.Single(await SubjectsToAsync(intern));
    }

    [Theory]
    [InlineData("2026-04-01", End, "housing.outside-semester")]
    [InlineData(Start, "2026-11-30", "housing.outside-semester")]
    [InlineData("2026-06-01", "2026-05-01", "housing.ends-before")]
    [InlineData("", End, "invalid")]
    [InlineData(Start, "demain", "invalid")]
    public async Task Days_that_make_no_stay_are_refused_beside_their_field(string from, string to, string code)
    {
        var error = (await SendAsync(Coordinator, Book(First, await InternAsync(), from, to))).Error;
        Assert.Equal(code, error?.Code);
        Assert.NotEmpty(error!.Fields!);
    }

    [Fact]
    public async Task A_closed_room_and_a_closed_house_take_nobody_and_who_is_there_may_stay_longer()
    {
        var intern = await InternAsync();
        var stay = Book(First, intern, Start, "2026-08-01");
        await DoAsync(stay);
        await DoAsync(new CorrectRoom(First, await InDatabaseAsync(db => VersionOfAsync<Room>(db, First)), "Chambre 1", "200", IsOpen: false));
        await DoAsync(new CloseDwelling(DwellingId, IsClosed: true));

        Assert.Equal("housing.room-closed", (await SendAsync(Coordinator, Book(First, await InternAsync(), "2026-08-02"))).Error?.Code);
        Assert.Equal("housing.room-closed", (await SendAsync(Coordinator, Book(Second, await InternAsync()))).Error?.Code);
        await DoAsync(new ChangeBooking(stay.SubmissionId, await InDatabaseAsync(db => VersionOfAsync<HousingBooking>(db, stay.SubmissionId)), First, Start, End));
    }

    [Fact]
    public async Task A_stay_that_changes_is_told_once_and_the_slower_of_two_coordinators_learns_it()
    {
        var intern = await InternAsync();
        var stay = Book(First, intern);
        await DoAsync(stay);
        Clock.Advance(TimeSpan.FromMinutes(1));
        var version = await InDatabaseAsync(db => VersionOfAsync<HousingBooking>(db, stay.SubmissionId));
        var answers = await Task.WhenAll(
            SendAsync(Coordinator, new ChangeBooking(stay.SubmissionId, version, Second, Start, End)),
            SendAsync(Coordinator, new ChangeBooking(stay.SubmissionId, version, First, Start, "2026-09-01")));

        Assert.Single(answers, a => a.Error is null);
        Assert.Single(answers, a => a.Error?.Code == "changed-meanwhile");
        Assert.Equal(["Internes du Gers\u00a0: vous avez une chambre", "Internes du Gers\u00a0: votre chambre change"], await SubjectsToAsync(intern));
    }

    [Fact]
    public async Task A_stay_that_is_cancelled_is_told_and_the_request_waits_again()
    {
        var (noa, id) = await InternWithAccountAsync();
        await AskAsync(noa);
        var stay = Book(First, id);
        await DoAsync(stay);
        Assert.Empty((await DeskAsync()).Waiting);
        Assert.NotNull((await MineAsync(noa)).Room);

        Clock.Advance(TimeSpan.FromMinutes(1));
        await DoAsync(new CancelBooking(stay.SubmissionId));
        Assert.Single((await DeskAsync()).Waiting);
        Assert.Equal("housing.booking-not-found", (await SendAsync(Coordinator, new CancelBooking(stay.SubmissionId))).Error?.Code);
        Assert.Equal("Internes du Gers\u00a0: votre réservation est annulée", (await SubjectsToAsync(id))[^1]);
    }

    [Fact]
    public async Task Who_is_erased_leaves_the_room_free()
    {
        var intern = await InternAsync();
        await DoAsync(Book(First, intern));
        await DoAsync(new EraseIntern(intern));
        await DoAsync(Book(First, await InternAsync()));
    }

    [Fact]
    public async Task Nights_are_counted_within_the_semester()
    {
        await DoAsync(Book(First, await InternAsync(), "2026-04-24", "2026-05-13")); // ten nights of the semester
        var list = (await SendAsync(Coordinator, new ListDwellings(Summer))).Value;
        Assert.Equal((2, 10, 2 * 182), (list.Rooms, list.BookedNights, list.Nights));
        Assert.Equal(1, list.Dwellings.Single().Lodged);
    }
}
