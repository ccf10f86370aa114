using Dites32.Core.Internships;
using Dites32.Core.Internships.Space;
using Dites32.Core.Privacy;
using Dites32.Tests.Internships;

namespace Dites32.Tests.Authorization;

internal static class InternshipSamples
{
    public static void AddTo(Samples samples)
    {
        samples.Add(_ => new AddFaculty("Bordeaux"));
        samples.Add(_ => new AddIntern(Guid.NewGuid(), SampleInternships.Intern("Mai Bleu", "mai.bleu@example.org")));
        samples.Add(c => new AddPlacement(Guid.NewGuid(), SampleInternships.Placement("Cabinet du Pont", c.Ground.Interns.SupervisorId)));
        samples.Add(_ => new AddSemester(Guid.NewGuid(), "2026-05-04", "2026-11-01"));
        samples.Add(_ => new AddSupervisor(Guid.NewGuid(), new SupervisorForm { Name = "Dr Mai Bleu" }));
        samples.Add(_ => new AmIAnIntern());
        samples.Add(c => new AssignIntern(
            Guid.NewGuid(), c.Ground.Interns.FreeInternId, c.Ground.Interns.SemesterId, AssignmentKind.Leave, PlacementId: null, Slot: null, IsInExcess: false, Where: null));
        samples.Add(c => new ClosePlacement(c.Ground.Interns.PlacementId, IsClosed: false));
        samples.Add(c => new ConcludeAssignment(
            c.Ground.Interns.AssignmentId, c.Ground.Interns.VersionOf(c.Ground.Interns.AssignmentId), AssignmentOutcome.NotValidated, "2"));
        samples.Add(c => new CorrectIntern(
            c.Ground.Interns.InternId, c.Ground.Interns.VersionOf(c.Ground.Interns.InternId), SampleInternships.Intern("Noa Blanche", "noa.blanc@example.org")));
        samples.Add(c => new CorrectPlacement(
            c.Ground.Interns.PlacementId, c.Ground.Interns.VersionOf(c.Ground.Interns.PlacementId), SampleInternships.Placement("Cabinet du Tilleul", c.Ground.Interns.SupervisorId)));
        samples.Add(c => new CorrectSemester(c.Ground.Interns.SemesterId, c.Ground.Interns.VersionOf(c.Ground.Interns.SemesterId), "2025-11-03", "2026-05-02"));
        samples.Add(c => new CorrectSupervisor(
            c.Ground.Interns.SupervisorId, c.Ground.Interns.VersionOf(c.Ground.Interns.SupervisorId), new SupervisorForm { Name = "Dre Camille Roux" }));
        samples.Add(c => new EraseIntern(c.Ground.Interns.InternId));
        samples.Add(c => new GetIntern(c.Ground.Interns.InternId));
        samples.Add(_ => new GetInternshipReference());
        samples.Add(_ => new GetMyInternship());
        samples.Add(c => new GetPlacement(c.Ground.Interns.PlacementId));
        samples.Add(_ => new GetSemesterBoard(null, null));
        samples.Add(c => new GetSupervisor(c.Ground.Interns.SupervisorId));
        samples.Add(_ => new ListAssignmentImports());
        samples.Add(_ => new ListInterns("", null, 1));
        samples.Add(_ => new ListPlacements(WithClosed: true));
        samples.Add(_ => new ListSemesters());
        samples.Add(_ => new ListSupervisorNames());
        samples.Add(_ => new ListSupervisors("", ToFollow: false, 1));
        samples.Add(c => new MoveAssignment(
            c.Ground.Interns.AssignmentId, c.Ground.Interns.VersionOf(c.Ground.Interns.AssignmentId), c.Ground.Interns.OtherPlacementId, Slot: null, IsInExcess: false));
        samples.Add(c => new PreviewAssignmentImport(c.Ground.Interns.ImportId, 1));
        samples.Add(c => new ReceiveAssignmentFile(Guid.NewGuid(), c.Ground.Interns.SemesterId, "a.csv", "nom;courriel;terrain;créneau\nSam;sam@example.org;Cabinet;N1\n"u8.ToArray()));
        samples.Add(c => new RemoveAssignment(c.Ground.Interns.AssignmentId));
        samples.Add(c => new RemoveSupervisor(c.Ground.Interns.FreeSupervisorId));
        samples.Add(c => new RunAssignmentImport(c.Ground.Interns.ImportId, c.Ground.Interns.Seen));
        samples.Add(c => new SetAssignmentDays(
            c.Ground.Interns.AssignmentId, c.Ground.Interns.VersionOf(c.Ground.Interns.AssignmentId), "2025-11-03", "2026-03-01"));
        samples.Add(c => new SetPlacementCapacity(c.Ground.Interns.PlacementId, c.Ground.Interns.SemesterId, "3"));
        samples.Add(_ => new SetResidencyLength("pediatrie", "10", "4"));
        samples.Add(_ => new SweepAssignmentImports());
        samples.Add(c => new UndoAssignmentImport(c.Ground.Interns.DoneImportId));
    }
}
