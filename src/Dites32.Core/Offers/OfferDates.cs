using Dites32.Core.Shared;

namespace Dites32.Core.Offers;

/// <summary>The rules of the dates of an offer.</summary>
internal static class OfferDates
{
    public static DateOnly First(DateOnly today) => today.AddYears(-3);
    public static DateOnly Last(DateOnly today) => today.AddYears(3);

    /// <summary>The ranges in order; rows with nothing in them are ignored.</summary>
    public static IReadOnlyList<DateRange> ReadRanges(FieldErrors errors, IReadOnlyList<OfferFormRange> typed, DateOnly today)
    {
        errors.Require(typed.Count <= OfferForm.MaxRanges, "Ranges[0].From", $"{OfferForm.MaxRanges}\u00a0périodes au plus\u00a0: pour d'autres dates, écrivez une autre offre.");
        var ranges = new List<(DateRange Range, string Field)>();
        foreach (var (index, row) in typed.Take(OfferForm.MaxRanges).Index())
        {
            var (fromField, toField) = ($"Ranges[{index}].From", $"Ranges[{index}].To");
            var first = TypedDay.Read(row?.From, First(today), Last(today));
            var last = TypedDay.Read(row?.To, First(today), Last(today));
            var (from, to) = (errors.Take(fromField, first), errors.Take(toField, last));
            if (first.Error is not null || last.Error is not null || (from is null && to is null))
            {
                continue;
            }

            errors.Require(from is not null, fromField, "Indiquez aussi le premier jour.");
            errors.Require(to is not null, toField, "Indiquez aussi le dernier jour\u00a0: le même, pour une seule journée.");
            errors.Require(!(from > to), toField, "Le dernier jour vient avant le premier.");
            if (from <= to)
            {
                ranges.Add((new DateRange(from.Value, to.Value), fromField));
            }
        }

        ranges.Sort((a, b) => a.Range.From.CompareTo(b.Range.From));
        foreach (var ((before, _), (after, field)) in ranges.Zip(ranges.Skip(1)))
        {
            errors.Require(!before.Overlaps(after), field, "Cette période en chevauche une autre.");
        }

        return [.. ranges.Select(r => r.Range)];
    }

    /// <summary>
    /// The last day to apply: from today to a year later. Left empty for a replacement, it is the day after its last range.
    /// A day that was written before and has passed since may stay: only publishing and renewing ask for a new one.
    /// </summary>
    public static DateOnly ReadClosingDay(
        FieldErrors errors, OfferKind kind, string? typed, IReadOnlyList<DateRange> ranges, DateOnly? before, DateOnly today)
    {
        var latest = today.AddDays(Offer.MaxDaysOnline);
        var read = TypedDay.Read(typed, DateOnly.MinValue, DateOnly.MaxValue);
        if (read.Error is not null)
        {
            errors.Add("ClosesOn", read.Error.Message);
        }
        else if (read.Value is { } day)
        {
            errors.Require(day == before || (day >= today && day <= latest), "ClosesOn", OfferErrors.BadClosingDay.Message);
            return day;
        }
        else if (!kind.HasDateRanges())
        {
            errors.Add("ClosesOn", "Choisissez une date limite\u00a0: l'offre quitte le site ce jour-là au soir.");
        }

        var usual = ranges.Count > 0 ? ranges.Max(r => r.To).AddDays(1) : today.AddDays(Offer.UsualDaysOnline);
        return usual < today ? today : usual > latest ? latest : usual;
    }
}
