using Dites32.Core.Documents;
using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dites32.Core.SpouseSupport;

/// <summary>
/// The documents of partners, behind the wall: each belongs to a file that lasts, and goes with it. Its arrival stands in the
/// history, and the caseworker hears of it, in the save that brings it.
/// </summary>
public sealed class SpouseDocumentStore : DocumentStore
{
    internal SpouseDocumentStore(IServiceScopeFactory scopes, Clamd clamd, TimeProvider clock)
        : base(scopes, clamd, clock)
    {
    }

    private protected override ReadingPurpose Purpose => ReadingPurpose.Accompanying;

    private protected override bool KeepsAtOnce => true;

    private protected override DbContext ContextIn(IServiceProvider services) => services.GetRequiredService<SpouseDbContext>();

    private protected override async Task AddedAsync(IServiceProvider services, Actor actor, Document document)
    {
        var db = services.GetRequiredService<SpouseDbContext>();
        db.Add(new SpouseEvent(document.OwnerId, SpouseEventKind.DocumentAdded, actor.AccountId, document.UploadedAt));
        var caseworkers = services.GetRequiredService<Caseworkers>();
        var ownerId = await db.Cases.Where(c => c.Id == document.OwnerId).Select(c => c.OwnerId).SingleOrDefaultAsync(CancellationToken.None);
        if (actor.AccountId is null && await caseworkers.FindAsync(ownerId, CancellationToken.None) is { } caseworker)
        {
            services.GetRequiredService<SpouseOutbox>().Write(services.GetRequiredService<SpouseEmails>().DocumentAdded(document.OwnerId, caseworker));
        }
    }
}
