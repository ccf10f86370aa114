using Dites32.Core.Data;
using Dites32.Core.Internships.Housing;
using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Internships.Housing;

/// <summary>A house of two rooms for the semester of May 2026, whose requests are open.</summary>
public abstract class HousingTest : InternshipTest
{
    protected const string Start = "2026-05-04", End = "2026-11-01";

    protected Guid DwellingId { get; } = Guid.NewGuid();
    protected Guid First { get; } = Guid.NewGuid();
    protected Guid Second { get; } = Guid.NewGuid();

    protected static DwellingForm House => new()
    {
        Name = "Maison des internes",
        Commune = "Auch (32000)",
        Address = "12 rue de l'Essai",
        OwnerName = "Ville d'essai",
        OwnerPhone = "0562000000",
        IsOfAuthority = true,
        Keys = "Dans la boîte à code de l'entrée.",
        Road = "Derrière la gare.",
        Rules = "On range la cuisine.",
    };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await DoAsync(new AddDwelling(DwellingId, House));
        await DoAsync(new AddRoom(First, DwellingId, "Chambre 1", "200"));
        await DoAsync(new AddRoom(Second, DwellingId, "Chambre 2", "250"));
        await DoAsync(new SetHousingRound(Summer, "2026-04-01", [nameof(PriorityCriterion.GersPlacement), nameof(PriorityCriterion.BeforeDeadline)], null));
    }

    protected BookRoom Book(Guid roomId, Guid internId, string from = Start, string to = End) => new(Guid.NewGuid(), roomId, internId, Summer, from, to);

    protected async Task AskAsync(Actor intern, bool isKnown = false) =>
        Assert.Null((await SendAsync(intern, new RequestHousing(Summer, Start, End, null, isKnown))).Error);

    protected async Task<HousingDesk> DeskAsync() => (await SendAsync(Coordinator, new GetHousingDesk(Summer))).Value;

    protected async Task<MyHousingSemester> MineAsync(Actor intern) =>
        (await SendAsync(intern, new GetMyHousing())).Value.Semesters.Single(s => s.SemesterId == Summer);

    protected Task<List<string>> SubjectsToAsync(Guid internId) => InDatabaseAsync(async db =>
    {
        var email = await db.Interns.Where(i => i.Id == internId).Select(i => i.Email).SingleAsync(Stop);
        return await db.OutboxEmails.Where(m => m.ToAddress == email && m.Kind == "intern.housing").OrderBy(m => m.CreatedAt).ThenBy(m => m.Id).Select(m => m.Subject!).ToListAsync(Stop);
    });

    private protected static Task<uint> VersionOfAsync<T>(AppDbContext db, Guid id) where T : class =>
        db.Set<T>().Where(x => EF.Property<Guid>(x, "Id") == id).Select(x => EF.Property<uint>(x, "Version")).SingleAsync(Stop);
}
