using Dites32.Core.Shared;

namespace Dites32.Tests.Shared;

public sealed class WorkingDaysTests
{
    [Theory]
    [InlineData("2026-03-02", 5, "2026-03-09")] // a plain week
    [InlineData("2026-04-30", 1, "2026-05-04")] // 1 May is a Friday
    [InlineData("2026-05-07", 5, "2026-05-18")] // 8 May, Ascension on the 14th
    [InlineData("2026-12-24", 1, "2026-12-28")]
    [InlineData("2026-03-07", 0, "2026-03-07")]
    public void A_delay_counts_working_days_and_French_holidays(string start, int days, string expected) =>
        Assert.Equal(DateOnly.Parse(expected), WorkingDays.Add(DateOnly.Parse(start), days));

    [Theory]
    [InlineData("2024-04-01")]
    [InlineData("2025-04-21")]
    [InlineData("2026-04-06")]
    [InlineData("2038-04-26")] // the latest Easter of the century
    public void Easter_Monday_is_a_holiday(string day) => Assert.True(WorkingDays.IsHoliday(DateOnly.Parse(day)));

    [Fact]
    public void There_are_eleven_holidays_a_year_unless_two_meet() =>
        Assert.Equal(11, Enumerable.Range(0, 365).Select(new DateOnly(2026, 1, 1).AddDays).Count(WorkingDays.IsHoliday));
}
