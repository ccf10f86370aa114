using Dites32.Core.Audit;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Data;

/// <summary>
/// Saves a command once, after its handler, with its audit entry: all of it or nothing. A failure saves nothing.
/// Broken indexes and lost races become the errors declared in the mappings.
/// </summary>
internal abstract class SaveBehavior<TContext, TRequest, TResponse>(TContext db, Actor actor, FoundSubject found, RowChanges changes)
    : IPipelineBehavior<TRequest, TResponse>
    where TContext : DbContext
    where TRequest : ICommand<TResponse>
    where TResponse : IResult<TResponse>
{
    /// <summary>Which requests are saved in this context.</summary>
    protected abstract bool Saves(TRequest request);

    public async Task<TResponse> Handle(
        TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (!Saves(request))
        {
            return await next();
        }

        await using var transaction = request is IByStatements && db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        var response = await next();
        if (response.Error is not null || (request is not (ITraced or IByStatements) && !db.ChangeTracker.HasChanges()))
        {
            return response;
        }

        if (request is not IUntraced)
        {
            db.Add(AuditEntry.Of(actor, request, found.Found ?? (request as IAbout)?.Subject));
        }

        var saved = RowChanges.In(db.ChangeTracker);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            await (transaction?.CommitAsync(cancellationToken) ?? Task.CompletedTask);
            changes.Note(saved);
            return response;
        }
        catch (DbUpdateConcurrencyException exception) when (request is ISubmission or IVersioned or IRunsAgain)
        {
            throw new RunAgainException(exception); // the second time the handler finds what the other has saved
        }
        catch (DbUpdateConcurrencyException)
        {
            return TResponse.Failure(SharedErrors.ChangedMeanwhile);
        }
        catch (DbUpdateException exception) when (BrokenIndex.Knows(exception))
        {
            return TResponse.Failure(BrokenIndex.Explain(exception));
        }
    }
}

/// <summary>Everything but what is behind the wall.</summary>
internal sealed class SaveBehavior<TRequest, TResponse>(AppDbContext db, Actor actor, FoundSubject found, RowChanges changes)
    : SaveBehavior<AppDbContext, TRequest, TResponse>(db, actor, found, changes)
    where TRequest : ICommand<TResponse>
    where TResponse : IResult<TResponse>
{
    protected override bool Saves(TRequest request) => request is not IBehindTheWall;
}
