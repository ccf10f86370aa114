using Dites32.Core.Applications;
using Dites32.Core.Shared;
using Dites32.Core.Territory;

namespace Dites32.Tests.Authorization;

/// <summary>Takes each policy away in turn: if AuthorizationTests stayed green without it, they would prove nothing.</summary>
[Trait("Category", "Long")]
public sealed class PolicyRemovalTests
{
    private static readonly Matrix Matrix = Matrix.Read();

    [Fact]
    public async Task Without_its_policy_no_request_passes_the_tests()
    {
        await using var ground = new UnguardedGround();
        await ground.InitializeAsync();
        var unseen = new List<string>();
        foreach (var line in Matrix.Requests.Values.Where(l => !typeof(Actor).Assembly.GetTypes().Single(t => t.Name == l.Request).IsDefined(typeof(AllowEveryoneAttribute), false)))
        {
            ground.LetThrough = line.Request;
            if (!await TurnsRedAsync(ground, line))
            {
                unseen.Add(line.Request);
            }
        }

        Assert.Empty(unseen);
    }

    [Fact]
    public Task Without_the_memberships_no_request_of_a_site_passes_the_tests() =>
        NoneIsUnseenAsync<SiteMembership>(Actors.RecruiterA);

    [Fact]
    public Task Without_the_personal_links_no_request_of_a_candidate_passes_the_tests() =>
        NoneIsUnseenAsync<PersonalLink>(Actors.HolderA);

    /// <summary>The requests whose line tells this actor's own from another's.</summary>
    private static async Task NoneIsUnseenAsync<TRule>(string actor)
    {
        await using var ground = new GroundWithout<TRule>();
        await ground.InitializeAsync();
        var lines = Matrix.Requests.Values.Where(l => l.Allowed.ContainsKey(Side.OfA) && l.Allowed[Side.OfA].Contains(actor) && !l.Allowed[Side.OfB].Contains(actor)
            && l.Request != OfOnesOwn).ToList();
        var unseen = new List<string>();
        foreach (var line in lines)
        {
            if (!await TurnsRedAsync(ground, line))
            {
                unseen.Add(line.Request);
            }
        }

        Assert.NotEmpty(lines);
        Assert.Empty(unseen);
    }

    /// <summary>About the sender's account, not about a site.</summary>
    private const string OfOnesOwn = "EndAbsence";

    private static async Task<bool> TurnsRedAsync(Ground ground, Matrix.Line line)
    {
        foreach (var expected in line.Cases)
        {
            try
            {
                if (!expected.IsMetBy(await ground.AnswerAsync(line.Request, new Case(ground, expected.Actor, ground.About(expected.Side)))))
                {
                    return true;
                }
            }
            catch (InvalidOperationException) // let through to a handler that counts on an account
            {
                return true;
            }
        }

        return false;
    }
}
