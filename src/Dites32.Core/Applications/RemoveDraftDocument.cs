using Dites32.Core.Data;
using Dites32.Core.Documents;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Applications;

/// <summary>Takes a document out of an application that is not sent yet. One that is gone already is a success.</summary>
[AllowLinkHolder]
public sealed record RemoveDraftDocument(Guid DraftId, Guid DocumentId) : ICommand<Result>, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.Draft, DraftId);
}

internal sealed class RemoveDraftDocumentHandler(AppDbContext db, Actor actor) : IRequestHandler<RemoveDraftDocument, Result>
{
    public async Task<Result> Handle(RemoveDraftDocument command, CancellationToken cancellationToken)
    {
        if (!await db.ApplicationDrafts.OpenedBy(db, actor).AnyAsync(d => d.Id == command.DraftId && d.SentAt == null, cancellationToken))
        {
            return ApplicationErrors.DraftNotFound;
        }

        await db.RemoveDocumentAsync(command.DraftId, command.DocumentId, cancellationToken);
        return Result.Success;
    }
}
