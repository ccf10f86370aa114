using MediatR;

namespace Dites32.Tests.Authorization;

/// <summary>authorization.yaml is true: every request, sent by everybody about everything, is done or refused as it says.</summary>
public sealed class AuthorizationTests(Ground ground) : IClassFixture<Ground>
{
    private static readonly Matrix Matrix = Matrix.Read();

    private static readonly Dictionary<string, Type> Requests = typeof(Core.DependencyInjection).Assembly.GetTypes()
        .Where(t => !t.IsInterface && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>)))
        .ToDictionary(t => t.Name);

    public static TheoryData<string> Lines => [.. Matrix.Requests.Keys.Intersect(Requests.Keys)];

    [Fact]
    public void Every_request_has_its_line_and_its_sample()
    {
        Assert.Equal(Requests.Keys.Order(StringComparer.Ordinal), Matrix.Requests.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Requests.Keys.Order(StringComparer.Ordinal), new Samples().Requests.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task A_request_is_done_for_those_it_is_for_and_refused_to_all_others(string request)
    {
        var unexpected = new List<string>();
        var refusals = new Dictionary<string, string>();
        foreach (var expected in Matrix.Requests[request].Cases)
        {
            var answer = await ground.AnswerAsync(request, new Case(ground, expected.Actor, ground.About(expected.Side)));
            if (!expected.IsMetBy(answer))
            {
                unexpected.Add($"{expected.Actor} about {expected.Side}: {answer.Code}");
            }

            // Another's thing and one that does not exist are refused in the same words: nobody learns what exists.
            if (answer.IsRefusal && !refusals.TryAdd(expected.Actor, answer.Code) && refusals[expected.Actor] != answer.Code)
            {
                unexpected.Add($"{expected.Actor} about {expected.Side}: {answer.Code}, where about another it is {refusals[expected.Actor]}");
            }
        }

        Assert.True(unexpected.Count == 0, $"{request}\n{string.Join('\n', unexpected)}");
    }
}
