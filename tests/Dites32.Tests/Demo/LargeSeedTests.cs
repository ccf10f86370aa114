using Dites32.Core.Applications;
using Dites32.Core.Candidates;
using Dites32.Core.Demo;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Dites32.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Dites32.Tests.Demo;

public sealed class LargeSeedTests : CoreTest
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_made_up_data_is_what_the_entities_would_have_written()
    {
        var added = await SeedAsync(300, 600);

        Assert.Equal((300, 3600, 600, 600), (added.Offers, added.Stages, added.Candidates, added.Applications));
        var offers = await InDatabaseAsync(db => db.Offers.AsNoTracking().Include(o => o.Stages).Include(o => o.History).AsSplitQuery().ToListAsync(Stop));
        Assert.Equal(Enumerable.Range(1, 300), offers.Select(o => o.Number).Order());
        Assert.InRange(offers.Count(o => o.IsOpen(Clock.Today())), 40, 80); // a fifth
        Assert.True(OfferKinds.All.Count - offers.Select(o => o.Kind).Distinct().Count() <= 2);
        await CheckTextsAsync(offers);
        foreach (var offer in offers)
        {
            Assert.Equal(StageTemplate.Usual, offer.Stages.OrderBy(s => s.Position).Select(s => s.ToTemplate() with { AnswerDays = null }));
            Assert.Equal(OfferEventKind.Created, offer.History.OrderBy(e => e.Id).First().Kind);
            Assert.All(offer.History, happened => Assert.True(happened.At <= Clock.Now));
            Assert.All(offer.Details, answer => Assert.Equal(answer.Value, OfferFields.Find(answer.Key)!.Parse(answer.Value).Value));
            Assert.All(OfferFields.Of(offer.Kind).Where(f => f.IsRequired(offer.Kind)), f => Assert.Contains(f.Code, offer.Details.Keys));
        }
    }

    [Fact]
    public async Task Every_made_up_application_went_a_way_that_the_pipeline_allows()
    {
        await SeedAsync(300, 600);

        var stages = await InDatabaseAsync(db => db.Stages.AsNoTracking().ToDictionaryAsync(s => s.Id, Stop));
        var applications = await InDatabaseAsync(db =>
            db.Applications.AsNoTracking().Include(a => a.Candidate).Include(a => a.History).AsSplitQuery().ToListAsync(Stop));
        foreach (var application in applications)
        {
            var stage = stages[application.StageId];
            Assert.Equal((application.OfferId, application.Category), (stage.OfferId, stage.Category));
            var moves = application.History.OrderBy(e => e.Id).Where(e => e.ToCategory is not null).ToList();
            Assert.Equal(ApplicationEventKind.Submitted, moves[0].Kind);
            Assert.Equal(application.Category, moves[^1].ToCategory);
            Assert.All(moves.Skip(1), m => Assert.True(PipelineRules.Allows(
                m.FromCategory!.Value, m.ToCategory!.Value, m.Kind == ApplicationEventKind.Withdrawn ? PipelineRole.Person : PipelineRole.Recruiter)));
            Assert.All(application.History, happened => Assert.True(happened.At <= Clock.Now));
            Assert.True(application.Candidate.Rpps is null || Rpps.HasGoodKey(application.Candidate.Rpps));
            Assert.Equal(EmailAddress.Normalise(application.Candidate.Email), application.NormalisedEmail);
        }

        Assert.True(applications.GroupBy(a => a.OfferId).Max(g => g.Count()) >= 15); // few offers with many
    }

    [Fact]
    public async Task It_adds_to_what_is_there_with_the_same_texts()
    {
        await SeedAsync(40, 60);
        await SeedAsync(40, 60);

        var titles = await InDatabaseAsync(db => db.Offers.Select(o => o.Title).ToListAsync(Stop));
        Assert.Equal(80, titles.Count);
        Assert.All(titles.GroupBy(t => t), same => Assert.Equal(0, same.Count() % 2));
        Assert.Equal(120, await InDatabaseAsync(db => db.Applications.CountAsync(Stop)));
    }

    private async Task CheckTextsAsync(List<Offer> offers)
    {
        var places = await InDatabaseAsync(db => db.Sites.Join(db.Communes, s => s.InseeCode, c => c.InseeCode, (s, c) => new { s, c })
            .Join(db.Epcis, x => x.c.EpciCode, e => e.Code, (x, e) => new { x.s.Id, Site = x.s.Name, Commune = x.c, Epci = e.Name })
            .ToDictionaryAsync(p => p.Id, Stop));
        var specialties = await InDatabaseAsync(db => db.Specialties.ToDictionaryAsync(s => s.Code, s => s.Label, Stop));
        foreach (var offer in offers)
        {
            var place = places[offer.SiteId];
            var written = Offer.Draft(Guid.NewGuid(), offer.Kind, new OfferText
            {
                SiteId = offer.SiteId,
                Title = offer.Title,
                Description = offer.Description,
                SpecialtyCode = offer.SpecialtyCode,
                StartsOn = offer.StartsOn,
                Ranges = offer.Ranges,
                ClosesOn = offer.ClosesOn,
                ReferentId = offer.ReferentId,
                IsAnonymous = offer.IsAnonymous,
                Details = offer.Details,
            }, new OfferPlace(place.Commune.InseeCode, place.Commune.Name, place.Commune.EpciCode, place.Epci, place.Site,
                offer.SpecialtyCode is null ? null : specialties[offer.SpecialtyCode]), offer.ReferentId, offer.CreatedAt);
            Assert.Equal(
                (written.SearchText, written.Slug, written.InseeCode, written.EpciCode, written.HasHousing, written.Zone, written.EndsOn),
                (offer.SearchText, offer.Slug, offer.InseeCode, offer.EpciCode, offer.HasHousing, offer.Zone, offer.EndsOn));
        }
    }

    private Task<LargeSeedResult> SeedAsync(int offers, int applications) => LargeSeed.RunAsync(
        $"{DatabaseTemplate.Server};Database={new NpgsqlConnectionStringBuilder(ConnectionString).Database};Pooling=false", offers, applications, Clock, Stop);
}
