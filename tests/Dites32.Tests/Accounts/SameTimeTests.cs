using System.Diagnostics;
using System.Net;
using Dites32.Core.Accounts;
using Dites32.Core.Shared;
using Dites32.Tests.Infrastructure;

namespace Dites32.Tests.Accounts;

/// <summary>Three hundred known addresses and as many unknown ones, by turns: the medians of the answers tell nothing.</summary>
[Collection(Alone.Name), Trait("Category", "Long")]
public sealed class SameTimeTests(ITestOutputHelper output) : AccountTest
{
    private const int Each = 300;

    [Theory]
    [InlineData("connexion", "/connexion", "connexion")]
    [InlineData("inscription", "/inscription", "inscription")]
    [InlineData("mot de passe oublié", "/mot-de-passe-oublie", "oubli")]
    [InlineData("renvoi", "/inscription/verifier", "renvoi")]
    [InlineData("lien de connexion", "/connexion/lien", "lien")]
    public async Task The_time_of_an_answer_does_not_tell_who_has_an_account(string name, string url, string form)
    {
        var hash = Passwords.Hash(Password);
        foreach (var chunk in Enumerable.Range(0, Each).Chunk(100))
        {
            var accounts = chunk.Select(i => Account.Confirmed($"connue{i}@example.org", "Claire Dupouy", hash)).ToList();
            await SaveAsync([.. accounts, .. accounts.SelectMany(a => AccountFactory.Roles(a, [Role.Candidate]))]);
        }

        using var visitor = Visitor();
        var page = await visitor.GetPageAsync(url);
        var (known, unknown) = (new List<double>(), new List<double>());
        for (var i = -10; i < Each; i++)
        {
            foreach (var (times, address) in i % 2 == 0 ? new[] { (known, "connue"), (unknown, "inconnue") } : [(unknown, "inconnue"), (known, "connue")])
            {
                var watch = Stopwatch.GetTimestamp();
                using var answer = await visitor.SubmitAsync(
                    page, url, form, ("Input.DisplayName", "Claire"), ("Input.Email", $"{address}{Math.Abs(i)}@example.org"), ("Input.Password", "quatre oies au bord de l'eau"));
                Assert.Equal(form == "connexion" ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.Found, answer.StatusCode);
                if (i >= 0) // the first ones warm up
                {
                    times.Add(Stopwatch.GetElapsedTime(watch).TotalMilliseconds);
                }
            }
        }

        var (ofKnown, ofUnknown) = (MedianOf(known), MedianOf(unknown));
        output.WriteLine(FormattableString.Invariant($"Measured: {name}: median of {Each} known addresses {ofKnown:0.00} ms, of {Each} unknown ones {ofUnknown:0.00} ms"));
        Assert.True(Math.Abs(ofKnown - ofUnknown) < Math.Max(1, 0.05 * Math.Max(ofKnown, ofUnknown)), $"{ofKnown} ms known, {ofUnknown} ms unknown");
    }

    private static double MedianOf(List<double> times)
    {
        times.Sort();
        return (times[(times.Count - 1) / 2] + times[times.Count / 2]) / 2;
    }
}
