using System.Globalization;
using Dites32.Core.Shared;
using Microsoft.Extensions.Configuration;

namespace Dites32.Core.Privacy.Retention;

/// <param name="NoticeDays">Between the mail to the person and the erasure.</param>
internal readonly record struct RetentionTerm(int Months, int NoticeDays)
{
    /// <summary>Whatever began at this instant or before is over.</summary>
    public DateTimeOffset OverSince(DateTimeOffset now) => now.AddMonths(-Months);

    /// <summary>Whatever began at this instant or before is announced.</summary>
    public DateTimeOffset AnnouncedSince(DateTimeOffset now) => now.AddDays(NoticeDays).AddMonths(-Months);

    /// <summary>The day that a person reads: never before the one on which it happens.</summary>
    public DateOnly ErasedFrom(DateTimeOffset since, DateTimeOffset announced)
    {
        var (over, told) = (since.AddMonths(Months), announced.AddDays(NoticeDays));
        return (over > told ? over : told).ParisDay();
    }
}

/// <summary>
/// The terms, from the settings <c>Retention:*</c>. The code knows none by itself: a rule without its setting does not run,
/// because erasing too early cannot be made good, nor does one that would keep longer than people were told.
/// </summary>
internal sealed class RetentionSettings(IConfiguration configuration)
{
    public const string Section = "Retention";

    /// <summary>One month at least: a setting of a few days is a mistake. People need time to read their mail.</summary>
    private const int FewestNoticeDays = 15, MostNoticeDays = 60;

    public Result<RetentionTerm> Of(RetentionRule rule)
    {
        var months = Read(rule.Setting(), 1, rule.LongestMonths());
        if (months.Error is not null || !rule.IsAnnounced())
        {
            return months.Error is { } error ? error : new RetentionTerm(months.Value, 0);
        }

        var days = Read("NoticeDays", FewestNoticeDays, MostNoticeDays);
        return days.Error is { } wrong ? wrong : new RetentionTerm(months.Value, days.Value);
    }

    private Result<int> Read(string name, int least, int most)
    {
        var text = configuration[$"{Section}:{name}"];
        return string.IsNullOrWhiteSpace(text) ? RetentionErrors.SettingMissing(Variable(name))
            : !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < least || number > most
                ? RetentionErrors.SettingWrong(Variable(name), least, most)
                : number;
    }

    /// <summary>As the documentation of the operation names it.</summary>
    private static string Variable(string name) => $"{Section}__{name}";
}
