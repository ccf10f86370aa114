using Dites32.Core.Data;
using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships.Space;

/// <summary>Leads whoever is signed in to their own intern's file: the one that bears the confirmed address of their account.</summary>
internal sealed class InternAccess(AppDbContext db, Actor actor)
{
    /// <returns>Null where no file bears their address.</returns>
    public async Task<Intern?> FindAsync(CancellationToken cancellationToken)
    {
        var email = await db.Users.Where(a => a.Id == actor.RequiredAccountId && a.EmailConfirmed).Select(a => a.Email).SingleOrDefaultAsync(cancellationToken);
        return email is null ? null : await db.Interns.SingleOrDefaultAsync(i => i.Email == EmailAddress.Normalise(email), cancellationToken);
    }
}

public static class InternSpaceErrors
{
    public static readonly Error NoFile = new(
        ErrorKind.NotFound, "intern-space.no-file",
        "Aucune fiche d'interne n'est à l'adresse de votre compte. Si la mission vous a écrit à une autre adresse, changez celle du compte ou dites-le-nous.");
}
