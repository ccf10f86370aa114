using Dites32.Core.Data;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Applications;

/// <summary>What happened to a card since it was read.</summary>
internal static class CardVersion
{
    public static uint VersionOf(this AppDbContext db, Application application) =>
        db.Entry(application).Property<uint>("Version").CurrentValue;

    /// <summary>Who was faster, when and to what; or that it was the person who changed something.</summary>
    public static async Task<Error> SayWhoWasFasterAsync(this AppDbContext db, Application application, CancellationToken cancellationToken)
    {
        var last = await db.LastChangeAsync(application.Id, cancellationToken);
        if (last is not { Kind: ApplicationEventKind.Moved or ApplicationEventKind.TakenBack or ApplicationEventKind.Withdrawn })
        {
            return ApplicationErrors.CompletedMeanwhile;
        }

        var who = await db.Users.Where(u => u.Id == last.AuthorId).Select(u => u.DisplayName).SingleOrDefaultAsync(cancellationToken);
        var stage = await db.Stages.Where(s => s.Id == last.ToStageId).Select(s => s.Label).SingleOrDefaultAsync(cancellationToken);
        return ApplicationErrors.MovedMeanwhile(
            last.Kind == ApplicationEventKind.Withdrawn ? "La personne" : who ?? "Quelqu'un", last.At, stage ?? last.ToCategory!.Value.PublicLabel());
    }

    /// <summary>The last event that changed the row itself: notes, documents and links lie elsewhere.</summary>
    public static Task<ApplicationEvent?> LastChangeAsync(this AppDbContext db, Guid applicationId, CancellationToken cancellationToken) =>
        db.ApplicationEvents.AsNoTracking()
            .Where(e => e.ApplicationId == applicationId
                && (e.Kind == ApplicationEventKind.Moved || e.Kind == ApplicationEventKind.TakenBack || e.Kind == ApplicationEventKind.Withdrawn
                    || e.Kind == ApplicationEventKind.EmailConfirmed || e.Kind == ApplicationEventKind.ContactCorrected))
            .OrderByDescending(e => e.Id)
            .FirstOrDefaultAsync(cancellationToken);
}
