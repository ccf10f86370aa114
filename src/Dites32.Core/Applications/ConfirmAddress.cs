using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Applications;

/// <summary>The person says that the mail reached them. Only a link that went to the mailbox proves it.</summary>
[AllowLinkHolder]
public sealed record ConfirmAddress(Guid ApplicationId) : ICommand<Result>, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.Application, ApplicationId);
}

internal sealed class ConfirmAddressHandler(AppDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<ConfirmAddress, Result>
{
    public async Task<Result> Handle(ConfirmAddress command, CancellationToken cancellationToken)
    {
        var application = await db.Applications.OpenedBy(db, actor).Include(a => a.Candidate)
            .SingleOrDefaultAsync(a => a.Id == command.ApplicationId, cancellationToken);
        if (application is null)
        {
            return ApplicationErrors.NotFound;
        }

        application.ConfirmEmail(clock.GetUtcNow());
        return Result.Success;
    }
}
