namespace Dites32.Core.Internships;

/// <param name="EnteredOn">The first day of the residency: it decides the curriculum.</param>
internal sealed record InternProfile(string Name, string Email, string? Phone, Guid? FacultyId, string ResidencyCode, DateOnly EnteredOn);

/// <summary>A doctor in training who spends a semester in the Gers, or several (interne, docteur junior).</summary>
internal sealed class Intern
{
    public const int MaxNameLength = 120;

    private Intern() { }

    public Guid Id { get; private init; }
    public string Name { get; private set; } = "";

    /// <summary>In small letters; one intern each.</summary>
    public string Email { get; private set; } = "";
    public string? Phone { get; private set; }
    public Guid? FacultyId { get; private set; }
    public string ResidencyCode { get; private set; } = "";
    public DateOnly EnteredOn { get; private set; }
    public DateTimeOffset AddedAt { get; private init; }

    /// <summary>When they were written to that this file is kept (article 14 of the GDPR); null before.</summary>
    public DateTimeOffset? ToldAt { get; private set; }

    /// <summary>Since when they want no mail of the programme any more; their file and their space stay.</summary>
    public DateTimeOffset? ContactStoppedAt { get; private set; }

    public InternProfile Profile() => new(Name, Email, Phone, FacultyId, ResidencyCode, EnteredOn);

    public static Intern Of(Guid id, InternProfile profile, DateTimeOffset now)
    {
        var intern = new Intern { Id = id, AddedAt = now };
        intern.Correct(profile);
        return intern;
    }

    public void Told(DateTimeOffset now) => ToldAt ??= now;

    public void StopContact(DateTimeOffset now) => ContactStoppedAt ??= now;

    public void ResumeContact() => ContactStoppedAt = null;

    public void Correct(InternProfile profile) =>
        (Name, Email, Phone, FacultyId, ResidencyCode, EnteredOn) =
        (profile.Name, profile.Email, profile.Phone, profile.FacultyId, profile.ResidencyCode, profile.EnteredOn);
}
