using Dites32.Core.Accounts;
using Dites32.Core.Applications;
using Dites32.Core.Notifications;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Dites32.Core.Territory;
using Microsoft.EntityFrameworkCore;
using Portal = Dites32.E2E.Infrastructure.Portal;

namespace Dites32.E2E.Routes;

/// <summary>What the demo lacks for every page of the workspace to be seen in every state.</summary>
public sealed class WorkspaceRows(Portal portal) : IAsyncLifetime
{
    private const string LongName = "Anne-Élisabeth de Saint-Martin-d'Armagnac-en-Gascogne";

    /// <summary>Somebody who has just been invited: a recruiter without a site.</summary>
    public const string NewcomerEmail = "nouvelle@demo.dites32.example";

    private readonly Dictionary<string, string> values = [];

    public string Fill(string path) => values.Aggregate(path, (filled, value) => filled.Replace(value.Key, value.Value, StringComparison.Ordinal));

    public async ValueTask InitializeAsync()
    {
        var busy = await portal.FreshOfferAsync("Collaboration aux dossiers nombreux", [LongName, "Bruno Second", "Claire Troisième", .. Enumerable.Range(1, 60).Select(i => $"Personne {i:00}")]);
        var endedId = (await portal.FreshOfferAsync("Collaboration retirée", "Dominique Répondue")).Id;
        var quiet = await portal.FreshOfferAsync("Collaboration sans candidature");
        var staleId = (await portal.FreshOfferAsync("Collaboration expirée", "Éric Patient")).Id;
        var fleurance = await portal.OfferAsync(DemoOffer.Fleurance);
        await portal.InDatabaseAsync(async db =>
        {
            var (now, recruiter) = (DateTimeOffset.UtcNow, busy.ReferentId);
            var ended = await db.Offers.SingleAsync(o => o.Id == endedId);
            var stale = await db.Offers.Include(o => o.Stages).SingleAsync(o => o.Id == staleId);
            ended.Withdraw("Le cabinet ferme.", recruiter, now);
            db.Entry(stale).Property(o => o.ClosesOn).CurrentValue = now.ParisDay().AddDays(-3);
            stale.Expire(now);

            var draft = busy.Clone(Guid.NewGuid(), recruiter, now, now.ParisDay());
            var toModerate = busy.Clone(Guid.NewGuid(), recruiter, now, now.ParisDay());
            toModerate.Publish(mayPublishAlone: false, recruiter, now, now.ParisDay());
            var incomplete = fleurance.Clone(Guid.NewGuid(), recruiter, now, now.ParisDay()); // a public employer, without its declaration
            var open = OfferQuestion.Ask(Guid.NewGuid(), busy.Id, LongName, "alix@tres-long-nom-de-domaine-d-un-groupement-hospitalier.example.org", "Le logement accueille-t-il un chien ?", now);
            var answered = OfferQuestion.Ask(Guid.NewGuid(), busy.Id, "Alix", "alix@example.org", "Et un chat ?", now);
            answered.TryAnswer("Oui.", recruiter, now);

            var applications = await db.Applications.Include(a => a.Candidate).Where(a => a.OfferId == busy.Id).ToListAsync();
            var first = applications.Single(a => a.Candidate.Name == LongName);
            var twin = FreshOffer.Of(stale, LongName, now);
            var linked = FreshOffer.Of(stale, "Anne-Élisabeth Saint-Martin", now);
            linked.Candidate.LinkTo(first.Candidate.Id);
            var mission = await db.Users.SingleAsync(u => u.DisplayName == "Mathieu Darrieux");
            var newcomer = AccountFactory.Create(NewcomerEmail, "Nouvelle Venue", DemoAccounts.Password);
            db.AddRange(draft, toModerate, incomplete, open, answered, twin, linked, newcomer, Undelivered(first, now),
                new ApplicationNote(first.Id, recruiter, "Rappelée mardi, très motivée par le projet de santé.", Guid.NewGuid(), now),
                new Absence(recruiter, mission.Id, now.ParisDay(), now.ParisDay().AddDays(10)),
                Organisation.Create("Association sans site (démonstration)", OrganisationKind.Association, isPublicEmployer: false, siret: null).Value);
            db.AddRange(AccountFactory.Roles(newcomer, Role.SiteRecruiter));
            await db.SaveChangesAsync();

            var refused = await db.Stages.SingleAsync(s => s.OfferId == busy.Id && s.Category == StageCategory.Refused);
            (values["{busy}"], values["{quiet}"], values["{ended}"], values["{stale}"]) = ($"{busy.Id}", $"{quiet.Id}", $"{ended.Id}", $"{stale.Id}");
            (values["{draft}"], values["{incomplete}"], values["{moderated}"]) = ($"{draft.Id}", $"{incomplete.Id}", $"{toModerate.Id}");
            (values["{question}"], values["{answered}"]) = ($"{open.Id}", $"{answered.Id}");
            (values["{card}"], values["{person}"], values["{refused}"]) = ($"{first.Id}", $"{first.Candidate.Id}", $"{refused.Id}");
            (values["{site}"], values["{account}"], values["{fleurance}"]) = ($"{busy.SiteId}", $"{recruiter}", $"{fleurance.Id}");
            return 0;
        });
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static OutboxEmail Undelivered(Application application, DateTimeOffset now)
    {
        var mail = OutboxEmail.Of(new Email
        {
            Kind = "application.moved",
            To = application.Candidate.Email,
            Subject = "Votre candidature avance",
            Body = "",
            ReplyTo = new ReplyTo("site@demo.dites32.example", "Hélène Castéra"),
            AboutId = application.Id,
        }, "", null, now);
        mail.GivenUp("550", now);
        return mail;
    }
}
