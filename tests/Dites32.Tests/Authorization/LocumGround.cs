using Dites32.Core.Internships.Locum;
using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Authorization;

/// <summary>A step that the mission wrote, one of each candidate's own, and a supervisor who looks for a locum.</summary>
internal sealed record LocumGround
{
    public Guid StepId { get; } = Guid.NewGuid();
    public Guid OfA { get; } = Guid.NewGuid();
    public Guid OfB { get; } = Guid.NewGuid();
    public IReadOnlyDictionary<Guid, uint> Versions { get; private set; } = new Dictionary<Guid, uint>();
    public uint ConditionVersion { get; private set; }
    public string Token { get; private set; } = "";

    public static StepForm Form => new() { Stage = nameof(CareerStage.Thesis), Day = "2025-11-10" };

    public static async Task<LocumGround> MakeAsync(Ground ground, Actor coordinator, Actor candidateA, Actor candidateB)
    {
        var made = new LocumGround();
        Assert.Null((await ground.SendAsync(coordinator, new WriteStep(made.StepId, ground.Interns.InternId, Form))).Error);
        Assert.Null((await ground.SendAsync(candidateA, new WriteMyStep(made.OfA, Form))).Error);
        Assert.Null((await ground.SendAsync(candidateB, new WriteMyStep(made.OfB, Form))).Error);
        made.Versions = await ground.InDatabaseAsync(async db => (IReadOnlyDictionary<Guid, uint>)await db.CareerSteps
            .Select(s => new { s.Id, Version = EF.Property<uint>(s, "Version") }).ToDictionaryAsync(s => s.Id, s => s.Version, Ground.Stop));
        made.ConditionVersion = await ground.InDatabaseAsync(db => db.LicenceConditions.Where(c => c.SpecialtyCode == "medecine-generale")
            .Select(c => EF.Property<uint>(c, "Version")).SingleAsync(Ground.Stop));
        made.Token = ground.Service<ContactLinks>().TokenOf(ground.Interns.InternId);
        return made;
    }
}
