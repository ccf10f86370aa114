using Dites32.Core.Shared;
using Dites32.Core.Territory;

namespace Dites32.Core.Internships.Housing;

/// <summary>A dwelling, as text.</summary>
public sealed record DwellingForm
{
    public string? Name { get; init; }
    public string? Commune { get; init; }
    public string? Address { get; init; }
    public string? OwnerName { get; init; }
    public string? OwnerPhone { get; init; }
    public string? OwnerEmail { get; init; }
    public bool IsOfAuthority { get; init; }
    public string? Description { get; init; }
    public string? Keys { get; init; }
    public string? Road { get; init; }
    public string? Rules { get; init; }

    internal Result<DwellingProfile> Read(Catalogue catalogue)
    {
        var errors = new FieldErrors();
        var name = errors.Text(nameof(Name), Name, Dwelling.MaxNameLength);
        errors.Require(name.Length > 0, nameof(Name), "Donnez un nom au logement, par exemple «\u00a0Maison des internes\u00a0».");
        var commune = catalogue.FindCommune(PlainText.Clean(Commune));
        errors.Require(commune is not null, nameof(Commune), TerritoryErrors.CommuneNotFound.Message);
        var address = errors.Text(nameof(Address), Address, Dwelling.MaxAddressLength);
        errors.Require(address.Length > 0, nameof(Address), "Écrivez l'adresse.");
        var owner = errors.Text(nameof(OwnerName), OwnerName, Dwelling.MaxNameLength);
        errors.Require(owner.Length > 0, nameof(OwnerName), "Écrivez à qui est le logement.");
        var phone = PlainText.Clean(OwnerPhone).Length == 0 ? null : errors.Take(nameof(OwnerPhone), PhoneNumber.Read(OwnerPhone));
        var email = EmailAddress.Normalise(PlainText.Clean(OwnerEmail));
        errors.Require(email.Length == 0 || EmailAddress.IsPlausible(email), nameof(OwnerEmail), "Écrivez une adresse électronique complète, ou laissez vide.");
        var description = errors.Text(nameof(Description), Description, Dwelling.MaxTextLength);
        var keys = errors.Text(nameof(Keys), Keys, Dwelling.MaxTextLength);
        var road = errors.Text(nameof(Road), Road, Dwelling.MaxTextLength);
        var rules = errors.Text(nameof(Rules), Rules, Dwelling.MaxRulesLength);
        return errors.Error is { } error
            ? error
            : new DwellingProfile(
                name, commune!.InseeCode, address, owner, phone, OrNull(email), IsOfAuthority, OrNull(description), OrNull(keys), OrNull(road), OrNull(rules));
    }

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
