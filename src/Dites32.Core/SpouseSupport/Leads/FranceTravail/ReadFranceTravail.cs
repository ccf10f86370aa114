using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using Dites32.Core.Territory;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>
/// Takes the offers of the Gers from France Travail: new ones are added, known ones put right, those that have gone closed (and
/// open again should they come back). A reading that fails changes no post. Once a day: sent again after a complete one, it does nothing, as
/// it does where nothing is set up and for as long as France Travail has asked to wait.
/// </summary>
[AllowSystem]
public sealed record ReadFranceTravail : ICommand<Result>, IBehindTheWall, IRunsAgain;

internal sealed class ReadFranceTravailHandler(
    SpouseDbContext db, FranceTravailOffers service, CatalogueCache catalogues, TimeProvider clock) : IRequestHandler<ReadFranceTravail, Result>
{
    public async Task<Result> Handle(ReadFranceTravail command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var last = await db.Readings.OrderByDescending(r => r.Id).FirstOrDefaultAsync(cancellationToken);
        if (!service.IsConnected || last?.NotBefore > now
            || (last is { Outcome: ReadingOutcome.Complete } && last.At.ParisDay() == clock.Today()))
        {
            return Result.Success;
        }

        var read = await service.ReadAsync(cancellationToken);
        var reading = new FranceTravailReading(read.Outcome, now, read.NotBefore);
        db.Add(reading);
        if (read.Outcome.HasRead())
        {
            await TakeAsync(read, reading, now, cancellationToken);
        }

        return Result.Success;
    }

    private async Task TakeAsync(OffersRead read, FranceTravailReading reading, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var catalogue = await catalogues.GetAsync(cancellationToken);
        var offers = read.Offers.Select(o => (Offer: o, Profile: o.ProfileIn(catalogue))).Where(o => o.Profile is not null).ToDictionary(o => o.Offer.Id!);
        var ids = offers.Keys.ToList();
        var known = await db.Vacancies.Where(v => v.Source == JobSource.FranceTravail && (v.ClosedAt == null || ids.Contains(v.ExternalId!)))
            .ToDictionaryAsync(v => v.ExternalId!, cancellationToken);
        foreach (var (id, (offer, profile)) in offers)
        {
            if (known.TryGetValue(id, out var vacancy))
            {
                vacancy.Publish(offer.EmployerName(), profile!);
            }
            else
            {
                db.Add(JobVacancy.Published(id, offer.EmployerName(), profile!, now));
            }
        }

        var gone = read.Outcome == ReadingOutcome.Complete ? known.Values.Where(v => !offers.ContainsKey(v.ExternalId!)).ToList() : [];
        gone.ForEach(v => v.Close(now));
        reading.Counted(offers.Count, offers.Count - known.Keys.Count(offers.ContainsKey), gone.Count, read.Offers.Count - offers.Count);
    }
}
