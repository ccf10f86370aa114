using System.Collections.Concurrent;
using System.Reflection;
using Dites32.Core.Shared;
using MediatR;

namespace Dites32.Tests.Authorization;

/// <summary>Sends a request whose type is known only when it runs, and reads its answer.</summary>
internal static class Answers
{
    private static readonly Samples Samples = new();
    private static readonly MethodInfo Send = typeof(Answers).GetMethod(nameof(SendOfAsync), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly ConcurrentDictionary<Type, MethodInfo> Typed = new();

    /// <summary>A « no », and a success that changed nothing of what it is about, are refusals.</summary>
    public static async Task<Answer> AnswerAsync(this Ground ground, string request, Case about)
    {
        var sent = Samples.Make(request, about);
        var send = Typed.GetOrAdd(sent.GetType(), type => Send.MakeGenericMethod(type.GetInterfaces()
            .Single(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>)).GetGenericArguments()));
        var (error, isNo) = await (Task<(Error?, bool)>)send.Invoke(null, [ground, ground[about.Actor], sent])!;
        return Answer.Of(error, isNo || (IsCommand(sent) && about.About.Name != Side.Alone && !ground.HasChanged));
    }

    private static bool IsCommand(object request) =>
        request.GetType().GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICommand<>));

    private static async Task<(Error?, bool)> SendOfAsync<TResponse>(Ground ground, Actor actor, IRequest<TResponse> request) where TResponse : IResult<TResponse>
    {
        var answer = await ground.SendAsync(actor, request);
        return (answer.Error, answer is Result<bool> { Error: null, Value: false });
    }
}
