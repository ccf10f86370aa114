using System.Text.Json;
using Dites32.Core.Accounts;
using Dites32.Core.Data;
using Dites32.Core.Documents;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Privacy;

/// <summary>Gathers what an archive holds.</summary>
internal sealed class PersonalArchives(AppDbContext db, DocumentStore store, TimeProvider clock)
{
    public async Task<PersonalArchive> OfAsync(PersonKeys keys, CancellationToken cancellationToken)
    {
        var ids = (Guid[])keys.Of("documents");
        var documents = await db.Documents.Where(d => ids.Contains(d.Id)).OrderBy(d => d.UploadedAt).ThenBy(d => d.Id)
            .Select(d => new DocumentSummary(d.Id, d.FileName, d.Kind, d.SizeBytes, d.Verdict, d.UploadedAt))
            .ToListAsync(cancellationToken);
        var safe = documents.Where(d => DocumentAccess.MayOpen(d, isOwner: true, isDevelopment: false)).ToList();
        var rows = await db.RowsOfAsync(PersonalData.Current, keys, cancellationToken);
        return new PersonalArchive(PersonalData.Current, rows, await NamesAsync(rows, cancellationToken), safe, store, clock.GetUtcNow());
    }

    /// <summary>What the numbers of rows stand for, where that is no secret: offers, stages, sites, specialties and roles.</summary>
    private async Task<IReadOnlyDictionary<string, string>> NamesAsync(IReadOnlyList<PersonRows> rows, CancellationToken cancellationToken)
    {
        var ids = rows.SelectMany(t => t.Rows).SelectMany(r => r.EnumerateObject())
            .Where(c => c.Name.EndsWith("_id", StringComparison.Ordinal) && c.Value.ValueKind == JsonValueKind.String)
            .Select(c => Guid.TryParse(c.Value.GetString(), out var id) ? id : Guid.Empty).ToHashSet();
        var names = Enum.GetValues<Role>().ToDictionary(role => AccountMapping.IdOf(role).ToString(), role => role.Label());
        foreach (var offer in await db.Offers.Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, o.Number, o.Title }).ToListAsync(cancellationToken))
        {
            names[offer.Id.ToString()] = $"{OfferReference.Of(offer.Number)}, {offer.Title}";
        }

        foreach (var stage in await db.Stages.Where(s => ids.Contains(s.Id)).Select(s => new { s.Id, s.Label }).ToListAsync(cancellationToken))
        {
            names[stage.Id.ToString()] = stage.Label;
        }

        foreach (var site in await db.Sites.Where(s => ids.Contains(s.Id)).Select(s => new { s.Id, s.Name }).ToListAsync(cancellationToken))
        {
            names[site.Id.ToString()] = site.Name;
        }

        foreach (var specialty in await db.Specialties.Select(s => new { s.Code, s.Label }).ToListAsync(cancellationToken))
        {
            names[specialty.Code] = specialty.Label;
        }

        return names;
    }
}
