using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Dites32.Core.Shared;
using Dites32.Core.Territory;

namespace Dites32.Core.SpouseSupport;

/// <summary>The answer to a search of « Offres d'emploi v2 »: what the portal reads of it. Its contacts are never read.</summary>
internal sealed record FranceTravailAnswer([property: JsonPropertyName("resultats")] IReadOnlyList<FranceTravailOffer?>? Offers);

internal sealed record FranceTravailOffer(
    [property: JsonPropertyName("id")] string? Id,
    [property: JsonPropertyName("intitule")] string? Title,
    [property: JsonPropertyName("description")] string? Description,
    [property: JsonPropertyName("lieuTravail")] FranceTravailPlace? Place,
    [property: JsonPropertyName("romeCode")] string? RomeCode,
    [property: JsonPropertyName("typeContrat")] string? Contract,
    [property: JsonPropertyName("alternance")] bool? IsApprenticeship,
    [property: JsonPropertyName("entreprise")] FranceTravailEmployer? Employer,
    [property: JsonPropertyName("origineOffre")] FranceTravailOrigin? Origin)
{
    /// <summary>Null for one that has no number, no title, or a place or a contract that the portal does not know.</summary>
    public JobVacancyProfile? ProfileIn(Catalogue catalogue)
    {
        var title = PlainText.Clean(Title);
        if (Id is not { Length: > 0 and <= JobVacancy.MaxExternalIdLength } || title.Length == 0 || ContractOf() is not { } contract || CommuneIn(catalogue) is not { } commune)
        {
            return null;
        }

        var description = FranceTravailText.WithoutContacts(PlainText.Clean(Description));
        return new JobVacancyProfile(
            PlainText.Excerpt(title, JobVacancy.MaxTitleLength), SpouseSupport.RomeCode.Read(RomeCode) is { Error: null, Value: { } code } ? code : null, contract, commune.InseeCode,
            StartsOn: null, OpenUntil: null, AddressOf(), description.Length == 0 ? null : PlainText.Excerpt(description, JobVacancy.MaxDescriptionLength));
    }

    /// <summary>As published; null where it is not.</summary>
    public string? EmployerName() => PlainText.Clean(Employer?.Name) is { Length: > 0 } name ? PlainText.Excerpt(name, JobEmployer.MaxNameLength) : null;

    /// <summary>By its code; where there is none, by its name, « 32 - FLEURANCE ».</summary>
    private CommuneInfo? CommuneIn(Catalogue catalogue) =>
        Place?.InseeCode is { Length: > 0 } code ? catalogue.Communes.GetValueOrDefault(code)
        : catalogue.FindCommune($"{(Place?.Label ?? "").Split(" - ", 2)[^1]} {Place?.PostalCode}");

    private JobContract? ContractOf() => IsApprenticeship == true ? JobContract.Apprenticeship : Contract switch
    {
        "CDI" => JobContract.Permanent,
        "CDD" or "SAI" or "DDI" => JobContract.FixedTerm, // seasonal; of a firm that helps people back to work
        "MIS" or "DIN" or "TTI" => JobContract.Temporary, // temporary work, the permanent kind too
        "LIB" or "FRA" or "REP" or "CCE" => JobContract.SelfEmployed, // liberal, franchise, taking over a firm, sales
        _ => null,
    };

    private string? AddressOf() =>
        Uri.TryCreate(Origin?.Address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.AbsoluteUri.Length <= JobVacancy.MaxAddressLength ? uri.AbsoluteUri : null;
}

internal sealed record FranceTravailPlace(
    [property: JsonPropertyName("libelle")] string? Label,
    [property: JsonPropertyName("commune")] string? InseeCode,
    [property: JsonPropertyName("codePostal")] string? PostalCode);

internal sealed record FranceTravailEmployer([property: JsonPropertyName("nom")] string? Name);

internal sealed record FranceTravailOrigin([property: JsonPropertyName("urlOrigine")] string? Address);

/// <summary>The text of an offer without the addresses and telephones that somebody has written into it.</summary>
internal static partial class FranceTravailText
{
    private const string Left = "(voir l'annonce)";

    public static string WithoutContacts(string text) => Telephone().Replace(Mailbox().Replace(text, Left), Left);

    [GeneratedRegex(@"[^\s@<>()\[\]]+@[^\s@<>()\[\]]+\.[A-Za-z]{2,}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mailbox();

    [GeneratedRegex(@"(?<!\d)(?:\+33[ .-]?(?:\(0\))?|0)[1-9](?:[ .-]?\d{2}){4}(?!\d)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Telephone();
}
