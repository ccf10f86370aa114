using Dites32.Core.Data;
using Dites32.Core.Offers;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Offers;

internal static class Copies
{
    /// <summary>Many offers at once, in one statement.</summary>
    public static Task<int> MakeAsync(AppDbContext db, Offer offer, int count, int firstNumber = 1000) => db.Database.ExecuteSqlAsync($"""
        INSERT INTO offer (id, number, slug, site_id, kind, title, description, specialty_code, insee_code, epci_code, starts_on, ranges, ends_on,
            details, has_housing, zone, closes_on, referent_id, contact_phone, is_anonymous, status, created_at, changed_at, published_at, search_text)
        SELECT gen_random_uuid(), {firstNumber} + n, slug, site_id, kind, title, description, specialty_code, insee_code, epci_code, starts_on, ranges, ends_on,
            details, has_housing, zone, closes_on, referent_id, contact_phone, is_anonymous, status, created_at, changed_at, published_at, search_text
        FROM offer, generate_series(1, {count}) AS n WHERE id = {offer.Id}
        """, TestContext.Current.CancellationToken);
}
