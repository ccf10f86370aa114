using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;

namespace Dites32.Core.Audit;

/// <summary>Writes down who reads a personal file once it has been found, and before the answer is given.</summary>
internal sealed class ReadTraceBehavior<TRequest, TResponse>(AppDbContext db, Actor actor, FoundSubject read)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IReadsFile
    where TResponse : IResult<TResponse>
{
    public async Task<TResponse> Handle(
        TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var response = await next();
        if (response.Error is null)
        {
            db.ChangeTracker.Clear(); // whatever the query has touched, only its trace is saved
            db.AuditEntries.Add(AuditEntry.Of(actor, request, read.Found ?? request.Subject));
            await db.SaveChangesAsync(cancellationToken);
        }

        return response;
    }
}
