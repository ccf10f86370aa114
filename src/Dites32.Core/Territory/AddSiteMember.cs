using Dites32.Core.Accounts;
using Dites32.Core.Data;
using Dites32.Core.Shared;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Territory;

/// <summary>
/// Lets the person whose account has this e-mail address recruit for the site: from now on for requests about the
/// site, from the next sign-in for the recruiters' pages. Adding a member again is a success. Errors: site-not-found,
/// account-not-found.
/// </summary>
[AllowRoles(Role.Administrator, Role.Dites32Recruiter)]
public sealed record AddSiteMember(Guid SiteId, string Email) : ICommand<Result>, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.Site, SiteId);
}

internal sealed class AddSiteMemberValidator : AbstractValidator<AddSiteMember>
{
    public AddSiteMemberValidator() => RuleFor(m => m.Email).NotEmpty().WithMessage("Écrivez l'adresse e-mail du compte.");
}

internal sealed class AddSiteMemberHandler(AppDbContext db, Actor actor, TimeProvider clock, ILookupNormalizer normalizer)
    : IRequestHandler<AddSiteMember, Result>
{
    private static readonly Guid RecruiterRole = AccountMapping.IdOf(Role.SiteRecruiter);
    private static readonly Guid HealthCentreRole = AccountMapping.IdOf(Role.HealthCentreHr);

    public async Task<Result> Handle(AddSiteMember request, CancellationToken cancellationToken)
    {
        var kind = await db.Sites.ManageableBy(db, actor).Where(s => s.Id == request.SiteId)
            .Select(s => (StructureKind?)s.Kind).SingleOrDefaultAsync(cancellationToken);
        if (kind is null)
        {
            return TerritoryErrors.SiteNotFound;
        }

        var email = normalizer.NormalizeEmail(request.Email.Trim());
        var accountId = await db.Users.Where(a => a.NormalizedEmail == email).OrderBy(a => a.Id)
            .Select(a => (Guid?)a.Id).FirstOrDefaultAsync(cancellationToken);
        if (accountId is not { } id)
        {
            return TerritoryErrors.AccountNotFound;
        }

        if (!await db.SiteMemberships.AnyAsync(m => m.SiteId == request.SiteId && m.AccountId == id, cancellationToken))
        {
            db.SiteMemberships.Add(SiteMembership.Of(id, request.SiteId, clock.GetUtcNow()));
        }

        // The role opens the recruiters' pages; what they show is decided by the memberships alone. The human resources of
        // health centres have one of their own, for these only.
        var isHealthCentre = kind is StructureKind.HealthCentre or StructureKind.Branch;
        if (!await db.UserRoles.AnyAsync(
            r => r.UserId == id && (r.RoleId == RecruiterRole || (isHealthCentre && r.RoleId == HealthCentreRole)), cancellationToken))
        {
            db.UserRoles.Add(new IdentityUserRole<Guid> { UserId = id, RoleId = RecruiterRole });
        }

        return Result.Success;
    }
}
