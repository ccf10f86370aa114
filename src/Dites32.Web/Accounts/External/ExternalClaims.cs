using System.Globalization;
using System.Security.Claims;
using Dites32.Core.Accounts.External;
using Dites32.Core.Shared;

namespace Dites32.Web.Accounts.External;

/// <summary>What the portal reads in a verified id_token, and keeps of it until the person has said who they are here.</summary>
internal static class ExternalClaims
{
    private const string Provider = "provider";
    private const string Rpps = "rpps";

    /// <summary>A principal with what is needed and nothing more; null where the token names nobody.</summary>
    public static ClaimsPrincipal? Keep(ClaimsPrincipal token, ExternalProvider provider)
    {
        var (issuer, subject) = (token.FindFirstValue("iss"), token.FindFirstValue("sub"));
        if (issuer is not { Length: > 0 and <= ExternalIdentity.MaxLength } || subject is not { Length: > 0 and <= ExternalIdentity.MaxLength })
        {
            return null;
        }

        var identity = new ClaimsIdentity(provider.Slug);
        Add("iss", issuer);
        Add("sub", subject);
        Add(Provider, provider.Slug);
        Add("auth_time", token.FindFirstValue("auth_time"));
        Add("name", NameIn(token));
        Add("email", token.FindFirstValue("email"));
        Add(Rpps, provider.KnowsRpps ? RppsIn(token) : null);
        return new ClaimsPrincipal(identity);

        void Add(string type, string? value)
        {
            if (PlainText.Clean(value) is { Length: > 0 and <= ExternalIdentity.MaxLength } clean)
            {
                identity.AddClaim(new Claim(type, clean));
            }
        }
    }

    /// <summary>What was kept, or null when it is nothing that a provider of today has said.</summary>
    public static WaitingIdentity? Read(ClaimsPrincipal? kept, ExternalProviders providers) =>
        kept is not null && providers.Find(kept.FindFirstValue(Provider)) is { } provider
        && kept.FindFirstValue("iss") is { } issuer && kept.FindFirstValue("sub") is { } subject
            ? new WaitingIdentity(
                provider,
                new ExternalIdentity(provider.Name, issuer, subject) { Rpps = kept.FindFirstValue(Rpps), AuthenticatedAt = InstantOf(kept.FindFirstValue("auth_time")) },
                kept.FindFirstValue("name"), kept.FindFirstValue("email"))
            : null;

    /// <summary>« 8 » and the eleven digits; other professionals have another first digit, and no RPPS number.</summary>
    private static string? RppsIn(ClaimsPrincipal token) =>
        new[] { token.FindFirstValue("SubjectNameID"), token.FindFirstValue("preferred_username") }
            .Where(id => id is { Length: Dites32.Core.Candidates.Rpps.Length + 1 } && id[0] == '8' && id.All(char.IsAsciiDigit))
            .Select(id => id![1..])
            .FirstOrDefault();

    private static string? NameIn(ClaimsPrincipal token) =>
        (token.FindFirstValue("given_name") ?? token.FindFirstValue("usual_name"), token.FindFirstValue("family_name")) is ({ } given, { } family)
            ? $"{given} {family}"
            : token.FindFirstValue("name");

    private static DateTimeOffset? InstantOf(string? seconds) =>
        long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value < int.MaxValue * 2L
            ? DateTimeOffset.FromUnixTimeSeconds(value)
            : null;
}

/// <summary>Somebody whom a service has named in this browser, and whom no account knows yet.</summary>
/// <param name="Name">As the service knows them, to be corrected.</param>
internal sealed record WaitingIdentity(ExternalProvider Provider, ExternalIdentity Identity, string? Name, string? Email);
