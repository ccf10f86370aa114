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

    [Theory]
    [InlineData("2026-01-01")] // Jour de l'an
    [InlineData("2026-04-06")] // lundi de Pâques
    [InlineData("2026-05-01")] // fête du Travail
    [InlineData("2026-05-08")] // victoire de 1945
    [InlineData("2026-05-14")] // Ascension
    [InlineData("2026-05-25")] // lundi de Pentecôte
    [InlineData("2026-07-14")] // fête nationale
    [InlineData("2026-08-15")] // Assomption
    [InlineData("2026-11-01")] // Toussaint
    [InlineData("2026-11-11")] // armistice de 1918
    [InlineData("2026-12-25")] // Noël
    [InlineData("2027-03-29")]
    [InlineData("2027-05-06")]
    [InlineData("2027-05-17")]
    public void Nobody_is_expected_to_answer_on_one_of_the_eleven_holidays(string day) =>
        Assert.False(WorkingDays.IsWorkingDay(DateOnly.Parse(day)));

    [Theory]
    [InlineData("2026-04-03")] // Good Friday is one in Alsace and Moselle only
    [InlineData("2026-12-24")]
    [InlineData("2026-06-01")]
    public void Any_other_day_of_the_week_is_a_working_day(string day) => Assert.True(WorkingDays.IsWorkingDay(DateOnly.Parse(day)));

    [Fact]
    public void There_are_eleven_holidays_a_year_unless_two_meet() =>
        Assert.Equal(11, Enumerable.Range(0, 365).Select(new DateOnly(2026, 1, 1).AddDays).Count(WorkingDays.IsHoliday));
}
