using Dites32.Core.Data;
using Dites32.Core.Shared;
using Dites32.Core.Territory;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Offers;

internal sealed record ReadOffer(OfferText Text, OfferPlace Place);

/// <summary>Reads the form of an offer by the rules of its kind, and says all that is wrong in one round.</summary>
internal sealed class OfferReading(AppDbContext db, CatalogueCache catalogues, Actor actor, TimeProvider clock)
{
    /// <param name="before">The offer as it stands; null for a new one.</param>
    public async Task<Result<ReadOffer>> ReadAsync(
        OfferKind kind, OfferSite site, OfferForm form, Offer? before, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var today = clock.Today();
        var catalogue = await catalogues.GetAsync(cancellationToken);
        // In the order of the form, which is that of the summary of errors.
        var title = errors.Text("Title", form.Title, Offer.MaxTitleLength);
        errors.Require(title.Length > 0, "Title", "Écrivez un titre, par exemple «\u00a0Médecin généraliste à Auch\u00a0».");
        var specialty = kind.IsForDoctors() ? catalogue.Specialties.GetValueOrDefault(PlainText.Clean(form.Specialty)) : null;
        errors.Require(specialty is not null || !kind.IsForDoctors(), "Specialty", "Choisissez la spécialité recherchée.");
        var commune = catalogue.FindCommune(PlainText.Clean(form.Commune));
        errors.Require(commune is not null, "Commune", TerritoryErrors.CommuneNotFound.Message);
        var description = errors.Text("Description", form.Description, Offer.MaxDescriptionLength);
        var ranges = kind.HasDateRanges() ? OfferDates.ReadRanges(errors, form.Ranges, today) : [];
        var details = OfferAnswers.Read(errors, kind, form.Details);
        var phone = PlainText.Clean(form.Phone);
        var asksForCdg = kind.AsksForCdg(site.IsPublicEmployer);
        var text = new OfferText
        {
            SiteId = site.Id,
            Title = title,
            Description = description,
            SpecialtyCode = specialty?.Code,
            StartsOn = kind.HasDateRanges() ? null : errors.Take("StartsOn", TypedDay.Read(form.StartsOn, OfferDates.First(today), OfferDates.Last(today))),
            Ranges = ranges,
            ClosesOn = before?.Status == OfferStatus.Expired
                ? before.ClosesOn // it is renewed, not edited
                : OfferDates.ReadClosingDay(errors, kind, form.ClosesOn, ranges, before?.ClosesOn, today),
            ReferentId = await ReadReferentAsync(errors, site.Id, form.Referent, before?.ReferentId, cancellationToken),
            ContactPhone = phone.Length == 0 ? null : errors.Take("Phone", PhoneNumber.Read(phone)),
            IsAnonymous = form.Anonymous == "oui",
            CdgNumber = asksForCdg && errors.Text("CdgNumber", form.CdgNumber, 40) is { Length: > 0 } number ? number : null,
            CdgPublishedOn = asksForCdg ? errors.Take("CdgPublishedOn", TypedDay.Read(form.CdgPublishedOn, OfferDates.First(today), today.AddYears(1))) : null,
            Details = details,
        };

        if (before is not null && before.Status != OfferStatus.Draft)
        {
            foreach (var (field, message) in text.MissingToPublish(kind, site.IsPublicEmployer))
            {
                errors.Add(field, message);
            }
        }

        if (commune is not null && text.IsAnonymous)
        {
            Anonymity.Check(errors, text, kind, [commune.Name, site.Name, .. site.OrganisationKind == OrganisationKind.Department ? (string[])[] : [site.OrganisationName]]);
        }

        return errors.Error is { } error
            ? error
            : new ReadOffer(text, new OfferPlace(
                commune!.InseeCode, commune.Name, commune.EpciCode, catalogue.Epcis[commune.EpciCode].Name, site.Name, specialty?.Label));
    }

    private async Task<Guid> ReadReferentAsync(FieldErrors errors, Guid siteId, string? typed, Guid? before, CancellationToken cancellationToken)
    {
        var author = actor.RequiredAccountId;
        if (string.IsNullOrEmpty(typed))
        {
            return before ?? author;
        }

        var isKnown = Guid.TryParse(typed, out var id)
            && await db.ReferentsFor(siteId, author, before).AnyAsync(u => u.Id == id, cancellationToken);
        errors.Require(isKnown, "Referent", "Choisissez le référent parmi les recruteurs de la structure ou de la mission.");
        return id;
    }
}
