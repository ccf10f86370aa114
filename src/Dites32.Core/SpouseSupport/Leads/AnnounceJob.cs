using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>
/// An employer of the Gers announces a post by the public form. Nobody but a caseworker reads it, and nothing is mailed before
/// they decide, so that the form carries nobody's words to anybody. At most ten an hour from one network and two hundred that
/// wait. Sent again, it is one announcement. Errors: spouse.too-many-announcements.
/// </summary>
/// <param name="Vacancy">Its commune is the employer's.</param>
[AllowEveryone]
public sealed record AnnounceJob(Guid SubmissionId, JobEmployerForm Employer, JobVacancyForm Vacancy, bool IsRobot) : ICommand<Result>, IBehindTheWall, ISubmission
{
    public const int MostPerNetworkAndHour = 10, MostWaiting = 200;
}

internal sealed class AnnounceJobHandler(SpouseDbContext db, Actor actor, JobFormReader reader, TimeProvider clock) : IRequestHandler<AnnounceJob, Result>
{
    public async Task<Result> Handle(AnnounceJob command, CancellationToken cancellationToken)
    {
        var employer = command.Employer.Cleaned();
        var vacancy = command.Vacancy.Cleaned() with { Commune = employer.Commune };
        var (employerRead, vacancyRead) = (await reader.ReadAsync(employer, cancellationToken), await reader.ReadAsync(vacancy, cancellationToken));
        var fields = new[] { employerRead.Error, vacancyRead.Error }.SelectMany(e => e?.Fields ?? new Dictionary<string, string[]>())
            .DistinctBy(f => f.Key).ToDictionary(f => f.Key, f => f.Value);
        if (string.IsNullOrEmpty(employer.ContactEmail))
        {
            fields[nameof(JobEmployerForm.ContactEmail)] = ["Écrivez l'adresse à laquelle nous pouvons vous répondre."];
        }

        if (fields.Count > 0)
        {
            return SharedErrors.Invalid(fields);
        }

        if (command.IsRobot || command.SubmissionId == Guid.Empty)
        {
            return SharedErrors.PageTooOld;
        }

        if (await db.Announcements.AnyAsync(a => a.Id == command.SubmissionId, cancellationToken))
        {
            return Result.Success;
        }

        var now = clock.GetUtcNow();
        var hourAgo = now.AddHours(-1);
        if (await db.Announcements.CountAsync(a => a.DecidedAt == null, cancellationToken) >= AnnounceJob.MostWaiting
            || (actor.Network is { } network
                && await db.Announcements.CountAsync(a => a.Network == network && a.ReceivedAt > hourAgo, cancellationToken) >= AnnounceJob.MostPerNetworkAndHour))
        {
            return SpouseErrors.TooManyAnnouncements;
        }

        db.Add(JobAnnouncement.Of(command.SubmissionId, employer, vacancy, actor.Network, now));
        return Result.Success;
    }
}
