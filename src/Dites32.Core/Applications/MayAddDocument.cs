using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Applications;

/// <summary>May this browser join a document to this draft or application? To a draft until it is sent, to an application until it ends.</summary>
[AllowLinkHolder]
public sealed record MayAddDocument(Guid OwnerId) : IQuery<Result<bool>>;

internal sealed class MayAddDocumentHandler(AppDbContext db, Actor actor) : IRequestHandler<MayAddDocument, Result<bool>>
{
    public async Task<Result<bool>> Handle(MayAddDocument query, CancellationToken cancellationToken) =>
        await db.ApplicationDrafts.OpenedBy(db, actor).AnyAsync(d => d.Id == query.OwnerId && d.SentAt == null, cancellationToken)
        || await db.Applications.OpenedBy(db, actor).AnyAsync(a => a.Id == query.OwnerId && a.DecidedAt == null, cancellationToken);
}

/// <summary>Does a living personal link of this browser open this draft or application?</summary>
[AllowLinkHolder]
public sealed record MayOpenDocuments(Guid OwnerId) : IQuery<Result<bool>>;

internal sealed class MayOpenDocumentsHandler(AppDbContext db, Actor actor) : IRequestHandler<MayOpenDocuments, Result<bool>>
{
    public async Task<Result<bool>> Handle(MayOpenDocuments query, CancellationToken cancellationToken) =>
        await db.ApplicationDrafts.OpenedBy(db, actor).AnyAsync(d => d.Id == query.OwnerId, cancellationToken)
        || await db.Applications.OpenedBy(db, actor).AnyAsync(a => a.Id == query.OwnerId, cancellationToken);
}
