using Dites32.Core.Accounts;
using Dites32.Core.Internships;
using Dites32.Core.Shared;
using Dites32.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Internships;

/// <summary>A coordinator, the semester of May 2026 and the one after.</summary>
public abstract class InternshipTest : CoreTest
{
    protected Actor Coordinator { get; private set; } = null!;
    protected Guid Summer { get; } = Guid.NewGuid();
    protected Guid Winter { get; } = Guid.NewGuid();
    protected Guid SupervisorId { get; } = Guid.NewGuid();

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Coordinator = await SomeoneAsync(Role.InternshipCoordinator);
        await DoAsync(new AddSemester(Summer, "2026-05-04", "2026-11-01"));
        await DoAsync(new AddSemester(Winter, "2026-11-02", "2027-05-02"));
        await DoAsync(new AddSupervisor(SupervisorId, new SupervisorForm { Name = "Dr Camille Roux" }));
    }

    protected async Task DoAsync(ICommand<Result> command) => Assert.Null((await SendAsync(Coordinator, command)).Error);

    protected async Task<T> DoAsync<T>(ICommand<Result<T>> command)
    {
        var done = await SendAsync(Coordinator, command);
        Assert.Null(done.Error);
        return done.Value;
    }

    protected async Task<Guid> PlacementAsync(string name, int capacity = 2) => await DoAsync(new AddPlacement(
        Guid.NewGuid(), SampleInternships.Placement(name, SupervisorId, capacity.ToString(System.Globalization.CultureInfo.InvariantCulture))));

    protected async Task<Guid> InternAsync(string name = "Noa Blanc") =>
        await DoAsync(new AddIntern(Guid.NewGuid(), SampleInternships.Intern(name, $"{Guid.NewGuid():N}@example.org")));

    /// <summary>An intern who has an account at the address of their file.</summary>
    protected async Task<(Actor Actor, Guid Id)> InternWithAccountAsync(string name = "Noa Blanc")
    {
        var email = $"{Guid.NewGuid():N}@example.org";
        var account = Account.Confirmed(email, name, passwordHash: null);
        await SaveAsync([account, .. AccountFactory.Roles(account, [Role.Candidate])]);
        return (Actor.Account(account.Id, [Role.Candidate]), await DoAsync(new AddIntern(Guid.NewGuid(), SampleInternships.Intern(name, email))));
    }

    protected static AssignIntern Assign(Guid internId, Guid semesterId, Guid placementId, TrainingSlot slot = TrainingSlot.PractitionerLevel1, bool isInExcess = false) =>
        new(Guid.NewGuid(), internId, semesterId, AssignmentKind.Placement, placementId, slot, isInExcess, Where: null);

    protected Task<uint> VersionAsync(Guid assignmentId) =>
        InDatabaseAsync(db => db.Assignments.Where(a => a.Id == assignmentId).Select(a => EF.Property<uint>(a, "Version")).SingleAsync(Stop));

    protected async Task<SemesterBoard> BoardAsync(Guid semesterId) => (await SendAsync(Coordinator, new GetSemesterBoard(semesterId, null))).Value;
}
