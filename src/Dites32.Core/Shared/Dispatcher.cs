using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Dites32.Core.Shared;

/// <summary>The only door between the user interface and the domain.</summary>
public interface IDispatcher
{
    Task<TResponse> SendAsync<TResponse>(
        Actor actor, IRequest<TResponse> request, CancellationToken cancellationToken = default);
}

/// <summary>
/// Runs each request in a scope of its own: a Blazor circuit lives for hours, so a DbContext
/// taken from the circuit's scope would grow, go stale and be used by two events at once.
/// A lost race is run again from the start, in a new scope: the second time the handler sees the winner's row.
/// </summary>
internal sealed class Dispatcher(IServiceScopeFactory scopes) : IDispatcher
{
    private const int MaxAttempts = 4;

    public async Task<TResponse> SendAsync<TResponse>(
        Actor actor, IRequest<TResponse> request, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<ActorHolder>().Actor =
                    await scope.ServiceProvider.GetRequiredService<IActorGate>().AdmitAsync(actor, cancellationToken);
                return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, cancellationToken);
            }
            catch (RunAgainException) when (attempt < MaxAttempts)
            {
            }
            catch (Exception exception) when (attempt < MaxAttempts && MayRunAgain(request, exception))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50 * attempt * attempt), cancellationToken);
            }
        }
    }

    /// <summary>
    /// A deadlock or a serialization failure has changed nothing. After a cut connection nobody knows whether the
    /// commit went through: only a query, or a submission that recognises itself, may then be sent again.
    /// </summary>
    private static bool MayRunAgain(object request, Exception exception)
    {
        var cause = exception is Microsoft.EntityFrameworkCore.DbUpdateException ? exception.InnerException : exception;
        return cause is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure }
            || (cause is NpgsqlException { IsTransient: true } and not PostgresException { SqlState: PostgresErrorCodes.DiskFull }
                && (request is ISubmission || IsQuery(request)));
    }

    private static bool IsQuery(object request) =>
        request.GetType().GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IQuery<>));
}

/// <summary>Looks at the actor of each request before anything else. Written here, done by the accounts.</summary>
internal interface IActorGate
{
    Task<Actor> AdmitAsync(Actor actor, CancellationToken cancellationToken);
}

/// <summary>Carries the actor into the request's scope, where handlers inject <see cref="Actor"/>.</summary>
internal sealed class ActorHolder
{
    public Actor Actor { get; set; } = Actor.Anonymous;
}

/// <summary>A unique index has refused the row, and the handler knows what to answer when it finds the other one there.</summary>
internal sealed class RunAgainException(Exception inner) : Exception("The request lost a race and runs again.", inner);
