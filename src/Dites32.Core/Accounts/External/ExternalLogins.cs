using System.Security.Cryptography;
using System.Text;
using Dites32.Core.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Accounts.External;

internal static class ExternalLogins
{
    public static Task<IdentityUserLogin<Guid>?> FindLoginAsync(this AppDbContext db, ExternalIdentity identity, CancellationToken cancellationToken) =>
        db.UserLogins.SingleOrDefaultAsync(l => l.LoginProvider == identity.Issuer && l.ProviderKey == identity.Subject, cancellationToken);

    /// <summary>In the save of the command.</summary>
    public static void Link(this AppDbContext db, Account account, ExternalIdentity identity, DateTimeOffset now)
    {
        db.UserLogins.Add(new IdentityUserLogin<Guid>
        {
            UserId = account.Id,
            LoginProvider = identity.Issuer,
            ProviderKey = identity.Subject,
            ProviderDisplayName = identity.Service,
        });
        account.Believe(identity, now);
    }

    /// <summary>Keeps what the service confirms about the person.</summary>
    public static void Believe(this Account account, ExternalIdentity identity, DateTimeOffset now)
    {
        if (identity.Rpps is { } rpps)
        {
            account.ConfirmRpps(rpps, RppsSource.ProSanteConnect, now);
        }
    }

    /// <summary>Names a link where its owner sees it, without what it is made of.</summary>
    public static string IdOf(IdentityUserLogin<Guid> login) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{login.LoginProvider}\n{login.ProviderKey}")));
}
