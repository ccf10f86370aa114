using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Applications;

/// <summary>May this recruiter open the documents of this application?</summary>
[AllowRoles(Role.SiteRecruiter, Role.Dites32Recruiter, Role.Administrator)]
public sealed record MayReadCard(Guid ApplicationId) : IQuery<Result<bool>>;

internal sealed class MayReadCardHandler(AppDbContext db, Actor actor) : IRequestHandler<MayReadCard, Result<bool>>
{
    public async Task<Result<bool>> Handle(MayReadCard query, CancellationToken cancellationToken) =>
        await db.Applications.ManageableBy(db, actor).AnyAsync(a => a.Id == query.ApplicationId, cancellationToken);
}
