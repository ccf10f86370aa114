using Dites32.Core.SpouseSupport;
using Dites32.Core.Statistics;

namespace Dites32.Tests.Authorization;

internal static class SpouseSamples
{
    public static readonly SpouseForm Form = new() { Name = "Lou Essai", Profession = "Libraire" };

    public static readonly JobEmployerForm Employer = new() { Name = "Librairie de la Halle", Commune = "Auch (32000)" };
    public static readonly JobVacancyForm Vacancy = new() { Title = "Libraire", Contract = nameof(JobContract.Permanent), Commune = "Auch (32000)" };

    public static void AddTo(Samples samples)
    {
        samples.Add(_ => new RegisterSpouse(Guid.NewGuid(), "autre@example.org", Form, Agrees: true, IsRobot: false));
        samples.Add(_ => new RequestSpouseLink("autre@example.org"));
        samples.Add(_ => new GetSpouseNotice());
        samples.Add(c => new OpenSpouseLink(c.About.SpouseToken));
        samples.Add(_ => new GetMySpouseCase());
        samples.Add(c => new CorrectMySpouseCase(c.Ground.VersionOf(c.Ground.SpouseCaseOf(c.Actor)), Form, Agrees: true));
        samples.Add(_ => new ExportMySpouseCase());
        samples.Add(_ => new EraseMySpouseCase());
        samples.Add(_ => new EndSpouseSession());
        samples.Add(_ => new ListSpouseCases(Mine: false, State: null, PageNumber: 1));
        samples.Add(_ => new InviteSpouse(Guid.NewGuid(), "Lou Essai", "autre@example.org"));
        samples.Add(c => new GetSpouseCase(c.About.SpouseCaseId));
        samples.Add(c => new MoveSpouseCase(c.About.SpouseCaseId, c.Ground.VersionOf(c.About.SpouseCaseId), SpouseCaseState.Interview, "Se voir", "2026-03-12"));
        samples.Add(c => new PlanSpouseStep(c.About.SpouseCaseId, c.Ground.VersionOf(c.About.SpouseCaseId), "Se voir", "2026-03-12"));
        samples.Add(c => new AddSpouseNote(c.About.SpouseCaseId, Guid.NewGuid(), "Une note", Spoke: true));
        samples.Add(c => new AddSpouseTask(c.About.SpouseCaseId, Guid.NewGuid(), "Appeler le lycée", "2026-03-12", c.Ground.OtherCaseworkerId));
        samples.Add(c => new TickSpouseTask(c.About.SpouseCaseId, c.About.SpouseTaskId, IsDone: true));
        samples.Add(c => new GetSpouseMeeting(c.About.SpouseCaseId, c.About.SpouseMeetingId));
        samples.Add(c => new SetSpouseMeeting(c.About.SpouseCaseId, Guid.NewGuid(), c.Ground.MeetingAt("16:30")));
        samples.Add(c => new MoveSpouseMeeting(c.About.SpouseCaseId, c.About.SpouseMeetingId, c.Ground.VersionOf(c.About.SpouseMeetingId), c.Ground.MeetingAt("18:30")));
        samples.Add(c => new CancelSpouseMeeting(c.About.SpouseCaseId, c.About.SpouseMeetingId));
        samples.Add(c => new GetMeetingCalendar(c.About.SpouseCaseId, c.About.SpouseMeetingId));
        samples.Add(c => new GetMyMeetingCalendar(c.About.SpouseMeetingId));
        samples.Add(_ => new GetSpouseBoard(Mine: false, WithClosed: true, Moved: null));
        samples.Add(c => new MoveSpouseCard(c.About.SpouseCaseId, c.Ground.VersionOf(c.About.SpouseCaseId), SpouseCaseState.Interview));
        samples.Add(_ => new GetSpouseAgenda(Mine: false, AgendaView.Month, Day: null));
        samples.Add(c => new HandOverSpouseCase(c.About.SpouseCaseId, c.Ground.OtherCaseworkerId));
        samples.Add(_ => new AddJobEmployer(Guid.NewGuid(), Employer));
        samples.Add(c => new CorrectJobEmployer(c.Ground.JobEmployerId, c.Ground.VersionOf(c.Ground.JobEmployerId), Employer with { Name = "Librairie du Cloître" }));
        samples.Add(_ => new ListJobEmployers("", 1));
        samples.Add(c => new GetJobEmployer(c.Ground.JobEmployerId));
        samples.Add(c => new AddJobVacancy(Guid.NewGuid(), c.Ground.JobEmployerId, Vacancy));
        samples.Add(c => new CloseJobVacancy(c.Ground.JobVacancyId));
        samples.Add(c => new AddEmployerTalk(Guid.NewGuid(), c.Ground.JobEmployerId, "2026-02-20", TalkWay.Phone, "Appelé"));
        samples.Add(c => new RemoveEmployerTalk(c.Ground.EmployerTalkId));
        samples.Add(_ => new ReceiveJobFile(Guid.NewGuid(), "employeurs.csv", "employeur;commune\nLibrairie;Auch\n"u8.ToArray()));
        samples.Add(c => new PreviewJobImport(c.Ground.JobImportId, 1));
        samples.Add(c => new RunJobImport(c.Ground.JobImportId, c.Ground.JobImportSeen));
        samples.Add(_ => new GetJobSources());
        samples.Add(_ => new ReadFranceTravail());
        samples.Add(_ => new ListLeadMatches(Mine: true, PageNumber: 1));
        samples.Add(c => new MatchLeads(c.About.SpouseCaseId));
        samples.Add(c => new SetSpouseTrade(c.About.SpouseCaseId, "M1203"));
        samples.Add(_ => new GetUsualSteps());
        samples.Add(_ => new WriteUsualSteps([new UsualStepRow { State = nameof(SpouseCaseState.Consent), Text = "Appeler", Days = "2" }]));
        samples.Add(_ => new GetSpouseFigures(Year: null));
        samples.Add(_ => new AnnounceJob(Guid.NewGuid(), Employer with { ContactEmail = "sam@example.org" }, Vacancy, IsRobot: false));
        samples.Add(_ => new ListJobAnnouncements());
        samples.Add(c => new DecideJobAnnouncement(c.Ground.JobAnnouncementId, IsAccepted: true));
        samples.Add(c => new SearchLeads(c.About.SpouseCaseId, "", Kilometres: null, Contract: null));
        samples.Add(c => new ProposeJobLead(c.About.SpouseCaseId, c.Ground.JobVacancyId));
        samples.Add(c => new AnswerJobLead(c.About.JobLeadId, LeadAnswer.Kept, "Oui"));
        samples.Add(c => new InviteMyPartner(c.Ground.CoupleLinkOf(c.Actor), "autre@example.org", "Rémi"));
        samples.Add(_ => new EndMyCouple());
        samples.Add(_ => new GetMyCouple());
        samples.Add(c => new AnswerCoupleLink(c.About.CoupleLinkId, Agrees: true));
        samples.Add(_ => new ComparePlaces(Guid.NewGuid(), "Auch (32000)", "Fleurance (32500)", "", ""));
        samples.Add(c => new RemoveComparison(c.About.ComparisonId));
        samples.Add(c => new GetMyComparison(c.About.ComparisonId));
        samples.Add(c => new ShareComparison(c.About.ComparisonId, IsShared: true));
        samples.Add(c => new GetSharedComparison(c.About.ComparisonId));
        samples.Add(_ => new ListCommuneNotes());
        samples.Add(_ => new GetCommuneNote("32013"));
        samples.Add(_ => new WriteCommuneNote("32013", Version: 0, "Une école.", ""));
        samples.Add(_ => new ListMySpouseDocuments());
        samples.Add(c => new RemoveMySpouseDocument(c.Ground.SpouseDocumentIn(c.Ground.SpouseCaseOf(c.Actor))));
        samples.Add(c => new ListSpouseDocuments(c.About.SpouseCaseId));
        samples.Add(c => new RemoveSpouseDocument(c.About.SpouseCaseId, c.Ground.SpouseDocumentIn(c.About.SpouseCaseId)));
        samples.Add(_ => new GetSpouseRetention());
        samples.Add(_ => new CountAccompanied());
        samples.Add(_ => new ScanSpouseDocuments());
        samples.Add(_ => new SealSpouseAudit());
        samples.Add(_ => new ListSpouseErasures());
        samples.Add(_ => new ReplaySpouseErasures());
        samples.Add(_ => new SweepSpouseSupport());
        samples.Add(_ => new ApplySpouseRetention());
        samples.Add(_ => new RemindSpouseSteps());
    }
}
