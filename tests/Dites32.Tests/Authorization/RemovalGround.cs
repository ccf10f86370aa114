using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Dites32.Tests.Authorization;

/// <summary>The same ground, where one request at a time is let through whoever sends it.</summary>
public sealed class UnguardedGround : Ground
{
    private readonly Unguarded unguarded = new();

    internal string? LetThrough { set => unguarded.Request = value; }

    protected override void Register(IServiceCollection collection)
    {
        base.Register(collection);
        var guard = collection.Single(s => s.ImplementationType == typeof(AuthorizationBehavior<,>));
        collection[collection.IndexOf(guard)] = ServiceDescriptor.Scoped(typeof(IPipelineBehavior<,>), typeof(MaybeGuarded<,>));
        collection.AddSingleton(unguarded);
    }
}

/// <summary>The same ground, without a rule about rows.</summary>
public sealed class GroundWithout<TRule> : Ground
{
    protected override void Register(IServiceCollection collection)
    {
        base.Register(collection);
        var model = ModelOf(collection);
        collection.ConfigureDbContext<AppDbContext>(options => options.AddInterceptors(new RuleRemoval<TRule>()).UseModel(model));
    }

    /// <summary>An interceptor would get a model of its own, which the portal's compiled queries, made once for the process, refuse.</summary>
    private static IModel ModelOf(IServiceCollection collection)
    {
        using var provider = collection.BuildServiceProvider();
        using var scope = provider.CreateScope();
        return scope.ServiceProvider.GetRequiredService<AppDbContext>().Model;
    }
}

internal sealed class Unguarded
{
    public string? Request { get; set; }
}

internal sealed class MaybeGuarded<TRequest, TResponse>(Actor actor, TimeProvider clock, Unguarded unguarded) : IPipelineBehavior<TRequest, TResponse>
    where TResponse : IResult<TResponse>
{
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next) =>
        unguarded.Request == typeof(TRequest).Name
            ? next()
            : new AuthorizationBehavior<TRequest, TResponse>(actor, clock).Handle(request, cancellationToken, next);
}
