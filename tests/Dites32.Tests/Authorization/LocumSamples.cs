using Dites32.Core.Internships.Figures;
using Dites32.Core.Internships.Locum;

namespace Dites32.Tests.Authorization;

internal static class LocumSamples
{
    public static void AddTo(Samples samples)
    {
        samples.Add(c => new CorrectMyStep(StepOf(c), c.Ground.Locum.Versions[StepOf(c)], LocumGround.Form with { IsShared = true }));
        samples.Add(c => new CorrectStep(c.Ground.Locum.StepId, c.Ground.Locum.Versions[c.Ground.Locum.StepId], LocumGround.Form with { Day = "2025-11-11" }));
        samples.Add(_ => new GetInternFigures(null));
        samples.Add(_ => new GetMyLocum());
        samples.Add(c => new GetSupervisorSearch(c.Ground.Interns.SupervisorId));
        samples.Add(c => new ListFigureInterns(FigureKind.Interns, c.Ground.Interns.SemesterId, null));
        samples.Add(_ => new ListLicenceConditions());
        samples.Add(c => new RemoveMyStep(StepOf(c)));
        samples.Add(c => new RemoveStep(c.Ground.Locum.StepId));
        samples.Add(c => new SetLicenceCondition("medecine-generale", c.Ground.Locum.ConditionVersion, "3", [], "", "Annexe 41-1", IsConfirmed: true));
        samples.Add(_ => new SetMyContact(IsStopped: true));
        samples.Add(_ => new SetMyLocumWishes(TellsMe: false, SeesSupervisors: true));
        samples.Add(c => new SetSupervisorSearch(c.Ground.Interns.SupervisorId, 0, $"{c.Ground.Clock.Now.AddDays(30):yyyy-MM-dd}", "Une semaine.", IsAgreed: true, SharesContact: false));
        samples.Add(c => new StopContactByLink(c.Ground.Locum.Token));
        samples.Add(c => new StopSupervisorSearch(c.Ground.Interns.SupervisorId));
        samples.Add(c => new WriteMyStep(Guid.NewGuid(), LocumGround.Form));
        samples.Add(c => new WriteStep(Guid.NewGuid(), c.Ground.Interns.InternId, LocumGround.Form));
    }

    /// <summary>Their own, for the two who have one.</summary>
    private static Guid StepOf(Case c) => c.Actor == Actors.CandidateB ? c.Ground.Locum.OfB : c.Ground.Locum.OfA;
}
