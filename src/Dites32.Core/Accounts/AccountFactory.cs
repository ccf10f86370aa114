using Dites32.Core.Shared;
using Microsoft.AspNetCore.Identity;

namespace Dites32.Core.Accounts;

/// <summary>Accounts made without a mail, for the demo and the tests.</summary>
internal static class AccountFactory
{
    /// <summary>An account whose address is confirmed. Its roles are rows of their own: <see cref="Roles"/>.</summary>
    public static Account Create(string email, string displayName, string password) =>
        Account.Confirmed(EmailAddress.Normalise(email), displayName, Passwords.Hash(password));

    public static IEnumerable<IdentityUserRole<Guid>> Roles(Account account, params IEnumerable<Role> roles) =>
        roles.Select(role => new IdentityUserRole<Guid> { UserId = account.Id, RoleId = AccountMapping.IdOf(role) });
}
