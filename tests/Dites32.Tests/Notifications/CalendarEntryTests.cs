using System.Text;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;

namespace Dites32.Tests.Notifications;

/// <summary>What calendars ask for (RFC 5545 and 5546).</summary>
public sealed class CalendarEntryTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly CalendarEntry Entry = new(
        "0196@dites32.example", "Dites32 à 2 – rendez-vous", Now.AddDays(1), Now.AddDays(1).AddMinutes(45), 0, false, "Dites32 à 2", "dites32-a-2@gers.example");

    [Fact]
    public void An_entry_says_when_for_whom_and_which_it_is()
    {
        var lines = Unfolded(Entry.Write(CalendarMethod.Request, "ines@example.org", Now));

        Assert.Equal("BEGIN:VCALENDAR", lines[0]);
        foreach (var line in new[]
        {
            "VERSION:2.0", "METHOD:REQUEST", "UID:0196@dites32.example", "DTSTAMP:20260302T090000Z", "DTSTART:20260303T090000Z", "DTEND:20260303T094500Z",
            "SEQUENCE:0", "STATUS:CONFIRMED", "CLASS:PRIVATE", "SUMMARY:Dites32 à 2 – rendez-vous",
        })
        {
            Assert.Contains(line, lines);
        }

        Assert.Contains(lines, l => l.StartsWith("ORGANIZER", StringComparison.Ordinal) && l.EndsWith(":mailto:dites32-a-2@gers.example", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("ATTENDEE", StringComparison.Ordinal) && l.EndsWith(":mailto:ines@example.org", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, l => l.StartsWith("LOCATION", StringComparison.Ordinal) || l.StartsWith("DESCRIPTION", StringComparison.Ordinal));
    }

    [Fact]
    public void Lines_are_folded_at_75_octets_and_end_as_the_rule_says_without_cutting_a_letter()
    {
        var text = Entry with { Summary = $"{string.Concat(Enumerable.Repeat("é", 70))}, {string.Concat(Enumerable.Repeat("😀", 30))}; \\ fin" };
        var written = text.Write(CalendarMethod.Publish, null, Now);

        Assert.All(written.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
        Assert.DoesNotContain('\n', written.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.Contains($"SUMMARY:{text.Summary.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)}", Unfolded(written));
    }

    [Fact]
    public void What_was_typed_adds_no_line()
    {
        var written = (Entry with { Summary = "Un\r\nATTENDEE:mailto:tous@example.org" }).Write(CalendarMethod.Publish, null, Now);

        Assert.DoesNotContain(Unfolded(written), l => l.StartsWith("ATTENDEE", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_cancelled_takes_itself_back()
    {
        var file = (Entry with { IsCancelled = true, Sequence = 2 }).ToAttachment("ines@example.org", Now);
        var lines = Unfolded(file.Text);

        Assert.Equal(("invitation.ics", "text/calendar; method=CANCEL"), (file.Name, file.MediaType));
        Assert.Contains("METHOD:CANCEL", lines);
        Assert.Contains("STATUS:CANCELLED", lines);
        Assert.Contains("SEQUENCE:2", lines);
    }

    [Theory]
    [InlineData("2026-03-28", "09:30", "2026-03-28T08:30:00Z")] // winter
    [InlineData("2026-03-30", "09:30", "2026-03-30T07:30:00Z")] // summer
    [InlineData("2026-03-29", "02:30", null)] // skipped
    [InlineData("2026-10-25", "02:30", "2026-10-25T00:30:00Z")] // twice: the first
    [InlineData("2026-10-25", "03:30", "2026-10-25T02:30:00Z")]
    public void An_hour_in_France_is_an_instant_in_summer_and_in_winter(string day, string hour, string? instant) =>
        Assert.Equal(instant, DateOnly.Parse(day, Clock.French).AtInParis(TimeOnly.Parse(hour, Clock.French))?.ForMachines());

    private static List<string> Unfolded(string written) => [.. written.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n")];
}
