using Dites32.Core.Applications;
using Dites32.Core.Shared;
using Dites32.Tests.Offers;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Applications;

public sealed class ApplicationSearchTests : PipelineTest
{
    private const string Spontaneous = "Dr Hélène Castéra-Œuvrard";

    [Theory]
    [InlineData("castera", Spontaneous)]
    [InlineData("HÉLÈNE œuvrard", Spontaneous)]
    [InlineData("ouvert lectoure", Spontaneous)] // what she wrote, and where she would like to be
    [InlineData("we", "Li Wei")] // the beginning of a word
    [InlineData("ei", "")] // and not its end
    [InlineData("wei@exemple", "Li Wei")]
    [InlineData("0001234", "Li Wei")] // within the RPPS number
    [InlineData("100 %", "Li Wei")]
    [InlineData("100_", "")] // a character, not any character
    [InlineData("wei lectoure", "")]
    public async Task Every_word_is_found_wherever_it_was_written(string words, string expected)
    {
        await WriteAsync();

        var found = (await SendAsync(await MissionAsync(), new SearchCandidates(words, 1))).Value;

        Assert.Equal(expected, string.Join(", ", found.Items.Select(f => f.Name)));
    }

    [Theory]
    [InlineData("castera", "")]
    [InlineData("we", "Li Wei")]
    [InlineData("wei disponible", "Li Wei")]
    public async Task Among_the_applications_to_an_offer_the_same_words_find_the_same(string words, string expected)
    {
        var (recruiter, offer) = await WriteAsync();

        var found = (await SendAsync(recruiter, new ListApplications(offer, null, false, words, ApplicationSort.Oldest, 1))).Value;

        Assert.Equal(expected, string.Join(", ", found.Page.Items.Select(f => f.Name)));
    }

    [Fact]
    public async Task A_recruiter_finds_only_what_they_manage()
    {
        var (recruiter, _) = await WriteAsync();

        Assert.Empty((await SendAsync(recruiter, new SearchCandidates("castera", 1))).Value.Items);
        Assert.Single((await SendAsync(recruiter, new SearchCandidates("wei", 1))).Value.Items);
    }

    [Theory]
    [InlineData("castera")]
    [InlineData("wei@exemple.fr")]
    [InlineData("10001234567")]
    [InlineData("disponible en juillet")]
    [InlineData("li")]
    public async Task Each_column_is_searched_by_its_index(string words)
    {
        await WriteAsync();

        var plan = await InDatabaseAsync(async db =>
        {
            var mission = Actor.Account(Guid.NewGuid(), [Role.Dites32Recruiter]);
            await using var transaction = await db.Database.BeginTransactionAsync(Stop);
            // On three rows reading everything is always cheaper: what is asked is whether the indexes can serve at all.
            await db.Database.ExecuteSqlRawAsync("SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = off; SET LOCAL enable_indexonlyscan = off", Stop);
            await using var command = db.Applications.ManageableBy(db, mission).MentioningAmongAll(db, words).CreateDbCommand();
            command.CommandText = $"EXPLAIN {command.CommandText}";
            var lines = new List<string>();
            await using var reader = await command.ExecuteReaderAsync(Stop);
            while (await reader.ReadAsync(Stop))
            {
                lines.Add(reader.GetString(0));
            }

            return string.Join('\n', lines);
        });

        foreach (var _ in words.Split(' '))
        {
            Assert.Contains("Bitmap Index Scan on ix_candidate_search", plan, StringComparison.Ordinal);
            Assert.Contains("Bitmap Index Scan on ix_application_search", plan, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Seq Scan on candidate", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Seq Scan on application", plan, StringComparison.Ordinal);
    }

    private async Task<(Actor Recruiter, Guid Offer)> WriteAsync()
    {
        var site = await this.SiteAsync();
        var offer = await this.OfferAsync(site);
        await ApplyAsync(offer, "Li Wei", email: "wei@exemple.fr", message: "Disponible à 100 % en juillet.", rpps: "10001234567");
        var spontaneous = await ApplyAsync(null, Spontaneous, email: "h.castera@exemple.fr", message: "Je suis ouverte à tout.");
        await InDatabaseAsync(db => db.Database.ExecuteSqlAsync(
            $"UPDATE application SET wishes = jsonb_set(wishes, ARRAY['Where'], '\"Près de Lectoure\"') WHERE id = {spontaneous}", Stop));
        return (site.Recruiter, offer.Id);
    }
}
