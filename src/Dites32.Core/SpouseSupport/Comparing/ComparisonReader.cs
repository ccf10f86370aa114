using Dites32.Core.Data;
using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using Dites32.Core.Territory;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>Looks up what there is today around the two places of a comparison.</summary>
internal sealed class ComparisonReader(SpouseDbContext db, CatalogueCache catalogues, TimeProvider clock)
{
    /// <param name="forPartner">The doctor is not told which posts are leads.</param>
    public async Task<Comparison> ReadAsync(PlaceComparison comparison, bool forPartner, CancellationToken cancellationToken)
    {
        var catalogue = await catalogues.GetAsync(cancellationToken);
        var (first, second) = (catalogue.Communes[comparison.First], catalogue.Communes[comparison.Second]);
        var file = await db.Cases.Where(c => c.Id == comparison.CaseId).Select(c => new { c.Profession, c.RomeCode }).SingleAsync(cancellationToken);
        var leads = await db.Leads.Where(l => l.CaseId == comparison.CaseId && l.Answer != LeadAnswer.Refused).Select(l => l.VacancyId).ToListAsync(cancellationToken);
        var asked = new Asked(catalogue, comparison.SpecialtyCode, file.RomeCode, PatternsOf(file.Profession), leads, forPartner);
        return new Comparison(
            comparison.Id, comparison.SpecialtyCode is { } code ? catalogue.Specialties.GetValueOrDefault(code)?.Label : null, comparison.Words,
            comparison.CreatedAt, comparison.SharedAt,
            await PlaceAsync(first, asked, cancellationToken), await PlaceAsync(second, asked, cancellationToken), RoadTime.Minutes(first, second));
    }

    private async Task<ComparedPlace> PlaceAsync(CommuneInfo place, Asked asked, CancellationToken cancellationToken)
    {
        var around = RoadTime.Around(asked.Catalogue, place);
        var offers = await OffersAsync(place, around, asked, cancellationToken);
        var shown = offers.Take(ComparedPlace.Most).ToList();
        var near = db.Vacancies.OpenOn(clock.Today()).Where(v => around.Keys.Contains(v.InseeCode));
        var vacancies = await VacanciesAsync(near, around, shown, asked, cancellationToken);
        var note = await db.CommuneNotes.AsNoTracking().SingleOrDefaultAsync(n => n.InseeCode == place.InseeCode, cancellationToken);
        return new ComparedPlace(
            place.Name, place.Population, place.Latitude is not null, [.. shown.Select(o => o.Offer)], offers.Count,
            [.. vacancies.Take(ComparedPlace.Most)], vacancies.Count, await near.CountAsync(cancellationToken), note?.Schools, note?.Housing, note?.WrittenAt);
    }

    private async Task<List<(ComparedOffer Offer, CommuneInfo? At)>> OffersAsync(
        CommuneInfo place, IReadOnlyDictionary<string, int> around, Asked asked, CancellationToken cancellationToken)
    {
        var (today, communes) = (clock.Today(), asked.Catalogue.Communes);
        var rows = await db.PublishedOffers.Where(o => o.ClosesOn >= today && (asked.Specialty == null || o.SpecialtyCode == asked.Specialty)
            && (o.InseeCode == null ? o.EpciCode == place.EpciCode : around.Keys.Contains(o.InseeCode))).ToListAsync(cancellationToken);
        return [.. rows
            .Select(o => (Offer: o, At: o.InseeCode is null ? null : communes.GetValueOrDefault(o.InseeCode)))
            .Select(o => (new ComparedOffer(
                o.Offer.Number, o.Offer.Slug, o.Offer.Title, o.At?.Name ?? asked.Catalogue.Epcis[o.Offer.EpciCode].Name, o.At is null ? null : around[o.At.InseeCode]), o.At))
            .OrderBy(o => o.Item1.Minutes ?? int.MaxValue).ThenByDescending(o => o.Item1.Number)];
    }

    private async Task<List<ComparedVacancy>> VacanciesAsync(
        IQueryable<JobVacancy> near, IReadOnlyDictionary<string, int> around, List<(ComparedOffer Offer, CommuneInfo? At)> offers, Asked asked,
        CancellationToken cancellationToken)
    {
        var rows = await (from vacancy in near
                          where asked.Leads.Contains(vacancy.Id) || (asked.RomeCode != null && vacancy.RomeCode == asked.RomeCode)
                              || asked.Patterns.Any(p => EF.Functions.Like(EF.Property<string>(vacancy, LeadMapping.Search), p))
                          join known in db.Employers on vacancy.EmployerId equals (Guid?)known.Id into employers
                          from employer in employers.DefaultIfEmpty()
                          select new { vacancy.Id, vacancy.Title, Employer = employer.Name ?? vacancy.EmployerName ?? JobVacancy.NoEmployer, vacancy.InseeCode, vacancy.Contract }).ToListAsync(cancellationToken);
        var communes = asked.Catalogue.Communes;
        return [.. rows
            .Select(v => new ComparedVacancy(
                v.Id, v.Title, v.Employer, communes[v.InseeCode].Name, v.Contract, around[v.InseeCode],
                offers.Where(o => o.At is not null).Select(o => RoadTime.Minutes(communes[v.InseeCode], o.At!)).Min(),
                asked.ForPartner && asked.Leads.Contains(v.Id)))
            .OrderBy(v => v.Minutes).ThenBy(v => v.Title, StringComparer.Ordinal).ThenBy(v => v.Id)];
    }

    private static string[] PatternsOf(string? profession) => [.. TradeWords.StemsOf(profession ?? "").Select(stem => $"%{Like.Escape(stem)}%")];

    private sealed record Asked(Catalogue Catalogue, string? Specialty, string? RomeCode, string[] Patterns, List<Guid> Leads, bool ForPartner);
}
