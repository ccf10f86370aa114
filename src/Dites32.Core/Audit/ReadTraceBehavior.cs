using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Audit;

/// <summary>Writes down who reads a personal file once it has been found, and before the answer is given.</summary>
internal abstract class ReadTraceBehavior<TContext, TRequest, TResponse>(TContext db, Actor actor, FoundSubject read)
    : IPipelineBehavior<TRequest, TResponse>
    where TContext : DbContext
    where TRequest : IReadsFile
    where TResponse : IResult<TResponse>
{
    /// <summary>Which readings are traced in this context.</summary>
    protected abstract bool Traces(TRequest request);

    public async Task<TResponse> Handle(
        TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var response = await next();
        if (Traces(request) && response.Error is null)
        {
            db.ChangeTracker.Clear(); // whatever the query has touched, only its trace is saved
            db.Add(AuditEntry.Of(actor, request, read.Found ?? request.Subject));
            await db.SaveChangesAsync(cancellationToken);
        }

        return response;
    }
}

/// <summary>Everything but what is behind the wall.</summary>
internal sealed class ReadTraceBehavior<TRequest, TResponse>(AppDbContext db, Actor actor, FoundSubject read)
    : ReadTraceBehavior<AppDbContext, TRequest, TResponse>(db, actor, read)
    where TRequest : IReadsFile
    where TResponse : IResult<TResponse>
{
    protected override bool Traces(TRequest request) => request is not IBehindTheWall;
}
