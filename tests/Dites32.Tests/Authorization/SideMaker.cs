using Dites32.Core.Accounts;
using Dites32.Core.Accounts.Sessions;
using Dites32.Core.Applications;
using Dites32.Core.Documents;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Dites32.Core.Territory;
using Dites32.Tests.Applications;
using Dites32.Tests.Documents;
using Dites32.Tests.Offers;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Authorization;

/// <summary>Makes all that may be A's or B's.</summary>
internal static class SideMaker
{
    public static async Task<Side> MakeAsync(Ground ground, string name, Actor person)
    {
        var site = await ground.SiteAsync(name: $"Centre {name}");
        var (offer, draft, toModerate) = (
            await ground.OfferAsync(site), await ground.OfferAsync(site, new SampleOffer { Status = OfferStatus.Draft }),
            await ground.OfferAsync(site, new SampleOffer { Status = OfferStatus.ToModerate }));
        var quiet = await ground.OfferAsync(site);
        var deputy = Account.Confirmed($"suppleant-{name}@example.org", "Sacha Essai", passwordHash: null);
        await ground.SaveAsync([deputy, .. AccountFactory.Roles(deputy, Role.SiteRecruiter), SiteMembership.Of(deputy.Id, site.Site.Id, ground.Clock.Now)]);
        var absence = new Absence(site.RecruiterId, deputy.Id, new DateOnly(2026, 5, 1), new DateOnly(2026, 5, 8));
        await ground.SaveAsync(absence);
        await AddPhotoAsync(ground, site, offer.Id);
        await ground.SendAsync(Actor.Anonymous, new AskQuestion(Guid.NewGuid(), offer.Number, "Lou Martin", $"lou-{name}@example.org", "Et le logement ?", false));
        var (card, moved) = (
            await ground.ApplyAsync(offer, $"alix-{name}@example.org", "Alix Martin"), await ground.ApplyAsync(offer, $"noa-{name}@example.org", "Noa Petit"));
        var (linked, twin) = (
            await ground.ApplyAsync(offer, $"lee-{name}@example.org", "Lee Faure"), await ground.ApplyAsync(offer, $"l.faure-{name}@example.org", "L. Faure"));
        Assert.Null((await ground.SendAsync(site.Recruiter, new LinkCandidates(linked.CandidateId, twin.CandidateId))).Error);
        var interview = await ground.InDatabaseAsync(db => db.Stages.Where(s => s.OfferId == offer.Id && s.Category == StageCategory.Interview).Select(s => s.Id).SingleAsync(Ground.Stop));
        await MoveAsync(ground, site, moved.Id, interview);
        var (sentDraftId, sender) = await ground.DraftAsync(offer, $"sasha-{name}@example.org", "Sasha Roux");
        Assert.Null((await ground.SendAsync(sender, new SubmitApplication(sentDraftId))).Error);
        var (draftId, writer) = await ground.DraftAsync(offer, $"robin-{name}@example.org", "Robin Blanc");
        var document = await ground.Service<DocumentStore>().AddAsync(writer, draftId, "cv.pdf", new MemoryStream(SampleFiles.Pdf()), Ground.Stop);
        Assert.Null((await ground.SendAsync(person.Holding((await ground.HolderAsync(card.Id)).LinkIds), new JoinApplication(card.Id))).Error);
        var (link, secret) = PersonalLink.ToApplication(card.Id, ground.Clock.Now);
        await ground.SaveAsync(link);
        var account = await ground.InDatabaseAsync(db => db.Users.SingleAsync(a => a.Id == person.AccountId, Ground.Stop));
        var newcomer = Account.Registered($"nouveau-{name}@example.org", "Lou Essai", "");
        await ground.SaveAsync(newcomer);
        var elsewhere = AccountSession.Open(account, SessionProof.Code, "Safari, iPhone", ground.Clock.Now);
        await ground.SaveAsync(elsewhere);
        var (spouseCaseId, spouseToken, jobLeadId, spouseTaskId, spouseMeetingId) = await ground.MakeSpouseAsync(name);
        var (coupleLinkId, comparisonId) = await ground.MakeCoupleAsync(name, person);
        return new Side(name)
        {
            SpouseCaseId = spouseCaseId,
            SpouseToken = spouseToken,
            JobLeadId = jobLeadId,
            CoupleLinkId = coupleLinkId,
            ComparisonId = comparisonId,
            SpouseTaskId = spouseTaskId,
            SpouseMeetingId = spouseMeetingId,
            AccountId = account.Id,
            Email = account.Email!,
            SignInToken = TokenOf(ground, LinkKind.SignIn, account),
            ConfirmationToken = TokenOf(ground, LinkKind.Confirmation, newcomer),
            NewAddressToken = ground.Service<AccountLinks>().ToNewAddress(account, $"autre-{name}@example.org").Split("jeton=")[1],
            ResetToken = TokenOf(ground, LinkKind.Reset, account),
            SessionId = elsewhere.Id,
            SessionPublicId = elsewhere.PublicId,
            OrganisationId = site.Organisation.Id,
            SiteId = site.Site.Id,
            RecruiterId = site.RecruiterId,
            DeputyId = deputy.Id,
            AbsenceId = absence.Id,
            OfferId = offer.Id,
            OfferNumber = offer.Number,
            PhotoHash = await ground.InDatabaseAsync(async db => (await db.Offers.SingleAsync(o => o.Id == offer.Id, Ground.Stop)).Photos[0].Hash),
            QuestionId = await ground.InDatabaseAsync(db => db.OfferQuestions.Where(q => q.OfferId == offer.Id).Select(q => q.Id).SingleAsync(Ground.Stop)),
            QuietOfferId = quiet.Id,
            DraftOfferId = draft.Id,
            OfferToModerateId = toModerate.Id,
            CardId = card.Id,
            MovedCardId = moved.Id,
            CandidateId = card.CandidateId,
            OtherCandidateId = moved.CandidateId,
            LinkedCandidateId = linked.CandidateId,
            InterviewStageId = interview,
            LinkSecret = secret,
            DraftId = draftId,
            DocumentId = document.Value.Id,
            SentDraftId = sentDraftId,
            LinkToJoinId = await ground.InDatabaseAsync(db => db.PersonalLinks.Where(l => l.ApplicationId == moved.Id).OrderBy(l => l.Id).Select(l => l.Id).FirstAsync(Ground.Stop)),
            LinkIds = [link.Id, writer.LinkIds[0], sender.LinkIds[0]],
        };
    }

    private static string TokenOf(Ground ground, LinkKind kind, Account account) => ground.Service<AccountLinks>().AddressOf(kind, account).Split("jeton=")[1];

    private static async Task AddPhotoAsync(Ground ground, SampleSite site, Guid offerId)
    {
        using var reception = new PhotoReception();
        var photo = await reception.ReceiveAsync(new MemoryStream(SamplePhotos.Png(400, 400, 1)), Ground.Stop);
        Assert.Null((await ground.SendAsync(site.Recruiter, new AddPhoto(offerId, "La salle d'attente", photo.Value))).Error);
    }

    private static async Task MoveAsync(Ground ground, SampleSite site, Guid cardId, Guid stageId)
    {
        var version = await ground.InDatabaseAsync(db => db.Applications.Where(a => a.Id == cardId).Select(a => EF.Property<uint>(a, "Version")).SingleAsync(Ground.Stop));
        Assert.Null((await ground.SendAsync(site.Recruiter, new MoveApplication(cardId, stageId, version))).Error);
    }
}
