namespace Dites32.Core.Internships.Housing;

/// <param name="IsOfAuthority">A local authority houses, or pays: the State's housing allowance is then lost.</param>
/// <param name="Keys">Where they are, and whom to call.</param>
/// <param name="Road">How to get there.</param>
internal sealed record DwellingProfile(
    string Name, string InseeCode, string Address, string OwnerName, string? OwnerPhone, string? OwnerEmail, bool IsOfAuthority, string? Description, string? Keys, string? Road,
    string? Rules);

/// <summary>A house or a flat where interns are lodged, a room each.</summary>
internal sealed class Dwelling
{
    public const int MaxNameLength = 120, MaxAddressLength = 300, MaxTextLength = 1000, MaxRulesLength = 2000, MaxPhotos = 6, MaxRooms = 20;

    private Dwelling() { }

    public Guid Id { get; private init; }
    public string Name { get; private set; } = "";
    public string InseeCode { get; private set; } = "";
    public string Address { get; private set; } = "";
    public string OwnerName { get; private set; } = "";
    public string? OwnerPhone { get; private set; }
    public string? OwnerEmail { get; private set; }
    public bool IsOfAuthority { get; private set; }
    public string? Description { get; private set; }
    public string? Keys { get; private set; }
    public string? Road { get; private set; }
    public string? Rules { get; private set; }

    /// <summary>Since when nobody new is lodged there.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    public static Dwelling Of(Guid id, DwellingProfile profile)
    {
        var dwelling = new Dwelling { Id = id };
        dwelling.Correct(profile);
        return dwelling;
    }

    public void Correct(DwellingProfile profile) =>
        (Name, InseeCode, Address, OwnerName, OwnerPhone, OwnerEmail, IsOfAuthority, Description, Keys, Road, Rules) =
        (profile.Name, profile.InseeCode, profile.Address, profile.OwnerName, profile.OwnerPhone, profile.OwnerEmail, profile.IsOfAuthority, profile.Description,
            profile.Keys, profile.Road, profile.Rules);

    /// <summary>Forgets whose it is; the coordinator finds « Données effacées » there.</summary>
    public void ForgetOwner() => (OwnerName, OwnerPhone, OwnerEmail) = ("Données effacées", null, null);

    public void Close(DateTimeOffset now) => ClosedAt ??= now;

    public void Reopen() => ClosedAt = null;
}

/// <summary>Where one intern sleeps. It has one intern at a time: an exclusion constraint.</summary>
internal sealed class Room
{
    public const int MaxNameLength = 60, MaxRent = 3000;

    private Room() { }

    public Guid Id { get; private init; }
    public Guid DwellingId { get; private init; }
    public string Name { get; private set; } = "";

    /// <summary>In euros a month, charges included.</summary>
    public int MonthlyRent { get; private set; }

    /// <summary>Since when nobody new sleeps there.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    public static Room Of(Guid id, Guid dwellingId, string name, int monthlyRent) =>
        new() { Id = id, DwellingId = dwellingId, Name = name, MonthlyRent = monthlyRent };

    public void Correct(string name, int monthlyRent, bool isOpen, DateTimeOffset now) =>
        (Name, MonthlyRent, ClosedAt) = (name, monthlyRent, isOpen ? null : ClosedAt ?? now);
}

/// <summary>A photo of a dwelling: what is drawn from what was sent, as for offers (docs/decisions/ADR-0009).</summary>
internal sealed class DwellingPhoto
{
    private DwellingPhoto() { }

    public Guid DwellingId { get; private init; }

    /// <summary>SHA-256 of the large picture, in hexadecimal: its name in addresses.</summary>
    public string Hash { get; private init; } = "";
    public string Description { get; private init; } = "";
    public int Width { get; private init; }
    public int Height { get; private init; }
    public byte[] Small { get; private init; } = [];
    public byte[] Large { get; private init; } = [];
    public DateTimeOffset AddedAt { get; private init; }

    public static DwellingPhoto Of(Guid dwellingId, Offers.ReceivedPhoto photo, string description, DateTimeOffset now) => new()
    {
        DwellingId = dwellingId,
        Hash = photo.Hash,
        Description = description,
        Width = photo.Width,
        Height = photo.Height,
        Small = photo.Small,
        Large = photo.Large,
        AddedAt = now,
    };
}
