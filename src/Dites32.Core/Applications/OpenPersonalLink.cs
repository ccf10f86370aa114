using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Applications;

/// <summary>What the secret of a link opens. It only reads: mail scanners open links too.</summary>
[AllowEveryone]
public sealed record OpenPersonalLink(string Secret) : IQuery<Result<OpenedLink>>;

public sealed record OpenedLink(Guid LinkId, Guid? DraftId, Guid? ApplicationId);

internal sealed class OpenPersonalLinkHandler(AppDbContext db) : IRequestHandler<OpenPersonalLink, Result<OpenedLink>>
{
    public async Task<Result<OpenedLink>> Handle(OpenPersonalLink query, CancellationToken cancellationToken)
    {
        var hash = Secret.Hash(query.Secret);
        var link = await db.PersonalLinks
            .Where(l => l.SecretHash == hash && l.RevokedAt == null)
            .Select(l => new OpenedLink(l.Id, l.DraftId, l.ApplicationId))
            .SingleOrDefaultAsync(cancellationToken);
        return link is null ? ApplicationErrors.NotFound : link;
    }
}
