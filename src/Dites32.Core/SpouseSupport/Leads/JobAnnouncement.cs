using System.Text.Json;

namespace Dites32.Core.SpouseSupport;

/// <summary>
/// What an employer sends by the public form (annonce reçue), as it was typed: nobody sees it but a caseworker, who takes it
/// into the directory or puts it aside.
/// </summary>
internal sealed class JobAnnouncement
{
    private JobAnnouncement() { }

    /// <summary>Drawn by the form: sent twice, it is one announcement.</summary>
    public Guid Id { get; private init; }
    public string Employer { get; private init; } = "";
    public string Vacancy { get; private init; } = "";

    /// <summary>Where it came from, for the limit; gone once somebody has decided.</summary>
    public string? Network { get; private set; }
    public DateTimeOffset ReceivedAt { get; private init; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public Guid? DecidedById { get; private set; }
    public bool? IsAccepted { get; private set; }

    public JobEmployerForm EmployerForm => JsonSerializer.Deserialize<JobEmployerForm>(Employer)!;

    public JobVacancyForm VacancyForm => JsonSerializer.Deserialize<JobVacancyForm>(Vacancy)!;

    public static JobAnnouncement Of(Guid id, JobEmployerForm employer, JobVacancyForm vacancy, string? network, DateTimeOffset now) => new()
    {
        Id = id,
        Employer = JsonSerializer.Serialize(employer),
        Vacancy = JsonSerializer.Serialize(vacancy),
        Network = network,
        ReceivedAt = now,
    };

    public void Decide(bool isAccepted, Guid decidedById, DateTimeOffset now) =>
        (IsAccepted, DecidedById, DecidedAt, Network) = (isAccepted, decidedById, now, null);
}
