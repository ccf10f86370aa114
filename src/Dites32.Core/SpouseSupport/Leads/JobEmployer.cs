namespace Dites32.Core.SpouseSupport;

/// <summary>What a caseworker knows of an employer.</summary>
internal sealed record JobEmployerProfile(
    string Name, string? Siret, string? Sector, string InseeCode, string? ContactName, string? ContactEmail, string? ContactPhone);

/// <summary>An employer of the Gers that a partner might work for (employeur): not one that recruits doctors.</summary>
internal sealed class JobEmployer
{
    public const int MaxNameLength = 160, MaxSectorLength = 120;

    private JobEmployer() { }

    /// <summary>Drawn by the form: sent twice, it is one employer.</summary>
    public Guid Id { get; private init; }
    public string Name { get; private set; } = "";
    public string? Siret { get; private set; }
    public string? Sector { get; private set; }
    public string InseeCode { get; private set; } = "";
    public string? ContactName { get; private set; }
    public string? ContactEmail { get; private set; }
    public string? ContactPhone { get; private set; }
    public Guid AddedById { get; private init; }
    public DateTimeOffset AddedAt { get; private init; }

    public static JobEmployer Of(Guid id, JobEmployerProfile profile, Guid addedById, DateTimeOffset now)
    {
        var employer = new JobEmployer { Id = id, AddedById = addedById, AddedAt = now };
        employer.Correct(profile);
        return employer;
    }

    public JobEmployerProfile Profile() => new(Name, Siret, Sector, InseeCode, ContactName, ContactEmail, ContactPhone);

    public void Correct(JobEmployerProfile profile) =>
        (Name, Siret, Sector, InseeCode, ContactName, ContactEmail, ContactPhone) =
        (profile.Name, profile.Siret, profile.Sector, profile.InseeCode, profile.ContactName, profile.ContactEmail, profile.ContactPhone);
}
