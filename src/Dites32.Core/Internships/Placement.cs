using Dites32.Core.Shared;

namespace Dites32.Core.Internships;

public enum PlacementKind { Hospital, Ambulatory }

/// <param name="ApprovedUntil">The last day of the approval; null where it is not known.</param>
/// <param name="Capacity">Interns at once, in a semester that says nothing else.</param>
/// <param name="Slots">What a semester there may count for.</param>
internal sealed record PlacementProfile(
    string Name, PlacementKind Kind, string SpecialtyCode, string InseeCode, string? Address, DateOnly? ApprovedUntil, int Capacity,
    IReadOnlyList<TrainingSlot> Slots);

/// <param name="Share">Of the intern's time, in per cent.</param>
internal sealed record SupervisorShare(Guid SupervisorId, int Share);

/// <summary>
/// Where interns are trained (terrain de stage): a hospital department or one to four supervisors in town. How many interns at
/// once is a rule of the database too: of two assignments to the last place, one is refused.
/// </summary>
internal sealed class Placement
{
    public const int MaxNameLength = 160, MaxAddressLength = 300, MaxCapacity = 30, MaxSupervisors = 4;

    private Placement() { }

    public Guid Id { get; private init; }
    public string Name { get; private set; } = "";
    public PlacementKind Kind { get; private set; }
    public string SpecialtyCode { get; private set; } = "";
    public string InseeCode { get; private set; } = "";
    public string? Address { get; private set; }
    public DateOnly? ApprovedUntil { get; private set; }
    public int Capacity { get; private set; }

    /// <summary>Names of <see cref="TrainingSlot"/>.</summary>
    public string[] Slots { get; private set; } = [];

    /// <summary>Since when no intern is sent there any more.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    public List<PlacementSupervisor> Supervisors { get; } = [];

    public PlacementProfile Profile() =>
        new(Name, Kind, SpecialtyCode, InseeCode, Address, ApprovedUntil, Capacity, [.. Slots.Select(Enum.Parse<TrainingSlot>)]);

    public static Placement Of(Guid id, PlacementProfile profile)
    {
        var placement = new Placement { Id = id };
        placement.Correct(profile);
        return placement;
    }

    public void Correct(PlacementProfile profile)
    {
        (Name, Kind, SpecialtyCode, InseeCode, Address, ApprovedUntil, Capacity) =
            (profile.Name, profile.Kind, profile.SpecialtyCode, profile.InseeCode, profile.Address, profile.ApprovedUntil, profile.Capacity);
        if (!Slots.SequenceEqual(profile.Slots.Select(s => s.ToString())))
        {
            Slots = [.. profile.Slots.Select(s => s.ToString())];
        }
    }

    /// <summary>One to four in town, none to four in a hospital; their shares make the whole of the intern's time.</summary>
    public Result Share(IReadOnlyList<SupervisorShare> shares)
    {
        if (shares.Count > MaxSupervisors || shares.DistinctBy(s => s.SupervisorId).Count() < shares.Count)
        {
            return PlacementErrors.WrongSupervisors;
        }

        if (shares.Any(s => s.Share is < 1 or > 100) || (shares.Count > 0 && shares.Sum(s => s.Share) != 100))
        {
            return PlacementErrors.WrongShares;
        }

        Supervisors.RemoveAll(known => shares.All(s => s.SupervisorId != known.SupervisorId));
        foreach (var share in shares)
        {
            if (Supervisors.Find(s => s.SupervisorId == share.SupervisorId) is { } known)
            {
                known.Correct(share.Share);
            }
            else
            {
                Supervisors.Add(PlacementSupervisor.Of(Id, share));
            }
        }

        return Result.Success;
    }

    public void Close(DateTimeOffset now) => ClosedAt ??= now;

    public void Reopen() => ClosedAt = null;
}

internal sealed class PlacementSupervisor
{
    private PlacementSupervisor() { }

    public Guid PlacementId { get; private init; }
    public Guid SupervisorId { get; private init; }

    /// <summary>In per cent of the intern's time; fees are split by it.</summary>
    public int Share { get; private set; }

    public static PlacementSupervisor Of(Guid placementId, SupervisorShare share) =>
        new() { PlacementId = placementId, SupervisorId = share.SupervisorId, Share = share.Share };

    public void Correct(int share) => Share = share;
}

/// <summary>How many interns a placement takes in one semester, where it differs from its usual.</summary>
internal sealed class PlacementCapacity
{
    private PlacementCapacity() { }

    public Guid PlacementId { get; private init; }
    public Guid SemesterId { get; private init; }
    public int Capacity { get; private set; }

    public static PlacementCapacity Of(Guid placementId, Guid semesterId, int capacity) =>
        new() { PlacementId = placementId, SemesterId = semesterId, Capacity = capacity };

    public void Correct(int capacity) => Capacity = capacity;
}

public static class PlacementKinds
{
    public static string Label(this PlacementKind kind) => kind switch
    {
        PlacementKind.Hospital => "Hospitalier",
        PlacementKind.Ambulatory => "Ambulatoire",
    };
}
