using System.Globalization;
using System.Security.Cryptography;
using Dites32.Core.Notifications;
using Microsoft.AspNetCore.DataProtection;

namespace Dites32.Core.Accounts;

internal enum LinkKind { Confirmation, Reset, Invitation, SignIn, NewAddress, ExternalAccount }

/// <summary>
/// The links that mails hold. A link names its account, its end and the account's security stamp, protected: nothing is
/// stored, and it ends with the first one that was used, because that changes the stamp.
/// </summary>
internal sealed class AccountLinks(IDataProtectionProvider protection, Portal portal, TimeProvider clock)
{
    private readonly IDataProtector protector = protection.CreateProtector("account-links");

    public string AddressOf(LinkKind kind, Account account) => AddressOf(kind, account, "");

    /// <summary>Opened, it makes this the account's address: the link names it, and is sent there.</summary>
    public string ToNewAddress(Account account, string email) => AddressOf(LinkKind.NewAddress, account, email);

    /// <summary>Opened, it shows that whoever signed in by another service reads this mailbox: there is no account yet.</summary>
    public string ToExternalAccount(string email) => AddressOf(LinkKind.ExternalAccount, Guid.Empty, "", email);

    private string AddressOf(LinkKind kind, Account account, string email) => AddressOf(kind, account.Id, account.SecurityStamp, email);

    private string AddressOf(LinkKind kind, Guid accountId, string? stamp, string email)
    {
        var end = (clock.GetUtcNow() + LifeOf(kind)).ToUnixTimeSeconds();
        var token = protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{kind}|{accountId:N}|{stamp}|{end}|{email}"));
        var page = kind switch
        {
            LinkKind.Confirmation => "confirmer-adresse",
            LinkKind.SignIn => "connexion/lien/ouvrir",
            LinkKind.NewAddress => "nouvelle-adresse",
            LinkKind.ExternalAccount => "connexion/service/ouvrir",
            LinkKind.Reset or LinkKind.Invitation => "nouveau-mot-de-passe",
        };
        return portal.Link($"/{page}?jeton={token}");
    }

    /// <summary>The account and the stamp that a link names, or null when it is none of ours, of another kind or over.</summary>
    public (Guid AccountId, string Stamp)? Read(string token, params ReadOnlySpan<LinkKind> kinds) =>
        ReadAll(token, kinds) is var (accountId, stamp, _) ? (accountId, stamp) : null;

    public (Guid AccountId, string Stamp, string Email)? ReadNewAddress(string token) => ReadAll(token, LinkKind.NewAddress);

    /// <summary>The mailbox that a link of <see cref="ToExternalAccount"/> was sent to.</summary>
    public string? ReadExternalAccount(string token) => ReadAll(token, LinkKind.ExternalAccount)?.Email;

    private (Guid AccountId, string Stamp, string Email)? ReadAll(string token, params ReadOnlySpan<LinkKind> kinds)
    {
        try
        {
            var parts = protector.Unprotect(token).Split('|', 5); // an address may hold the separator
            return kinds.Contains(Enum.Parse<LinkKind>(parts[0]))
                && DateTimeOffset.FromUnixTimeSeconds(long.Parse(parts[3], CultureInfo.InvariantCulture)) > clock.GetUtcNow()
                    ? (Guid.ParseExact(parts[1], "N"), parts[2], parts[4])
                    : null;
        }
        catch (CryptographicException) // typed, cut or made up
        {
            return null;
        }
    }

    private static TimeSpan LifeOf(LinkKind kind) => kind switch
    {
        LinkKind.Confirmation or LinkKind.NewAddress or LinkKind.ExternalAccount => TimeSpan.FromDays(3),
        LinkKind.Reset or LinkKind.SignIn => TimeSpan.FromMinutes(30),
        LinkKind.Invitation => TimeSpan.FromDays(7),
    };
}
