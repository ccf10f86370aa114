using System.Security.Claims;
using Dites32.Core.Accounts.Sessions;
using Microsoft.AspNetCore.Identity;

namespace Dites32.Web.Accounts;

/// <summary>The cookie names a session and its account; who that is and what they may do is read at each request.</summary>
internal static class SessionPrincipal
{
    public const string SessionClaim = "session";
    private const string LacksProofClaim = "lacks-proof";
    private const string EndClaim = "idle-end";

    public static ClaimsPrincipal Naming(Guid sessionId, Guid accountId) => new(IdentityOf(sessionId, accountId));

    public static ClaimsPrincipal Of(Guid sessionId, SessionState state)
    {
        var identity = IdentityOf(sessionId, state.AccountId);
        identity.AddClaim(new Claim(identity.NameClaimType, state.DisplayName));
        identity.AddClaims(state.Roles.Select(role => new Claim(identity.RoleClaimType, role.ToString())));
        identity.AddClaim(new Claim(EndClaim, state.IdleEndsAt.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture)));
        if (state.LacksProof)
        {
            identity.AddClaim(new Claim(LacksProofClaim, "true"));
        }

        return new ClaimsPrincipal(identity);
    }

    public static (Guid SessionId, Guid AccountId)? Read(ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(SessionClaim), out var session) && Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var account)
            ? (session, account)
            : null;

    /// <summary>The account has roles that this session does not open, for want of a second factor.</summary>
    public static bool LacksProof(this ClaimsPrincipal user) => user.HasClaim(LacksProofClaim, "true");

    /// <summary>When the session ends if nothing more is asked; null for a visitor.</summary>
    public static DateTimeOffset? SessionEnd(this ClaimsPrincipal user) =>
        long.TryParse(user.FindFirstValue(EndClaim), out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    private static ClaimsIdentity IdentityOf(Guid sessionId, Guid accountId) => new(
        [new Claim(SessionClaim, sessionId.ToString()), new Claim(ClaimTypes.NameIdentifier, accountId.ToString())],
        IdentityConstants.ApplicationScheme, ClaimTypes.Name, ClaimTypes.Role);
}
