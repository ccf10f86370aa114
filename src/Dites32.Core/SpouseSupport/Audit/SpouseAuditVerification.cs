using Dites32.Core.Audit;
using Dites32.Core.SpouseSupport.Data;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>What <see cref="AuditVerification"/> does, for the trail behind the wall.</summary>
public static class SpouseAuditVerification
{
    /// <param name="connectionString">Of the role <c>spouse</c>.</param>
    public static async Task<AuditVerified> RunAsync(string connectionString, AuditHead? noted = null, CancellationToken cancellationToken = default)
    {
        var options = new DbContextOptionsBuilder<SpouseDbContext>();
        options.UseSpouse(connectionString);
        await using var db = new SpouseDbContext(options.Options);
        db.Database.SetCommandTimeout(AuditVerification.PatienceSeconds);
        return await AuditVerification.RunAsync(db, noted, cancellationToken);
    }
}
