using Dites32.Core.Candidates;
using Dites32.Core.Candidates.AnnuaireSante;
using Dites32.Core.Shared;
using Dites32.Tests.Applications;
using Dites32.Tests.Infrastructure;
using Dites32.Tests.Offers;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Candidates;

/// <summary>The Annuaire Santé says whose number it is; the recruiter reads that, and that it proves little.</summary>
public sealed class LookUpRppsTests : WebTest
{
    private const string Known = "10001234567", Elsewhere = "10007654321", Closed = "10005555555", Nobodys = "10009999999", Joined = "10002222222";
    private DirectoryServer server = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public override async ValueTask InitializeAsync()
    {
        server = (await DirectoryServer.StartAsync()).With(Known, "DE LA TOUR", "HÉLÈNE").With(Elsewhere, "LAFITTE", "PAUL").With(Joined, "LECOEUR-MARTIN", "ANNE").With(Closed, "DUPOUY", "CLAIRE", isActive: false);
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected override Dictionary<string, string?> Settings()
    {
        var settings = base.Settings();
        settings["AnnuaireSante:Address"] = server.Address;
        settings["AnnuaireSante:ApiKey"] = DirectoryServer.ApiKey;
        return settings;
    }

    [Fact]
    public async Task Each_number_is_looked_up_once_and_compared_with_the_name_that_was_typed()
    {
        var offer = await this.OfferAsync();
        foreach (var (name, rpps) in new[] { ("Dr Hélène de la Tour", Known), ("Jeanne Abadie", Elsewhere), ("Claire Dupouy", Closed), ("Alix Martin", Nobodys), ("Sans Numéro", "") })
        {
            await this.ApplyAsync(offer, $"{rpps}a@exemple.fr", name, rpps);
        }

        await LookUpAsync();
        await LookUpAsync();

        Assert.Equal([Known, Closed, Elsewhere, Nobodys], server.Asked.Order(StringComparer.Ordinal));
        Assert.Equal([DirectoryAnswer.Closed, DirectoryAnswer.OtherName, DirectoryAnswer.SameName, DirectoryAnswer.Unknown], await AnswersAsync());
    }

    [Fact]
    public async Task The_directory_writes_in_capitals_and_people_as_they_like()
    {
        await this.ApplyAsync(await this.OfferAsync(), name: "Anne Lecœur Martin", rpps: Joined);
        await LookUpAsync();

        Assert.Equal([DirectoryAnswer.SameName], await AnswersAsync());
    }

    [Fact]
    public async Task The_recruiter_reads_what_the_directory_says_beside_a_number_that_stays_unverified()
    {
        var site = await this.SiteAsync();
        var application = await this.ApplyAsync(await this.OfferAsync(site), name: "Hélène de la Tour", rpps: Known);
        await LookUpAsync();
        using var client = App.ClientFor(site.Recruiter);

        var card = await client.GetPageAsync($"/recruteur/candidatures/{application.Id}");

        Assert.Contains("RPPS non vérifié", card.Text(".contact-card"), StringComparison.Ordinal);
        Assert.Contains("à ce nom dans l'Annuaire Santé", card.Text(".contact-card"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_directory_that_is_busy_is_left_in_peace_as_long_as_it_asks()
    {
        await this.ApplyAsync(await this.OfferAsync(), rpps: Known);
        server.Instead = context =>
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            context.Response.Headers.RetryAfter = "90";
            return Task.CompletedTask;
        };
        await LookUpAsync();
        server.Instead = null;

        Clock.Advance(TimeSpan.FromSeconds(89));
        await LookUpAsync();
        Assert.Single(server.Asked);
        Clock.Advance(TimeSpan.FromSeconds(1));
        await LookUpAsync();

        Assert.Equal(2, server.Asked.Count);
        Assert.Equal([DirectoryAnswer.OtherName], await AnswersAsync());
    }

    [Theory]
    [InlineData("down"), InlineData("html"), InlineData("cut"), InlineData("other"), InlineData("refused")]
    public async Task A_directory_that_fails_answers_nothing_and_is_asked_again(string how)
    {
        await this.ApplyAsync(await this.OfferAsync(), name: "Hélène de la Tour", rpps: Known);
        server.Instead = context =>
        {
            context.Response.StatusCode = how switch { "down" => 503, "refused" => 403, _ => 200 };
            context.Response.ContentType = how == "html" ? "text/html" : "application/fhir+json";
            return context.Response.WriteAsync(how switch { "html" => "<p>Maintenance</p>", "cut" => "{\"resourceType\":\"Bun", _ => "{\"resourceType\":\"OperationOutcome\"}" });
        };

        await LookUpAsync();
        Assert.Equal([null], await AnswersAsync());
        server.Instead = null;
        Clock.Advance(TimeSpan.FromMinutes(6));
        await LookUpAsync();

        Assert.Equal([DirectoryAnswer.SameName], await AnswersAsync());
    }

    [Fact]
    public async Task An_erased_person_leaves_no_answer_behind()
    {
        var application = await this.ApplyAsync(await this.OfferAsync(), name: "Hélène de la Tour", rpps: Known);
        await LookUpAsync();

        Assert.Null((await SendAsync(await this.HolderAsync(application.Id), new Core.Privacy.EraseApplication(application.Id))).Error);

        Assert.Equal([null], await AnswersAsync());
    }

    private async Task LookUpAsync() => Assert.Null((await SendAsync(Actor.System, new LookUpRpps())).Error);

    private Task<List<DirectoryAnswer?>> AnswersAsync() => InDatabaseAsync(db => db.Candidates.Where(c => c.Rpps != null || c.Name == Candidate.ErasedName)
        .OrderBy(c => c.DirectoryAnswer).Select(c => c.DirectoryAnswer).ToListAsync(Stop));
}
