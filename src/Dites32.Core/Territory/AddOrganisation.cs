using Dites32.Core.Data;
using Dites32.Core.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Territory;

/// <summary>
/// Adds an organisation and answers with its id. Errors: wrong-siret (not 14 digits), siret-taken.
/// </summary>
/// <param name="Siret">Fourteen digits, spaces allowed; null or empty while it is not known.</param>
[AllowRoles(Role.Administrator, Role.Dites32Recruiter, Role.TerritoryManager)]
public sealed record AddOrganisation(Guid SubmissionId, string Name, OrganisationKind? Kind, bool IsPublicEmployer, string? Siret)
    : ICommand<Result<Guid>>, ISubmission;

internal sealed class AddOrganisationValidator : AbstractValidator<AddOrganisation>
{
    public AddOrganisationValidator()
    {
        RuleFor(o => o.Name).NotEmpty().WithMessage("Écrivez le nom de l'organisation.")
            .MaximumLength(Organisation.MaxNameLength).WithMessage($"Le nom compte {Organisation.MaxNameLength}\u00a0caractères au plus.");
        RuleFor(o => o.Kind).NotNull().WithMessage("Choisissez la nature de l'organisation.")
            .IsInEnum().WithMessage("Choisissez la nature de l'organisation.");
    }
}

internal sealed class AddOrganisationHandler(AppDbContext db) : IRequestHandler<AddOrganisation, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(AddOrganisation request, CancellationToken cancellationToken)
    {
        var known = await db.Organisations.Where(o => o.SubmissionId == request.SubmissionId)
            .Select(o => (Guid?)o.Id).SingleOrDefaultAsync(cancellationToken);
        if (known is { } id)
        {
            return id;
        }

        var organisation = Organisation.Create(
            request.Name, request.Kind!.Value, request.IsPublicEmployer, request.Siret, request.SubmissionId);
        if (organisation.Error is { } error)
        {
            return error;
        }

        var siret = organisation.Value.Siret;
        var owner = siret is null ? null : await db.Organisations.Where(o => o.Siret == siret)
            .Select(o => new { o.Id, o.SubmissionId }).SingleOrDefaultAsync(cancellationToken);
        if (owner is not null)
        {
            // The same form, saved between the two questions, is no second owner.
            return owner.SubmissionId == request.SubmissionId ? owner.Id : TerritoryErrors.SiretTaken;
        }

        db.Organisations.Add(organisation.Value);
        return organisation.Value.Id;
    }
}
