using Dites32.Core.Applications;
using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Privacy;

/// <summary>A copy of everything about whoever is signed in: their account, and what was sent from its address (RGPD, art. 15 and 20).</summary>
[AllowAccounts, NeedsFreshProof]
public sealed record ExportMyData : ICommand<Result<PersonalArchive>>, ITraced;

/// <summary>The same for one application, its link held or joined to the account: it and what belongs to it.</summary>
[AllowLinkHolder, NeedsFreshProof]
public sealed record ExportApplicationData(Guid ApplicationId) : ICommand<Result<PersonalArchive>>, ITraced, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.Application, ApplicationId);
}

internal sealed class ExportMyDataHandler(AppDbContext db, Actor actor, PersonalArchives archives)
    : IRequestHandler<ExportMyData, Result<PersonalArchive>>, IRequestHandler<ExportApplicationData, Result<PersonalArchive>>
{
    public async Task<Result<PersonalArchive>> Handle(ExportMyData command, CancellationToken cancellationToken) =>
        await archives.OfAsync(await PersonKeys.OfAsync(db, ErasedKind.Account, actor.RequiredAccountId, cancellationToken), cancellationToken);

    public async Task<Result<PersonalArchive>> Handle(ExportApplicationData command, CancellationToken cancellationToken) =>
        await db.Applications.OpenedBy(db, actor).AnyAsync(a => a.Id == command.ApplicationId, cancellationToken)
            ? await archives.OfAsync(await PersonKeys.OfAsync(db, ErasedKind.Application, command.ApplicationId, cancellationToken), cancellationToken)
            : ApplicationErrors.NotFound;
}
