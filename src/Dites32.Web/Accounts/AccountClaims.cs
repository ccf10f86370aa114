using System.Security.Claims;
using Dites32.Core.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Dites32.Web.Accounts;

/// <summary>What a session knows of its account: id, name to show, roles, and the stamp that ends it.</summary>
internal sealed class AccountClaims(UserManager<Account> users, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Account>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var claims = Options.ClaimsIdentity;
        var identity = new ClaimsIdentity(IdentityConstants.ApplicationScheme, claims.UserNameClaimType, claims.RoleClaimType);
        identity.AddClaim(new Claim(claims.UserIdClaimType, user.Id.ToString()));
        identity.AddClaim(new Claim(claims.UserNameClaimType, user.DisplayName));
        identity.AddClaim(new Claim(claims.SecurityStampClaimType, user.SecurityStamp!));
        identity.AddClaims((await UserManager.GetRolesAsync(user)).Select(role => new Claim(claims.RoleClaimType, role)));
        return identity;
    }
}
