using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Territory;

/// <summary>Ends a person's rights over the site and its offers, at once. Removing someone who is no member is a success.</summary>
[AllowRoles(Role.Administrator, Role.Dites32Recruiter)]
public sealed record RemoveSiteMember(Guid SiteId, Guid AccountId) : ICommand<Result>, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.Site, SiteId);
}

internal sealed class RemoveSiteMemberHandler(AppDbContext db, Actor actor) : IRequestHandler<RemoveSiteMember, Result>
{
    public async Task<Result> Handle(RemoveSiteMember request, CancellationToken cancellationToken)
    {
        if (!await db.Sites.ManageableBy(db, actor).AnyAsync(s => s.Id == request.SiteId, cancellationToken))
        {
            return TerritoryErrors.SiteNotFound;
        }

        db.SiteMemberships.RemoveRange(await db.SiteMemberships
            .Where(m => m.SiteId == request.SiteId && m.AccountId == request.AccountId).ToListAsync(cancellationToken));
        return Result.Success;
    }
}
