using Dites32.Core.Documents;
using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>A partner takes a document back. One that is gone already is a success. Errors: spouse.session-over.</summary>
[AllowSpouse]
public sealed record RemoveMySpouseDocument(Guid DocumentId) : ICommand<Result>, IBehindTheWall, IRunsAgain, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.Document, DocumentId);
}

/// <summary>The same by a caseworker, who has joined the wrong one. Errors: spouse.not-found.</summary>
[AllowRoles(Role.SpouseCaseworker)]
public sealed record RemoveSpouseDocument(Guid CaseId, Guid DocumentId) : ICommand<Result>, IBehindTheWall, IRunsAgain, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.Document, DocumentId);
}

internal sealed class RemoveSpouseDocumentHandler(SpouseDbContext db, Actor actor, TimeProvider clock)
    : IRequestHandler<RemoveMySpouseDocument, Result>, IRequestHandler<RemoveSpouseDocument, Result>
{
    public async Task<Result> Handle(RemoveMySpouseDocument command, CancellationToken cancellationToken) =>
        await db.OwnAsync(actor, clock, cancellationToken) is { } file
            ? await RemoveAsync(file.Id, command.DocumentId, cancellationToken)
            : SpouseErrors.SessionOver;

    public async Task<Result> Handle(RemoveSpouseDocument command, CancellationToken cancellationToken) =>
        await db.Cases.SeenByCaseworkers().AnyAsync(c => c.Id == command.CaseId, cancellationToken)
            ? await RemoveAsync(command.CaseId, command.DocumentId, cancellationToken)
            : SpouseErrors.NotFound;

    private async Task<Result> RemoveAsync(Guid caseId, Guid documentId, CancellationToken cancellationToken)
    {
        if (await db.RemoveDocumentAsync(caseId, documentId, cancellationToken))
        {
            db.Add(new SpouseEvent(caseId, SpouseEventKind.DocumentRemoved, actor.AccountId, clock.GetUtcNow()));
        }

        return Result.Success;
    }
}
