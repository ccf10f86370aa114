namespace Dites32.Core.SpouseSupport;

/// <summary>Two places side by side (double décision): the doctor's posts, the partner's, what is known of schools and housing.</summary>
/// <param name="Specialty">Only posts of it are shown; null for all.</param>
/// <param name="MinutesApart">Between the two communes, by <see cref="RoadTime"/>.</param>
public sealed record Comparison(
    Guid Id, string? Specialty, string? Words, DateTimeOffset CreatedAt, DateTimeOffset? SharedAt, ComparedPlace First, ComparedPlace Second, int? MinutesApart);

/// <param name="HasPoint">False: nothing is known of what lies around, and only posts of the commune itself are shown.</param>
/// <param name="Offers">The nearest first, at most <see cref="ComparedPlace.Most"/> of <paramref name="OfferCount"/>.</param>
/// <param name="Vacancies">Those of the partner's trade, by its code (ROME) or its words, and their leads, the nearest first.</param>
/// <param name="VacancyCount">How many there are of them.</param>
/// <param name="AllVacancyCount">Of every trade.</param>
public sealed record ComparedPlace(
    string Name, int Population, bool HasPoint, IReadOnlyList<ComparedOffer> Offers, int OfferCount,
    IReadOnlyList<ComparedVacancy> Vacancies, int VacancyCount, int AllVacancyCount, string? Schools, string? Housing, DateTimeOffset? NotedAt)
{
    public const int Most = 8;
}

/// <param name="Place">The commune, or the EPCI of an anonymous offer.</param>
/// <param name="Minutes">From the place compared; null for an anonymous offer of its EPCI.</param>
public sealed record ComparedOffer(int Number, string Slug, string Title, string Place, int? Minutes);

/// <param name="MinutesToOffer">To the nearest of the doctor's posts that are shown; null where there is none.</param>
/// <param name="IsLead">The partner has it among their leads; never said to the doctor.</param>
public sealed record ComparedVacancy(Guid Id, string Title, string EmployerName, string Place, JobContract Contract, int Minutes, int? MinutesToOffer, bool IsLead);
