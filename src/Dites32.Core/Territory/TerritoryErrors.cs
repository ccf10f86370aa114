using Dites32.Core.Shared;

namespace Dites32.Core.Territory;

public static class TerritoryErrors
{
    public static readonly Error SiteNotFound = new(ErrorKind.NotFound, "site-not-found", "Ce site n'existe pas, ou vous n'y avez pas accès.");

    public static readonly Error WrongSiret = OnField(
        "wrong-siret", nameof(AddOrganisation.Siret), "Un numéro Siret compte 14\u00a0chiffres.");

    public static readonly Error SiretTaken = OnField(
        "siret-taken", nameof(AddOrganisation.Siret), "Une organisation porte déjà ce numéro Siret.", ErrorKind.Conflict);

    public static readonly Error OrganisationNotFound = OnField(
        "organisation-not-found", nameof(AddSite.OrganisationId), "Choisissez une organisation de la liste.");

    public static readonly Error CommuneNotFound = OnField(
        "commune-not-found", nameof(AddSite.Commune),
        "Aucune commune du Gers ne porte ce nom ou ce code postal. Si plusieurs communes ont le même code postal, écrivez le nom de la commune.");

    public static readonly Error WrongParent = OnField(
        "wrong-parent", nameof(AddSite.ParentId), "Seule une antenne dépend d'un autre site\u00a0: un centre de santé de la même organisation.");

    public static readonly Error HasBranches = OnField(
        "has-branches", nameof(CorrectSite.Kind), "Des antennes dépendent de ce centre de santé\u00a0: rattachez-les d'abord à un autre centre.", ErrorKind.Conflict);

    public static readonly Error AccountNotFound = OnField(
        "account-not-found", nameof(AddSiteMember.Email), "Aucun compte ne porte cette adresse e-mail. La personne doit d'abord avoir un compte.");

    public static Error WrongMove(SiteStatus from, SiteStatus to) => new(
        ErrorKind.Conflict, "wrong-status", $"Un site à l'état «\u00a0{from.Label()}\u00a0» ne peut pas passer à «\u00a0{to.Label()}\u00a0».");

    private static Error OnField(string code, string field, string message, ErrorKind kind = ErrorKind.Invalid) =>
        new(kind, code, message, new Dictionary<string, string[]> { [field] = [message] });
}
