namespace Dites32.Core.SpouseSupport;

public enum JobContract { Permanent, FixedTerm, Temporary, PublicService, Apprenticeship, SelfEmployed }

public static class JobContractLabels
{
    public static string Label(this JobContract contract) => contract switch
    {
        JobContract.Permanent => "CDI",
        JobContract.FixedTerm => "CDD",
        JobContract.Temporary => "Intérim",
        JobContract.PublicService => "Fonction publique",
        JobContract.Apprenticeship => "Alternance",
        JobContract.SelfEmployed => "Indépendant",
    };
}

/// <summary>Where a post comes from.</summary>
public enum JobSource { Caseworker, Announcement, File, FranceTravail }

public static class JobSourceLabels
{
    public static string Label(this JobSource source) => source switch
    {
        JobSource.Caseworker => "Saisis par l'équipe",
        JobSource.Announcement => "Annoncés par un employeur",
        JobSource.File => "Importés d'un fichier",
        JobSource.FranceTravail => "France Travail",
    };
}

/// <param name="RomeCode">The trade, in the nomenclature of France Travail: « M1607 ».</param>
/// <param name="OpenUntil">The last day on which one may apply; null while it is not known.</param>
internal sealed record JobVacancyProfile(
    string Title, string? RomeCode, JobContract Contract, string InseeCode, DateOnly? StartsOn, DateOnly? OpenUntil, string? Address, string? Description);

/// <summary>A post that an employer has (offre d'emploi), for partners.</summary>
internal sealed class JobVacancy
{
    public const int MaxTitleLength = 160, MaxAddressLength = 500, MaxDescriptionLength = 2000, MaxExternalIdLength = 40;

    /// <summary>What is read where another service does not say whose post it is.</summary>
    public const string NoEmployer = "Employeur non précisé";

    private JobVacancy() { }

    /// <summary>Drawn by the form: sent twice, it is one post.</summary>
    public Guid Id { get; private init; }
    public JobSource Source { get; private init; }

    /// <summary>Of the directory; null for a post of France Travail, whose employer nobody here may know.</summary>
    public Guid? EmployerId { get; private init; }

    /// <summary>As France Travail publishes it; null where it does not say.</summary>
    public string? EmployerName { get; private set; }

    /// <summary>The number of France Travail, and of no other post.</summary>
    public string? ExternalId { get; private init; }
    public string Title { get; private set; } = "";
    public string? RomeCode { get; private set; }
    public JobContract Contract { get; private set; }
    public string InseeCode { get; private set; } = "";
    public DateOnly? StartsOn { get; private set; }
    public DateOnly? OpenUntil { get; private set; }
    public string? Address { get; private set; }
    public string? Description { get; private set; }

    /// <summary>Null for a post of France Travail.</summary>
    public Guid? AddedById { get; private init; }
    public DateTimeOffset AddedAt { get; private init; }
    public DateTimeOffset? ClosedAt { get; private set; }

    public static JobVacancy Of(
        Guid id, Guid employerId, JobVacancyProfile profile, Guid addedById, DateTimeOffset now, JobSource source = JobSource.Caseworker)
    {
        var vacancy = new JobVacancy { Id = id, EmployerId = employerId, AddedById = addedById, AddedAt = now, Source = source };
        vacancy.Correct(profile);
        return vacancy;
    }

    public static JobVacancy Published(string externalId, string? employerName, JobVacancyProfile profile, DateTimeOffset now)
    {
        var vacancy = new JobVacancy { Id = Guid.CreateVersion7(now), ExternalId = externalId, AddedAt = now, Source = JobSource.FranceTravail };
        vacancy.Publish(employerName, profile);
        return vacancy;
    }

    public JobVacancyProfile Profile() => new(Title, RomeCode, Contract, InseeCode, StartsOn, OpenUntil, Address, Description);

    public void Correct(JobVacancyProfile profile) =>
        (Title, RomeCode, Contract, InseeCode, StartsOn, OpenUntil, Address, Description) =
        (profile.Title, profile.RomeCode, profile.Contract, profile.InseeCode, profile.StartsOn, profile.OpenUntil, profile.Address, profile.Description);

    /// <summary>France Travail publishes it, (still) as this: it is open, whatever was thought before.</summary>
    public void Publish(string? employerName, JobVacancyProfile profile)
    {
        Correct(profile);
        (EmployerName, ClosedAt) = (employerName, null);
    }

    public bool IsOpenOn(DateOnly today) => ClosedAt is null && (OpenUntil is null || OpenUntil >= today);

    public void Close(DateTimeOffset now) => ClosedAt ??= now;
}

internal static class JobVacancyQueries
{
    /// <summary>As <see cref="JobVacancy.IsOpenOn"/>, in SQL.</summary>
    public static IQueryable<JobVacancy> OpenOn(this IQueryable<JobVacancy> vacancies, DateOnly today) =>
        vacancies.Where(v => v.ClosedAt == null && (v.OpenUntil == null || v.OpenUntil >= today));
}
