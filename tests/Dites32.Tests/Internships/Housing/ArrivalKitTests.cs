using Dites32.Core.Internships;
using Dites32.Core.Internships.Housing;

namespace Dites32.Tests.Internships.Housing;

/// <summary>One page for who arrives; of the others it says only what they agreed to.</summary>
public sealed class ArrivalKitTests : HousingTest
{
    [Fact]
    public async Task The_kit_says_bed_keys_road_placement_and_the_habits_of_the_supervisor()
    {
        var (noa, id) = await InternWithAccountAsync();
        await DoAsync(new CorrectSupervisor(SupervisorId, await InDatabaseAsync(db => VersionOfAsync<Supervisor>(db, SupervisorId)), new SupervisorForm
        {
            Name = "Dr Camille Roux",
            Phone = "0562000001",
            Habits = "Commence à 8\u00a0h, déjeune avec ses internes.",
        }));
        await DoAsync(Assign(id, Summer, await PlacementAsync("Cabinet des Tilleuls")));
        await DoAsync(Book(First, id));

        var kit = (await SendAsync(noa, new GetMyArrivalKit(null))).Value;
        Assert.Equal(("Maison des internes", "Chambre 1", "Dans la boîte à code de l'entrée.", "Derrière la gare."), (kit.Bed!.DwellingName, kit.Bed.RoomName, kit.Bed.Keys, kit.Bed.Road));
        Assert.Equal("Commence à 8\u00a0h, déjeune avec ses internes.", Assert.Single(Assert.Single(kit.Placements).Supervisors).Habits);
        Assert.Equal(kit.Bed, (await SendAsync(Coordinator, new GetArrivalKit(id, Summer))).Value.Bed);
    }

    [Fact]
    public async Task Flatmates_are_named_when_they_agreed_and_live_there_at_the_same_time()
    {
        var (noa, noaId) = await InternWithAccountAsync("Noa Blanc");
        var (lou, louId) = await InternWithAccountAsync("Lou Vert");
        await AskAsync(lou, isKnown: true);
        await DoAsync(Book(First, noaId, Start, "2026-07-31"));
        await DoAsync(Book(Second, louId, "2026-07-01"));

        async Task<IEnumerable<string>> NamesAsync(Core.Shared.Actor intern) => (await SendAsync(intern, new GetMyArrivalKit(Summer))).Value.Flatmates.Select(f => f.Name);
        Assert.Equal(["Lou Vert"], await NamesAsync(noa));
        Assert.Empty(await NamesAsync(lou)); // Noa has not agreed
        Assert.Null((await SendAsync(noa, new ShowToFlatmates(Summer, IsKnown: true))).Error);
        Assert.Equal(["Noa Blanc"], await NamesAsync(lou));
        Assert.Null((await SendAsync(lou, new ShowToFlatmates(Summer, IsKnown: false))).Error);
        Assert.Empty(await NamesAsync(noa));
    }

    [Fact]
    public async Task Who_only_asks_sees_neither_keys_nor_address()
    {
        var (noa, _) = await InternWithAccountAsync();
        await AskAsync(noa);
        var offer = Assert.Single((await SendAsync(noa, new GetMyHousing())).Value.Dwellings);
        Assert.Equal(["Chambre 1", "Chambre 2"], offer.Rooms.Select(r => r.Name));
        Assert.DoesNotContain(typeof(DwellingOffer).GetProperties(), p => p.Name is "Keys" or "Address" or "OwnerName");
        Assert.Null((await SendAsync(noa, new GetMyArrivalKit(null))).Value.Semester);
    }
}
