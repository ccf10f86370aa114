using Dites32.Core.Data;
using Dites32.Core.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Territory;

/// <summary>
/// Adds a site to an organisation and answers with its id. Errors: organisation-not-found, commune-not-found, wrong-parent.
/// </summary>
/// <param name="Commune">A name, a postal code that one commune only has, or both: « Auch (32000) ».</param>
/// <param name="ParentId">For a branch, the health centre of the same organisation that it depends on, once known.</param>
[AllowRoles(Role.Administrator, Role.Dites32Recruiter, Role.TerritoryManager)]
public sealed record AddSite(
    Guid SubmissionId, Guid? OrganisationId, StructureKind? Kind, string Name, string Commune, string? Address, Guid? ParentId, SiteStatus? Status)
    : ICommand<Result<Guid>>, ISubmission;

internal sealed class AddSiteValidator : AbstractValidator<AddSite>
{
    public AddSiteValidator()
    {
        RuleFor(s => s.OrganisationId).NotNull().WithMessage("Choisissez une organisation.");
        RuleFor(s => s.Kind).NotNull().WithMessage("Choisissez la nature du site.").IsInEnum().WithMessage("Choisissez la nature du site.");
        RuleFor(s => s.Status).NotNull().WithMessage("Choisissez l'état du site.").IsInEnum().WithMessage("Choisissez l'état du site.");
        RuleFor(s => s.Name).NotEmpty().WithMessage("Écrivez le nom du site.")
            .MaximumLength(Site.MaxNameLength).WithMessage($"Le nom compte {Site.MaxNameLength}\u00a0caractères au plus.");
        RuleFor(s => s.Commune).NotEmpty().WithMessage("Écrivez le nom ou le code postal de la commune.");
        RuleFor(s => s.Address).MaximumLength(Site.MaxAddressLength)
            .WithMessage($"L'adresse compte {Site.MaxAddressLength}\u00a0caractères au plus.");
    }
}

internal sealed class AddSiteHandler(AppDbContext db, CatalogueCache catalogues) : IRequestHandler<AddSite, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(AddSite request, CancellationToken cancellationToken)
    {
        var known = await db.Sites.Where(s => s.SubmissionId == request.SubmissionId)
            .Select(s => (Guid?)s.Id).SingleOrDefaultAsync(cancellationToken);
        if (known is { } id)
        {
            return id;
        }

        if (!await db.Organisations.AnyAsync(o => o.Id == request.OrganisationId, cancellationToken))
        {
            return TerritoryErrors.OrganisationNotFound;
        }

        if ((await catalogues.GetAsync(cancellationToken)).FindCommune(request.Commune) is not { } commune)
        {
            return TerritoryErrors.CommuneNotFound;
        }

        var parent = request.ParentId is { } parentId
            ? await db.Sites.SingleOrDefaultAsync(s => s.Id == parentId, cancellationToken)
            : null;
        if (request.ParentId is not null && parent is null)
        {
            return TerritoryErrors.WrongParent;
        }

        var site = Site.Create(
            request.OrganisationId!.Value, request.Kind!.Value, request.Name, commune.InseeCode, request.Address, parent,
            request.Status!.Value, request.SubmissionId);
        if (site.Error is { } error)
        {
            return error;
        }

        db.Sites.Add(site.Value);
        return site.Value.Id;
    }
}
