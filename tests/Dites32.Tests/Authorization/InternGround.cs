using Dites32.Core.Data;
using Dites32.Core.Internships;
using Dites32.Core.Shared;
using Dites32.Tests.Internships;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Authorization;

/// <summary>A semester with two placements, an intern in the first one, another without anything, and files that wait.</summary>
internal sealed record InternGround
{
    public Guid SemesterId { get; } = Guid.NewGuid();
    public Guid PlacementId { get; } = Guid.NewGuid();
    public Guid OtherPlacementId { get; } = Guid.NewGuid();
    public Guid SupervisorId { get; } = Guid.NewGuid();

    /// <summary>Of no placement.</summary>
    public Guid FreeSupervisorId { get; } = Guid.NewGuid();
    public Guid InternId { get; } = Guid.NewGuid();
    public Guid FreeInternId { get; } = Guid.NewGuid();

    /// <summary>The files that bear the addresses of the two candidates.</summary>
    public Guid OfCandidateA { get; } = Guid.NewGuid();
    public Guid OfCandidateB { get; } = Guid.NewGuid();
    public Guid AssignmentId { get; } = Guid.NewGuid();
    public Guid ImportId { get; } = Guid.NewGuid();
    public Guid DoneImportId { get; } = Guid.NewGuid();
    public string Seen { get; private set; } = "";
    public IReadOnlyDictionary<Guid, uint> Versions { get; private set; } = new Dictionary<Guid, uint>();

    public static async Task<InternGround> MakeAsync(Ground ground, Actor coordinator)
    {
        var made = new InternGround();
        async Task DoAsync<T>(ICommand<Result<T>> command) => Assert.Null((await ground.SendAsync(coordinator, command)).Error);
        await DoAsync(new AddSemester(made.SemesterId, "2025-11-03", "2026-03-29")); // so near its end that opinions are asked for
        await DoAsync(new AddSupervisor(made.SupervisorId, new SupervisorForm { Name = "Dr Camille Roux" }));
        await DoAsync(new AddSupervisor(made.FreeSupervisorId, new SupervisorForm { Name = "Dr Alix Noir" }));
        await DoAsync(new AddPlacement(made.PlacementId, SampleInternships.Placement("Cabinet des Tilleuls", made.SupervisorId)));
        await DoAsync(new AddPlacement(made.OtherPlacementId, SampleInternships.Placement("Cabinet des Ormes", made.SupervisorId)));
        await DoAsync(new AddIntern(made.InternId, SampleInternships.Intern("Noa Blanc", "noa.blanc@example.org")));
        await DoAsync(new AddIntern(made.FreeInternId, SampleInternships.Intern("Lou Vert", "lou.vert@example.org")));
        await DoAsync(new AddIntern(made.OfCandidateA, SampleInternships.Intern("Ari Jaune", $"{Actors.CandidateA}@example.org")));
        await DoAsync(new AddIntern(made.OfCandidateB, SampleInternships.Intern("Mo Mauve", $"{Actors.CandidateB}@example.org")));
        await DoAsync(new AssignIntern(
            made.AssignmentId, made.InternId, made.SemesterId, AssignmentKind.Placement, made.PlacementId, TrainingSlot.PractitionerLevel1, IsInExcess: false, Where: null));
        var file = "nom;courriel;terrain;créneau;maquette;entrée\nSam Gris;{0};Cabinet des Ormes;N1;Médecine générale;03/11/2025\n";
        foreach (var (id, email) in new[] { (made.DoneImportId, "sam.gris@example.org"), (made.ImportId, "sam.brun@example.org") })
        {
            await DoAsync(new ReceiveAssignmentFile(
                id, made.SemesterId, "affectations.csv", System.Text.Encoding.UTF8.GetBytes(string.Format(System.Globalization.CultureInfo.InvariantCulture, file, email))));
            made.Seen = (await ground.SendAsync(coordinator, new PreviewAssignmentImport(id, 1))).Value.Seen;
            if (id == made.DoneImportId)
            {
                Assert.Null((await ground.SendAsync(coordinator, new RunAssignmentImport(id, made.Seen))).Error);
            }
        }

        made.Versions = await ground.InDatabaseAsync(VersionsAsync);
        return made;
    }

    public uint VersionOf(Guid id) => Versions[id];

    private static async Task<IReadOnlyDictionary<Guid, uint>> VersionsAsync(AppDbContext db)
    {
        await db.Semesters.LoadAsync(Ground.Stop);
        await db.Placements.LoadAsync(Ground.Stop);
        await db.Supervisors.LoadAsync(Ground.Stop);
        await db.Interns.LoadAsync(Ground.Stop);
        await db.Assignments.LoadAsync(Ground.Stop);
        return db.ChangeTracker.Entries().ToDictionary(e => (Guid)e.Property("Id").CurrentValue!, e => (uint)e.Property("Version").CurrentValue!);
    }
}
