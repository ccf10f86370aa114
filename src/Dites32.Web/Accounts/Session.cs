using Dites32.Core.Accounts;
using Dites32.Core.Accounts.Sessions;
using Dites32.Core.Shared;
using Dites32.Web.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Dites32.Web.Accounts;

/// <summary>Gives and takes back the cookie of a session, once a command has decided.</summary>
internal sealed class Session(Sender sender, LinkCookie link, IHttpContextAccessor http)
{
    private HttpContext Context => http.HttpContext ?? throw new InvalidOperationException("A session is opened by a page.");

    public Task OpenAsync(OpenedSession session) =>
        Context.SignInAsync(IdentityConstants.ApplicationScheme, SessionPrincipal.Naming(session.Id, session.AccountId));

    /// <summary>After a first proof that was accepted: opens the session or keeps what the second step needs, and says where to go.</summary>
    public async Task<string> GoOnAsync(SignInAnswer answer, string? returnTo)
    {
        if (answer.Session is { } session)
        {
            await OpenAsync(session);
            return session.LacksProof ? HomeOf(session) : LocalAddress.Or(returnTo, HomeOf(session));
        }

        link.Keep(Context, answer.SecondStep!, "/connexion/code");
        return returnTo is null ? "/connexion/code" : $"/connexion/code?retour={Uri.EscapeDataString(returnTo)}";
    }

    public async Task CloseAsync()
    {
        await sender.SendAsync(new EndThisSession());
        await Context.SignOutAsync(IdentityConstants.ApplicationScheme);
        await Context.SignOutAsync(IdentityConstants.ExternalScheme); // an identity that waits is not for who comes next
    }

    /// <summary>Where somebody who has just come in goes on.</summary>
    public static string HomeOf(OpenedSession session) =>
        session.LacksProof ? "/mon-compte/double-authentification"
        : session.Roles.Any(role => role is Role.SiteRecruiter or Role.Dites32Recruiter) ? "/recruteur"
        : session.Roles.Contains(Role.SpouseCaseworker) ? "/accompagnement"
        : session.Roles.Contains(Role.InternshipCoordinator) ? "/internat"
        : session.Roles.Contains(Role.TerritoryManager) ? "/administration/structures"
        : "/mon-compte";
}
