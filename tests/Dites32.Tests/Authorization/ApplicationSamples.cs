using Dites32.Core.Applications;
using Dites32.Core.Candidates;

namespace Dites32.Tests.Authorization;

internal static class ApplicationSamples
{
    public static void AddTo(Samples samples)
    {
        AddApplying(samples);
        AddFollowing(samples);
        AddPipeline(samples);
        AddCandidates(samples);
    }

    private static void AddApplying(Samples samples)
    {
        samples.Add(c => new GetOfferToApply(c.About.OfferNumber));
        samples.Add(c => new StartApplication(Guid.NewGuid(), c.About.OfferNumber, "Lou Martin", "lou@example.org", "06 12 34 56 78", false));
        samples.Add(c => new GetDraft(c.About.DraftId));
        samples.Add(c => new WriteDraft(c.About.DraftId, CandidateStatus.Locum, "", "medecine-generale", "Je suis libre en août.", "", "", "", false));
        samples.Add(c => new SubmitApplication(c.About.DraftId));
        samples.Add(c => new RemoveDraftDocument(c.About.DraftId, c.About.DocumentId));
        samples.Add(c => new MayAddDocument(c.About.DraftId));
        samples.Add(c => new MayOpenDocuments(c.About.DraftId));
        samples.Add(c => new CorrectSentAddress(c.About.SentDraftId, "corrigee@example.org"));
    }

    private static void AddFollowing(Samples samples)
    {
        samples.Add(c => new OpenPersonalLink(c.About.LinkSecret));
        samples.Add(_ => new RequestNewLink(null, "personne@example.org"));
        samples.Add(c => new JoinApplication(c.About.MovedCardId));
        samples.Add(_ => new ListMyApplications());
        samples.Add(c => new GetFollowUp(c.About.CardId));
        samples.Add(c => new ConfirmAddress(c.About.CardId));
        samples.Add(c => new CorrectContact(c.About.CardId, "Alix Martin", "nouvelle@example.org", "06 12 34 56 79"));
        samples.Add(c => new TellDocumentAdded(c.About.CardId));
        samples.Add(c => new WithdrawApplication(c.About.CardId));
        samples.Add(c => new ChoosePool(c.About.CardId, Joins: true));
        samples.Add(_ => new LeaveMyPool());
        samples.Add(_ => new CountMyPool());
    }

    private static void AddPipeline(Samples samples)
    {
        samples.Add(c => new GetBoard(c.About.OfferId));
        samples.Add(c => new GetCard(c.About.CardId));
        samples.Add(c => new MayReadCard(c.About.CardId));
        samples.Add(_ => new GetRecruiterHome());
        samples.Add(c => new ListApplications(c.About.OfferId, null, false, null, ApplicationSort.Newest, 1));
        samples.Add(c => new AddNote(c.About.CardId, Guid.NewGuid(), "Rappeler jeudi."));
        samples.Add(c => new PreviewMove(c.About.CardId, c.About.InterviewStageId, null, null));
        samples.Add(c => new MoveApplication(c.About.CardId, c.About.InterviewStageId, c.Ground.VersionOf(c.About.CardId)));
        samples.Add(c => new GetWaitingMove(c.About.MovedCardId));
        samples.Add(c => new TakeBackMove(c.About.MovedCardId, c.Ground.VersionOf(c.About.MovedCardId)));
        samples.Add(c => new GetEnding(c.About.QuietOfferId, OfferEnding.Withdrawn, null, null));
        samples.Add(c => new EndOffer(c.About.QuietOfferId, c.Ground.VersionOf(c.About.QuietOfferId), OfferEnding.Withdrawn, [], null, null));
        samples.Add(c => new ExplainUrgency(c.About.OfferId, "Le seul médecin de la commune est parti."));
    }

    private static void AddCandidates(Samples samples)
    {
        samples.Add(_ => new SearchCandidates("martin", 1));
        samples.Add(c => new GetTwins(c.About.CandidateId));
        samples.Add(c => new LinkCandidates(c.About.CandidateId, c.About.OtherCandidateId));
        samples.Add(c => new UnlinkCandidates(c.About.LinkedCandidateId));
    }
}
