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

/// <param name="RomeCode">The trade, in the nomenclature of France Travail: « M1607 ».</param>
/// <param name="OpenUntil">The last day on which one may apply; null while it is not known.</param>
internal sealed record JobVacancyProfile(
    string Title, string? RomeCode, JobContract Contract, string InseeCode, DateOnly? StartsOn, DateOnly? OpenUntil, string? Address, string? Description);

/// <summary>A post that an employer has (offre d'emploi), for partners.</summary>
internal sealed class JobVacancy
{
    public const int MaxTitleLength = 160, MaxAddressLength = 500, MaxDescriptionLength = 2000;

    private JobVacancy() { }

    /// <summary>Drawn by the form: sent twice, it is one post.</summary>
    public Guid Id { get; private init; }
    public Guid EmployerId { get; private init; }
    public string Title { get; private init; } = "";
    public string? RomeCode { get; private init; }
    public JobContract Contract { get; private init; }
    public string InseeCode { get; private init; } = "";
    public DateOnly? StartsOn { get; private init; }
    public DateOnly? OpenUntil { get; private init; }
    public string? Address { get; private init; }
    public string? Description { get; private init; }
    public Guid AddedById { get; private init; }
    public DateTimeOffset AddedAt { get; private init; }
    public DateTimeOffset? ClosedAt { get; private set; }

    public static JobVacancy Of(Guid id, Guid employerId, JobVacancyProfile profile, Guid addedById, DateTimeOffset now) => new()
    {
        Id = id,
        EmployerId = employerId,
        Title = profile.Title,
        RomeCode = profile.RomeCode,
        Contract = profile.Contract,
        InseeCode = profile.InseeCode,
        StartsOn = profile.StartsOn,
        OpenUntil = profile.OpenUntil,
        Address = profile.Address,
        Description = profile.Description,
        AddedById = addedById,
        AddedAt = now,
    };

    public bool IsOpenOn(DateOnly today) => ClosedAt is null && (OpenUntil is null || OpenUntil >= today);

    public void Close(DateTimeOffset now) => ClosedAt ??= now;
}

internal static class JobVacancyQueries
{
    /// <summary>As <see cref="JobVacancy.IsOpenOn"/>, in SQL.</summary>
    public static IQueryable<JobVacancy> OpenOn(this IQueryable<JobVacancy> vacancies, DateOnly today) =>
        vacancies.Where(v => v.ClosedAt == null && (v.OpenUntil == null || v.OpenUntil >= today));
}
