using Dites32.Core.SpouseSupport.Data;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

internal static class OpenPosts
{
    /// <summary>Every post that one may apply for on this day.</summary>
    public static Task<List<OpenPost>> OpenPostsAsync(this SpouseDbContext db, DateOnly today, CancellationToken cancellationToken) =>
        db.Vacancies.OpenOn(today).Select(v => new OpenPost(v.Id, v.Title, v.RomeCode, v.Contract, v.InseeCode, v.StartsOn, v.AddedAt)).ToListAsync(cancellationToken);
}
