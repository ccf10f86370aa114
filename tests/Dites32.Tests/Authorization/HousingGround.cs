using Dites32.Core.Internships.Housing;
using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Authorization;

/// <summary>A house with rooms and a photo; both candidates ask for a room in one semester, and have one in another.</summary>
internal sealed record HousingGround
{
    public Guid DwellingId { get; } = Guid.NewGuid();
    public Guid RoomId { get; } = Guid.NewGuid();
    public Guid FreeRoomId { get; } = Guid.NewGuid();
    public Guid OtherRoomId { get; } = Guid.NewGuid();
    public Guid BookingId { get; } = Guid.NewGuid();
    private Guid OtherBookingId { get; } = Guid.NewGuid();

    /// <summary>In which both candidates ask.</summary>
    public Guid SemesterId { get; private init; }
    public Guid RequestId { get; private set; }
    public uint DwellingVersion { get; private set; }
    public uint RoomVersion { get; private set; }
    public uint BookingVersion { get; private set; }
    public uint RequestVersion { get; private set; }
    public string Photo { get; private set; } = "";

    public static DwellingForm Form(string name) => new() { Name = name, Commune = "Auch (32000)", Address = "1 rue de l'Essai", OwnerName = "Ville d'essai" };

    public static async Task<HousingGround> MakeAsync(Ground ground, Actor coordinator, IReadOnlyList<(Actor Actor, Guid InternId)> candidates, Guid presentSemesterId, Core.Offers.ReceivedPhoto photo)
    {
        var made = new HousingGround { SemesterId = Guid.NewGuid(), Photo = photo.Hash };
        async Task DoAsync(Actor actor, ICommand<Result> command) => Assert.Null((await ground.SendAsync(actor, command)).Error);
        Assert.Null((await ground.SendAsync(coordinator, new AddDwelling(made.DwellingId, Form("Maison des internes")))).Error);
        foreach (var (id, index) in new[] { made.RoomId, made.FreeRoomId, made.OtherRoomId }.Select((id, index) => (id, index)))
        {
            await DoAsync(coordinator, new AddRoom(id, made.DwellingId, $"Chambre {index}", "200"));
        }

        await DoAsync(coordinator, new AddDwellingPhoto(made.DwellingId, "La cuisine", photo));
        Assert.Null((await ground.SendAsync(coordinator, new Core.Internships.AddSemester(made.SemesterId, "2026-11-02", "2027-05-02"))).Error);
        await DoAsync(coordinator, new SetHousingRound(made.SemesterId, "2026-10-01", [nameof(PriorityCriterion.GersPlacement)], null));
        foreach (var ((actor, internId), bookingId, roomId) in candidates.Zip([made.BookingId, made.OtherBookingId], [made.RoomId, made.OtherRoomId]))
        {
            await DoAsync(actor, new RequestHousing(made.SemesterId, "2026-11-02", "2027-05-02", null, IsKnownToFlatmates: false));
            await DoAsync(coordinator, new BookRoom(bookingId, roomId, internId, presentSemesterId, "2025-11-03", "2026-03-29"));
        }

        return await ground.InDatabaseAsync(async db =>
        {
            var request = await db.HousingRequests.OrderBy(r => r.Id).Select(r => new { r.Id, Version = EF.Property<uint>(r, "Version") }).FirstAsync(Ground.Stop);
            (made.RequestId, made.RequestVersion) = (request.Id, request.Version);
            made.DwellingVersion = await db.Dwellings.Where(d => d.Id == made.DwellingId).Select(d => EF.Property<uint>(d, "Version")).SingleAsync(Ground.Stop);
            made.RoomVersion = await db.Rooms.Where(r => r.Id == made.RoomId).Select(r => EF.Property<uint>(r, "Version")).SingleAsync(Ground.Stop);
            made.BookingVersion = await db.HousingBookings.Where(b => b.Id == made.BookingId).Select(b => EF.Property<uint>(b, "Version")).SingleAsync(Ground.Stop);
            return made;
        });
    }
}
