namespace Dites32.Core.Internships.Housing;

/// <summary>
/// What the State pays an intern of an ambulatory placement for lodging, from a day on: it is lost where a local authority
/// lodges them or pays (indemnité forfaitaire d'hébergement).
/// </summary>
internal sealed class HousingAllowance
{
    public const int MaxEuros = 5000, MaxSourceLength = 300;

    private HousingAllowance() { }

    public DateOnly StartsOn { get; private init; }

    /// <summary>In gross euros a month.</summary>
    public int MonthlyEuros { get; private set; }

    /// <summary>What a room costs elsewhere, in euros a month, to compare with; null where nobody has written it.</summary>
    public int? UsualRent { get; private set; }
    public string Source { get; private set; } = "";

    public static HousingAllowance From(DateOnly startsOn) => new() { StartsOn = startsOn };

    public void Write(int monthlyEuros, int? usualRent, string source) => (MonthlyEuros, UsualRent, Source) = (monthlyEuros, usualRent, source);
}

/// <summary>An amount a month from a day on, until the next one.</summary>
/// <param name="UsualRent">Null where it is not known.</param>
public sealed record AllowanceRate(DateOnly StartsOn, int MonthlyEuros, int? UsualRent, string Source);

/// <summary>What being lodged by the programme changes for an intern, in whole euros over the stay.</summary>
/// <param name="Rent">What they pay here.</param>
/// <param name="RentElsewhere">What they would pay elsewhere; null where it is not known.</param>
/// <param name="AllowanceLost">Gross.</param>
public sealed record AllowanceBalance(int Rent, int? RentElsewhere, int AllowanceLost)
{
    /// <summary>Above zero where they gain; null where the rent elsewhere is not known.</summary>
    public int? Net => RentElsewhere - Rent - AllowanceLost;

    /// <summary>Each day counts for its part of its month.</summary>
    /// <param name="elsewhere">In euros a month, by the intern; null for the usual rent of the settings.</param>
    /// <param name="losesAllowance">A local authority lodges them, and their placement is ambulatory.</param>
    public static AllowanceBalance Of(
        DateOnly startsOn, DateOnly endsOn, int monthlyRent, int? elsewhere, bool losesAllowance, IReadOnlyList<AllowanceRate> rates)
    {
        decimal rent = 0, allowance = 0, usual = 0;
        var usualIsKnown = true;
        for (var day = startsOn; day <= endsOn; day = day.AddDays(1))
        {
            var part = 1m / DateTime.DaysInMonth(day.Year, day.Month);
            var rate = rates.Where(r => r.StartsOn <= day).MaxBy(r => r.StartsOn);
            rent += monthlyRent * part;
            allowance += losesAllowance && rate is not null ? rate.MonthlyEuros * part : 0;
            usualIsKnown &= (elsewhere ?? rate?.UsualRent) is not null;
            usual += (elsewhere ?? rate?.UsualRent ?? 0) * part;
        }

        return new AllowanceBalance(Whole(rent), usualIsKnown ? Whole(usual) : null, Whole(allowance));
    }

    private static int Whole(decimal euros) => (int)Math.Round(euros, MidpointRounding.AwayFromZero);
}
