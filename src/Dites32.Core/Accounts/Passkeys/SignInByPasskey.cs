using Dites32.Core.Accounts.Sessions;
using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Accounts.Passkeys;

/// <summary>
/// Opens a session for the owner of a passkey whose answer the portal itself has just verified: no page can send this. A
/// passkey that asked for the finger, the face or the code of its owner is both factors in one.
/// </summary>
[AllowSystem]
public sealed record SignInByPasskey(Guid AccountId, UserPasskeyInfo Passkey) : ICommand<Result<OpenedSession>>, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.Account, AccountId);
}

internal sealed class SignInByPasskeyHandler(AppDbContext db, UserManager<Account> users, SessionOpening sessions)
    : IRequestHandler<SignInByPasskey, Result<OpenedSession>>
{
    public async Task<Result<OpenedSession>> Handle(SignInByPasskey request, CancellationToken cancellationToken)
    {
        var account = await db.Users.SingleOrDefaultAsync(
            a => a.Id == request.AccountId && a.DisabledAt == null && a.EmailConfirmed, cancellationToken);
        if (account is null || !request.Passkey.IsUserVerified || await users.GetPasskeyAsync(account, request.Passkey.CredentialId) is null)
        {
            return PasskeyErrors.Refused;
        }

        await users.AddOrUpdatePasskeyAsync(account, request.Passkey); // how often it was used: a copy of it would be noticed
        return await sessions.OpenAsync(account, SessionProof.Passkey, cancellationToken);
    }
}
