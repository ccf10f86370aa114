using Dites32.Core.Documents;
using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>The documents of whoever is in this space. Errors: spouse.session-over.</summary>
[AllowSpouse]
public sealed record ListMySpouseDocuments : IQuery<Result<SpouseDocuments>>, IBehindTheWall;

/// <summary>The names of the documents of a file; to open one leaves a trace. Errors: spouse.not-found.</summary>
[AllowRoles(Role.SpouseCaseworker)]
public sealed record ListSpouseDocuments(Guid CaseId) : IQuery<Result<SpouseDocuments>>, IBehindTheWall;

/// <param name="MayAdd">Only once the person has agreed.</param>
public sealed record SpouseDocuments(Guid CaseId, bool MayAdd, IReadOnlyList<DocumentSummary> Documents)
{
    /// <summary>Of those that may be there at once.</summary>
    public int Count => Documents.Count(d => d.TakesAPlace);
}

internal sealed class ListSpouseDocumentsHandler(SpouseDbContext db, Actor actor, TimeProvider clock)
    : IRequestHandler<ListMySpouseDocuments, Result<SpouseDocuments>>, IRequestHandler<ListSpouseDocuments, Result<SpouseDocuments>>
{
    public async Task<Result<SpouseDocuments>> Handle(ListMySpouseDocuments query, CancellationToken cancellationToken) =>
        await db.OwnAsync(actor, clock, cancellationToken) is { } file ? await OfAsync(file, cancellationToken) : SpouseErrors.SessionOver;

    public async Task<Result<SpouseDocuments>> Handle(ListSpouseDocuments query, CancellationToken cancellationToken) =>
        await db.Cases.SeenByCaseworkers().SingleOrDefaultAsync(c => c.Id == query.CaseId, cancellationToken) is { } file
            ? await OfAsync(file, cancellationToken)
            : SpouseErrors.NotFound;

    private async Task<SpouseDocuments> OfAsync(SpouseCase file, CancellationToken cancellationToken) =>
        new(file.Id, file.ConsentedAt is not null, await db.DocumentsOfAsync(file.Id, cancellationToken));
}
