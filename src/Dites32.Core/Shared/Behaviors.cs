using System.Reflection;
using FluentValidation;
using MediatR;

namespace Dites32.Core.Shared;

/// <summary>Refuses a request whose actor is none of those it allows, or has not shown who they are for too long.</summary>
internal sealed class AuthorizationBehavior<TRequest, TResponse>(Actor actor, TimeProvider clock) : IPipelineBehavior<TRequest, TResponse>
    where TResponse : IResult<TResponse>
{
    private static readonly AllowRolesAttribute? Allowed = typeof(TRequest).GetCustomAttribute<AllowRolesAttribute>();
    private static readonly bool Everyone = typeof(TRequest).IsDefined(typeof(AllowEveryoneAttribute));
    private static readonly bool Accounts = typeof(TRequest).IsDefined(typeof(AllowAccountsAttribute));
    private static readonly bool NeedsFreshProof = typeof(TRequest).IsDefined(typeof(NeedsFreshProofAttribute));
    private static readonly bool LinkHolder = typeof(TRequest).IsDefined(typeof(AllowLinkHolderAttribute));
    private static readonly bool Spouse = typeof(TRequest).IsDefined(typeof(AllowSpouseAttribute));
    private static readonly bool System = typeof(TRequest).IsDefined(typeof(AllowSystemAttribute));

    public async Task<TResponse> Handle(
        TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var mayPass = Everyone
            || (Allowed is not null && Allowed.Roles.Any(actor.Is))
            || (Accounts && actor.Kind == ActorKind.Account)
            || (LinkHolder && (actor.LinkIds.Count > 0 || actor.Kind == ActorKind.Account))
            || (Spouse && actor.SpouseSessionId is not null)
            || (System && actor.Kind == ActorKind.System);
        if (!mayPass)
        {
            return TResponse.Failure(actor.HasLostSession ? SharedErrors.SessionEnded : SharedErrors.Forbidden);
        }

        return NeedsFreshProof && actor.SessionId is not null && actor.ProvedAt < clock.GetUtcNow() - NeedsFreshProofAttribute.Fresh
            ? TResponse.Failure(SharedErrors.ProofNeeded)
            : await next();
    }
}

/// <summary>Turns the failures of the request's validator into one error, its messages sorted by field.</summary>
internal sealed class ValidationBehavior<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators)
    : IPipelineBehavior<TRequest, TResponse>
    where TResponse : IResult<TResponse>
{
    public async Task<TResponse> Handle(
        TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        foreach (var validator in validators)
        {
            var validation = await validator.ValidateAsync(request, cancellationToken);
            if (!validation.IsValid)
            {
                return TResponse.Failure(SharedErrors.Invalid(validation.ToDictionary().AsReadOnly()));
            }
        }

        return await next();
    }
}
