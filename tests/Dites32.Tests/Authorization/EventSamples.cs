using Dites32.Core.Internships.Events;
using Dites32.Tests.Internships.Events;

namespace Dites32.Tests.Authorization;

internal static class EventSamples
{
    public static void AddTo(Samples samples)
    {
        samples.Add(c => new AnnounceEvent(c.Ground.Events.DraftId));
        samples.Add(c => new AnswerPoll(c.Ground.Events.PollId, 1));
        samples.Add(c => new AskPoll(Guid.NewGuid(), c.Ground.Interns.SemesterId, "Où ?", ["Auch", "Mirande"], "2026-03-20"));
        samples.Add(c => new CancelEvent(c.Ground.Events.OpenId));
        samples.Add(c => new ChooseEventPhotos(c.Ground.Events.GuestsId, Agrees: true));
        samples.Add(c => new ClosePoll(c.Ground.Events.PollId));
        samples.Add(c => new CorrectEvent(c.Ground.Events.OpenId, c.Ground.Events.OpenVersion, SampleEvents.Form(seats: 12, day: "2026-03-21")));
        samples.Add(c => new DropEvent(c.Ground.Events.DraftId));
        samples.Add(c => new DropPoll(c.Ground.Events.PollId));
        samples.Add(c => new GetEvent(c.Ground.Events.GuestsId));
        samples.Add(c => new GetMyEvent(c.Ground.Events.GuestsId));
        samples.Add(c => new GetMyEventCalendar(c.Ground.Events.GuestsId));
        samples.Add(_ => new GetMyLife());
        samples.Add(c => new GetMyOpinion(c.Ground.Events.AssignmentOf(c.About)));
        samples.Add(c => new GetMyPoll(c.Ground.Events.PollId));
        samples.Add(_ => new GetOpinions());
        samples.Add(c => new GetPoll(c.Ground.Events.PollId));
        samples.Add(_ => new GetSemesterLife(null));
        samples.Add(c => new GetWelcome(c.Ground.Interns.SemesterId, null));
        samples.Add(c => new GiveOpinion(c.Ground.Events.AssignmentOf(c.About), new OpinionForm("5", "4", "3", "2", null, OpinionForm.No, null, null, null)));
        samples.Add(c => new LeaveEvent(c.Ground.Events.GuestsId));
        samples.Add(c => new MarkAttendance(c.Ground.Events.HeldId, [], []));
        samples.Add(c => new RegisterForEvent(c.Ground.Events.OpenId, PhotoConsent: false));
        samples.Add(c => new RegisterInternForEvent(c.Ground.Events.OpenId, c.Ground.Interns.InternId));
        samples.Add(c => new SendWelcome(c.Ground.Interns.SemesterId, c.Ground.Events.WelcomeVersion, [c.Ground.Interns.InternId]));
        samples.Add(c => new SetSemesterContact(c.Ground.Interns.SemesterId, c.Ground[Actors.Coordinator].AccountId));
        samples.Add(_ => new TellInterns());
        samples.Add(_ => new TendEvents());
        samples.Add(c => new WithdrawInternFromEvent(c.Ground.Events.GuestsId, c.Ground.Interns.OfCandidateA));
        samples.Add(c => new WriteEvent(Guid.NewGuid(), c.Ground.Interns.SemesterId, SampleEvents.Form(day: "2026-03-20")));
        samples.Add(c => new WriteWelcome(c.Ground.Interns.SemesterId, c.Ground.Events.WelcomeVersion, "Bonjour {nom}"));
    }
}
