using Dites32.Core.Applications;
using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Privacy;

/// <summary>A copy of everything about whoever is signed in: their account, and what was sent from its address (RGPD, art. 15 and 20).</summary>
[AllowAccounts, NeedsFreshProof]
public sealed record ExportMyData : ICommand<Result<PersonalArchive>>, ITraced;

/// <summary>The same for whoever holds a personal link: this application and what belongs to it.</summary>
[AllowLinkHolder]
public sealed record ExportApplicationData(Guid ApplicationId) : ICommand<Result<PersonalArchive>>, ITraced, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.Application, ApplicationId);
}

internal sealed class ExportMyDataHandler(AppDbContext db, Actor actor, PersonalArchives archives)
    : IRequestHandler<ExportMyData, Result<PersonalArchive>>, IRequestHandler<ExportApplicationData, Result<PersonalArchive>>
{
    public async Task<Result<PersonalArchive>> Handle(ExportMyData command, CancellationToken cancellationToken) =>
        await archives.OfAsync(await PersonKeys.OfAccountAsync(db, actor.RequiredAccountId, cancellationToken), cancellationToken);

    public async Task<Result<PersonalArchive>> Handle(ExportApplicationData command, CancellationToken cancellationToken) =>
        await db.Applications.OpenedBy(db, actor).AnyAsync(a => a.Id == command.ApplicationId, cancellationToken)
            ? await archives.OfAsync(await PersonKeys.OfApplicationAsync(db, command.ApplicationId, cancellationToken), cancellationToken)
            : ApplicationErrors.NotFound;
}
