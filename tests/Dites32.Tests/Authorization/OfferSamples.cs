using Dites32.Core.Offers;
using Dites32.Tests.Offers;

namespace Dites32.Tests.Authorization;

internal static class OfferSamples
{
    public static void AddTo(Samples samples)
    {
        AddReading(samples);
        AddWriting(samples);
        samples.Add(c => new AddPhoto(c.About.OfferId, "La terrasse", c.Ground.Photo));
        samples.Add(c => new ArrangePhotos(c.About.OfferId, c.Ground.VersionOf(c.About.OfferId), new PhotosForm { Photos = [new() { Hash = c.About.PhotoHash, Description = "L'accueil" }] }));
        samples.Add(c => new MayAddPhoto(c.About.OfferId, "La terrasse"));
        samples.Add(c => new AskQuestion(Guid.NewGuid(), c.About.OfferNumber, "Lou Martin", "lou@example.org", "Et l'école ?", false));
        samples.Add(c => new AnswerQuestion(c.About.QuestionId, "Oui, au-dessus du centre."));
        samples.Add(c => new GetHandOver(c.About.RecruiterId));
        samples.Add(c => new HandOver(c.About.RecruiterId, c.About.DeputyId));
        samples.Add(c => new EndAbsence(c.About.AbsenceId));
        samples.Add(c => new LeaveDeputy(DeputyFor(c), "2026-03-04", "2026-03-20"));
    }

    private static void AddReading(Samples samples)
    {
        samples.Add(c => new GetOfferForm(c.About.OfferId));
        samples.Add(c => new GetNewOfferForm(OfferKind.HealthCentrePost, c.About.SiteId));
        samples.Add(c => new GetOfferWorkspace(c.About.OfferId));
        samples.Add(c => new GetPhotos(c.About.OfferId));
        samples.Add(_ => new GetSitemapParts());
        samples.Add(c => new GetStages(c.About.OfferId));
        samples.Add(_ => new ListAbsences());
        samples.Add(_ => new ListMyOffers(null, null, 1));
        samples.Add(_ => new ListNewestOffers(new OfferSearch()));
        samples.Add(_ => new ListOfferAddresses(0, int.MaxValue));
        samples.Add(_ => new ListOffersToModerate());
        samples.Add(_ => new ListQuestions());
        samples.Add(c => new PreviewOffer(c.About.DraftOfferId));
        samples.Add(c => new PreviewPhoto(c.About.OfferId, c.About.PhotoHash, PhotoSize.Small));
        samples.Add(_ => new SearchOffers(new OfferSearch()));
        samples.Add(c => new ViewOffer(c.About.OfferNumber));
        samples.Add(c => new ViewPhoto(c.About.OfferNumber, c.About.PhotoHash, PhotoSize.Small));
        samples.Add(c => new ViewQuestion(c.About.QuestionId));
    }

    private static void AddWriting(Samples samples)
    {
        samples.Add(c => new WriteOffer(Guid.NewGuid(), OfferKind.HealthCentrePost, c.About.SiteId, FormBy(c)));
        samples.Add(c => new EditOffer(c.About.DraftOfferId, c.Ground.VersionOf(c.About.DraftOfferId), FormBy(c)));
        samples.Add(c => new CloneOffer(c.About.OfferId, Guid.NewGuid()));
        samples.Add(c => new AbandonDraft(c.About.DraftOfferId));
        samples.Add(c => new PublishOffer(c.About.DraftOfferId, c.Ground.VersionOf(c.About.DraftOfferId)));
        samples.Add(c => new ApproveOffer(c.About.OfferToModerateId, c.Ground.VersionOf(c.About.OfferToModerateId)));
        samples.Add(c => new SendBackOffer(c.About.OfferToModerateId, c.Ground.VersionOf(c.About.OfferToModerateId), "Précisez les horaires."));
        samples.Add(c => new RenewOffer(c.About.OfferId, "2026-06-30"));
        samples.Add(c => new ArrangeStages(c.About.OfferId, c.Ground.StagesOf(c.About.OfferId)));
    }

    private static OfferForm FormBy(Case c) => RecruitingTest.Form(c.About.RecruiterId);

    /// <summary>A colleague of the sender: of the site for its recruiter, of the mission for the others.</summary>
    private static Guid DeputyFor(Case c) => c.Actor switch
    {
        Actors.RecruiterA => c.Ground.About(Side.OfA).DeputyId,
        Actors.RecruiterB => c.Ground.About(Side.OfB).DeputyId,
        _ => c.Ground.ColleagueId,
    };
}
