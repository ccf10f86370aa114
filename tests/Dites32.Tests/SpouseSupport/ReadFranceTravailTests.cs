using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport;
using Dites32.Tests.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.SpouseSupport;

/// <summary>The offers of France Travail come each night; nothing that goes wrong there loses anything here.</summary>
public sealed class ReadFranceTravailTests : SpouseTest
{
    private FranceTravailServer server = null!;

    public override async ValueTask InitializeAsync()
    {
        server = await FranceTravailServer.StartAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected override Dictionary<string, string?> Settings() => new(base.Settings())
    {
        ["FranceTravail:Address"] = server.Address,
        ["FranceTravail:TokenAddress"] = server.TokenAddress,
        ["FranceTravail:ClientId"] = FranceTravailServer.ClientId,
        ["FranceTravail:ClientSecret"] = FranceTravailServer.Secret,
    };

    [Fact]
    public async Task All_pages_are_read_with_one_token_and_what_has_gone_is_closed()
    {
        for (var i = 0; i < 310; i++)
        {
            server.With($"A{i:000}", $"Comptable {i}");
        }

        var reading = await ReadAsync();
        Assert.Equal((ReadingOutcome.Complete, 310, 310, 0, 0), (reading.Outcome, reading.Taken, reading.Added, reading.Closed, reading.Skipped));
        Assert.Equal(["0-149", "150-299", "300-449"], server.Asked.Select(q => q.Split("range=")[1]));
        Assert.Equal(1, server.TokensGiven);

        server.Offers.Remove("A007");
        server.With("B000", "Fiscaliste");
        Clock.Advance(TimeSpan.FromDays(1));
        reading = await ReadAsync();
        Assert.Equal((310, 1, 1), (reading.Taken, reading.Added, reading.Closed));
        Assert.Equal((310, 1), (await OpenAsync(), await BehindTheWallAsync(db => db.Vacancies.CountAsync(v => v.ExternalId == "A007" && v.ClosedAt != null, Stop))));

        server.With("A007", "Comptable revenu");
        Clock.Advance(TimeSpan.FromDays(1));
        reading = await ReadAsync();
        Assert.Equal((311, 0, 0), (reading.Taken, reading.Added, reading.Closed));
        Assert.Equal("Comptable revenu", await BehindTheWallAsync(db => db.Vacancies.Where(v => v.ExternalId == "A007" && v.ClosedAt == null).Select(v => v.Title).SingleAsync(Stop)));
    }

    [Fact]
    public async Task More_offers_than_one_search_gives_are_read_by_the_time_of_their_creation()
    {
        for (var i = 0; i < 2500; i++)
        {
            server.With($"A{i:0000}", "Comptable", createdAt: Clock.Now.AddHours(-i * 7 / 10));
        }

        Assert.Equal((ReadingOutcome.Complete, 2500), await ReadAsync() is var r ? (r.Outcome, r.Taken) : default);
    }

    [Fact]
    public async Task An_offer_keeps_what_helps_and_nobodys_name()
    {
        var offer = server.With("A1", "Comptable   général");
        offer["description"] = $"Appelez Mme Dupont au 05 62 99 99 99 ou écrivez à canarine@example.org. {new string('a', 3000)}";
        server.With("A2", "Apprenti")["alternance"] = true;
        server.With("A3", "Sans employeur", contract: "SAI")["entreprise"] = new { };
        server.With("A4", "Mauvais lien", contract: "LIB")["origineOffre"] = new { urlOrigine = "javascript:alert(1)" };
        server.With("A5", "Sans code", contract: "MIS")["romeCode"] = "??";
        server.With("X1", "Ailleurs", commune: "31555");
        server.With("X2", "Contrat inconnu", contract: "ZZZ");
        server.With("X3", "Nulle part")["lieuTravail"] = new { libelle = "32 - Gers" };
        server.With("A6", "Par son nom")["lieuTravail"] = new { libelle = "32 - FLEURANCE", codePostal = "32500" };

        var reading = await ReadAsync();
        Assert.Equal((6, 3), (reading.Taken, reading.Skipped));
        var rows = await BehindTheWallAsync(db => db.Vacancies.AsNoTracking().OrderBy(v => v.ExternalId).ToListAsync(Stop));
        Assert.Equal([JobContract.Permanent, JobContract.Apprenticeship, JobContract.FixedTerm, JobContract.SelfEmployed, JobContract.Temporary, JobContract.Permanent], rows.Select(v => v.Contract));
        Assert.Equal(("32013", "M1203", "https://candidat.francetravail.fr/offres/recherche/detail/A1", "Cabinet des Bastides"), (rows[0].InseeCode, rows[0].RomeCode, rows[0].Address, rows[0].EmployerName));
        Assert.InRange(rows[0].Description!.Length, 1000, JobVacancy.MaxDescriptionLength);
        Assert.Equal((null, null, null), (rows[2].EmployerName, rows[3].Address, rows[4].RomeCode));
        foreach (var personal in new[] { "anarine", "99 99", "example.org" })
        {
            Assert.Equal(0, await AskOwnerAsync<long>($"SELECT count(*) FROM spouse.job_vacancy AS v WHERE v::text LIKE '%{personal}%'"));
        }
    }

    [Fact]
    public async Task A_partner_is_proposed_an_offer_of_France_Travail_with_its_origin_and_its_link()
    {
        server.With("A1", "Enseignante de lettres")["entreprise"] = new { };
        await ReadAsync();
        var caseworker = await CaseworkerAsync();
        var spouse = await InSpaceAsync();
        var id = (await FileAsync()).Id;
        var found = Assert.Single((await SendAsync(caseworker, new SearchLeads(id, "lettres", null, null))).Value.Leads);
        Assert.Equal(("Employeur non précisé", JobSource.FranceTravail), (found.EmployerName, found.Source));
        Assert.Equal("Employeur non précisé", Assert.Single((await SendAsync(caseworker, new MatchLeads(id))).Value.Best).EmployerName);

        Assert.Null((await SendAsync(caseworker, new ProposeJobLead(id, found.VacancyId))).Error);
        var lead = Assert.Single((await SendAsync(spouse, new GetMySpouseCase())).Value.Leads);
        Assert.Equal((JobSource.FranceTravail, "https://candidat.francetravail.fr/offres/recherche/detail/A1", true), (lead.Source, lead.Address, lead.IsOpen));

        server.Offers.Clear();
        Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal((ReadingOutcome.Complete, 0, 1), await ReadAsync() is var r ? (r.Outcome, r.Taken, r.Closed) : default); // 204
        Assert.Equal("spouse.vacancy-closed", (await SendAsync(caseworker, new ProposeJobLead(id, found.VacancyId))).Error?.Code);

        Clock.Advance(TimeSpan.FromDays(91));
        await SendAsync(Actor.System, new SweepSpouseSupport());
        Assert.Single((await SendAsync(caseworker, new GetSpouseCase(id))).Value.Leads); // it was somebody's: it stays
    }

    [Fact]
    public async Task A_service_that_is_busy_for_a_moment_is_waited_for()
    {
        server.With("A1", "Comptable");
        var refusals = 0;
        server.Instead = context => Task.FromResult(Busy(context, "1", refusals++ == 0));

        Assert.Equal((ReadingOutcome.Complete, 1), await ReadAsync() is var r ? (r.Outcome, r.Taken) : default);
        Assert.Equal(2, server.Asked.Count);
    }

    [Fact]
    public async Task A_service_that_is_busy_for_longer_is_left_in_peace_as_long_as_it_asks()
    {
        server.With("A1", "Comptable");
        server.Instead = context => Task.FromResult(Busy(context, "1800", true));
        Assert.Equal(ReadingOutcome.Busy, (await ReadAsync()).Outcome);
        server.Instead = null;

        Clock.Advance(TimeSpan.FromMinutes(29));
        await ReadAsync();
        Assert.Single(server.Asked);
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(ReadingOutcome.Complete, (await ReadAsync()).Outcome);
    }

    [Fact]
    public async Task A_token_that_has_expired_is_asked_for_once_again()
    {
        server.With("A1", "Comptable");
        await ReadAsync();
        server.IsExpired = true;
        Clock.Advance(TimeSpan.FromMinutes(20)); // it was promised for longer
        await BehindTheWallAsync(db => db.Readings.ExecuteDeleteAsync(Stop));
        Assert.Equal((ReadingOutcome.Complete, 2), await ReadAsync() is var r ? (r.Outcome, server.TokensGiven) : default);

        Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal((ReadingOutcome.Complete, 3), await ReadAsync() is var s ? (s.Outcome, server.TokensGiven) : default); // its time was over

        server.Instead = context =>
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.FromResult(true);
        };
        Clock.Advance(TimeSpan.FromDays(1));
        var asked = server.Asked.Count;
        Assert.Equal((ReadingOutcome.Refused, 2), await ReadAsync() is var t ? (t.Outcome, server.Asked.Count - asked) : default);
    }

    [Theory]
    [InlineData("down", ReadingOutcome.Unreachable), InlineData("html", ReadingOutcome.Unreadable), InlineData("cut", ReadingOutcome.Unreadable),
        InlineData("other", ReadingOutcome.Unreadable), InlineData("typed", ReadingOutcome.Unreadable), InlineData("range", ReadingOutcome.Unreadable),
        InlineData("elsewhere", ReadingOutcome.Unreadable), InlineData("forbidden", ReadingOutcome.Refused), InlineData("gone", ReadingOutcome.Unreachable)]
    public async Task Whatever_goes_wrong_nothing_is_lost_and_the_next_reading_goes_on(string how, ReadingOutcome outcome)
    {
        for (var i = 0; i < 200; i++)
        {
            server.With($"A{i:000}", "Comptable");
        }

        await ReadAsync();
        server.Offers.Remove("A000");
        Clock.Advance(TimeSpan.FromDays(1));
        server.Instead = async context =>
        {
            if (!context.Request.QueryString.Value!.Contains("range=150", StringComparison.Ordinal))
            {
                return false; // the first page is good, the second one is not
            }

            if (how == "gone")
            {
                context.Abort();
                return true;
            }

            context.Response.StatusCode = how switch { "down" => 503, "forbidden" => 403, "range" => 206, "elsewhere" => 302, _ => 200 };
            context.Response.Headers.Location = "https://example.org/";
            await context.Response.WriteAsync(how switch
            {
                "html" => "<p>Maintenance</p>",
                "cut" => "{\"resultats\":[{\"id\":\"A1",
                "typed" => "{\"resultats\":[{\"id\":{}}]}",
                "range" => "{\"resultats\":[]}",
                _ => "{\"erreur\":\"oups\"}",
            });
            return true;
        };

        var failed = await ReadAsync();
        Assert.Equal((outcome, 0, 0), (failed.Outcome, failed.Taken, failed.Closed));
        Assert.Equal(200, await OpenAsync());
        server.Instead = null;
        Assert.Equal((ReadingOutcome.Complete, 1), await ReadAsync() is var r ? (r.Outcome, r.Closed) : default);
    }

    [Fact]
    public async Task While_the_list_changes_under_the_reading_nothing_is_closed()
    {
        for (var i = 0; i < 300; i++)
        {
            server.With($"A{i:000}", "Comptable");
        }

        await ReadAsync();
        Clock.Advance(TimeSpan.FromDays(1));
        server.Instead = context =>
        {
            if (context.Request.QueryString.Value!.Contains("range=150", StringComparison.Ordinal))
            {
                server.Offers.Remove("A000"); // the others move up: the 151st is on no page
            }

            return Task.FromResult(false);
        };

        Assert.Equal((ReadingOutcome.Partial, 299, 0), await ReadAsync() is var r ? (r.Outcome, r.Taken, r.Closed) : default);
        Assert.Equal(300, await OpenAsync());
    }

    [Fact]
    public async Task It_is_read_once_a_day_and_two_at_once_add_nothing_twice()
    {
        server.With("A1", "Comptable");
        await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ => Assert.Null((await SendAsync(Actor.System, new ReadFranceTravail())).Error)));
        Assert.Equal(1, await OpenAsync());
        var asked = server.Asked.Count;
        await ReadAsync();
        Assert.Equal(asked, server.Asked.Count);
    }

    [Fact]
    public async Task A_caseworker_reads_how_it_went_in_plain_words()
    {
        var settings = Settings().Where(s => s.Key.StartsWith("FranceTravail", StringComparison.Ordinal)).ToDictionary(s => s.Key, s => s.Value!);
        await using var connected = new WebApp(ConnectionString, Clock, settings: settings);
        var caseworker = await CaseworkerAsync();
        using var client = connected.ClientFor(caseworker);
        Assert.Contains("n'a pas encore été lu", (await client.GetPageAsync("/accompagnement/employeurs")).Text("[aria-labelledby=origines]"), StringComparison.Ordinal);

        server.With("A1", "Comptable");
        await ReadAsync();
        server.Instead = context => Task.FromResult(Busy(context, "3600", true));
        Clock.Advance(TimeSpan.FromDays(1));
        await ReadAsync();

        connected.SignIn(client, caseworker); // the session of the day before is over
        var panel = (await client.GetPageAsync("/accompagnement/employeurs")).Text("[aria-labelledby=origines]");
        foreach (var said in new[] { "1 France Travail", "lu pour la dernière fois le 2 mars 2026 à 10 h 00 : 1 offre", "France Travail nous a demandé d'attendre", "1 nouvelle" })
        {
            Assert.Contains(said, panel.Replace('\u00a0', ' '), StringComparison.Ordinal);
        }

        using var unconnected = App.ClientFor(caseworker); // the settings of a portal that nobody has set up
        Assert.Contains("France Travail n'est pas connecté", (await unconnected.GetPageAsync("/accompagnement/employeurs")).Text("[aria-labelledby=origines]"), StringComparison.Ordinal);
    }

    private static bool Busy(HttpContext context, string seconds, bool isBusy)
    {
        if (isBusy)
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            context.Response.Headers.RetryAfter = seconds;
        }

        return isBusy;
    }

    private async Task<FranceTravailReading> ReadAsync()
    {
        Assert.Null((await SendAsync(Actor.System, new ReadFranceTravail())).Error);
        return await BehindTheWallAsync(db => db.Readings.AsNoTracking().OrderByDescending(r => r.Id).FirstAsync(Stop));
    }

    private Task<int> OpenAsync() => BehindTheWallAsync(db => db.Vacancies.CountAsync(v => v.ClosedAt == null, Stop));
}

/// <summary>Without its settings the portal asks nobody anything.</summary>
public sealed class FranceTravailOffTests : SpouseTest
{
    [Fact]
    public async Task Off_by_default()
    {
        Assert.Null((await SendAsync(Actor.System, new ReadFranceTravail())).Error);
        Assert.Equal(0, await BehindTheWallAsync(db => db.Readings.CountAsync(Stop)));
        Assert.False((await SendAsync(await CaseworkerAsync(), new GetJobSources())).Value.IsConnected);
    }
}
