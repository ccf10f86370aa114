using Dites32.Core.Data;
using Dites32.Core.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Territory;

/// <summary>
/// Puts right what is known of a site, and says or unsays which health centre a branch depends on. The same form sent twice is
/// a success. Errors: site-not-found, commune-not-found, wrong-parent, has-branches, changed-meanwhile.
/// </summary>
/// <param name="Version">Of the site as its sender saw it.</param>
/// <param name="Commune">A name, a postal code that one commune only has, or both: « Auch (32000) ».</param>
/// <param name="ParentId">For a branch, the health centre of the same organisation that it depends on; null while it is not known.</param>
[AllowRoles(Role.Administrator, Role.Dites32Recruiter, Role.TerritoryManager)]
public sealed record CorrectSite(Guid SiteId, uint Version, StructureKind? Kind, string Name, string Commune, string? Address, Guid? ParentId)
    : ICommand<Result>, IAbout, IVersioned
{
    Subject IAbout.Subject => new(SubjectKind.Site, SiteId);
}

internal sealed class CorrectSiteValidator : AbstractValidator<CorrectSite>
{
    public CorrectSiteValidator()
    {
        RuleFor(s => s.Kind).NotNull().WithMessage("Choisissez la nature du site.").IsInEnum().WithMessage("Choisissez la nature du site.");
        RuleFor(s => s.Name).NotEmpty().WithMessage("Écrivez le nom du site.")
            .MaximumLength(Site.MaxNameLength).WithMessage($"Le nom compte {Site.MaxNameLength}\u00a0caractères au plus.");
        RuleFor(s => s.Commune).NotEmpty().WithMessage("Écrivez le nom ou le code postal de la commune.");
        RuleFor(s => s.Address).MaximumLength(Site.MaxAddressLength)
            .WithMessage($"L'adresse compte {Site.MaxAddressLength}\u00a0caractères au plus.");
    }
}

internal sealed class CorrectSiteHandler(AppDbContext db, CatalogueCache catalogues) : IRequestHandler<CorrectSite, Result>
{
    public async Task<Result> Handle(CorrectSite command, CancellationToken cancellationToken)
    {
        var site = await db.Sites.SingleOrDefaultAsync(s => s.Id == command.SiteId, cancellationToken);
        if (site is null)
        {
            return TerritoryErrors.SiteNotFound;
        }

        if ((await catalogues.GetAsync(cancellationToken)).FindCommune(command.Commune) is not { } commune)
        {
            return TerritoryErrors.CommuneNotFound;
        }

        var parent = command.ParentId is { } parentId
            ? await db.Sites.SingleOrDefaultAsync(s => s.Id == parentId, cancellationToken)
            : null;
        if (command.ParentId is not null && parent is null)
        {
            return TerritoryErrors.WrongParent;
        }

        var hasBranches = await db.Sites.AnyAsync(s => s.ParentId == site.Id, cancellationToken);
        var corrected = site.Correct(command.Kind!.Value, command.Name, commune.InseeCode, command.Address, parent, hasBranches);
        return corrected.Error is null && command.Version != db.Entry(site).Property<uint>("xmin").CurrentValue && db.ChangeTracker.HasChanges()
            ? SharedErrors.ChangedMeanwhile
            : corrected; // a form sent twice changes nothing
    }
}
