using System.Globalization;
using Dites32.Core.Notifications;
using Dites32.Web.Shared;

namespace Dites32.Web.Home;

/// <summary>Whom to tell of a weakness (RFC 9116). The date moves by itself: the portal answers for it as long as it runs.</summary>
internal static class SecurityContact
{
    private const string Path = "/.well-known/security.txt";
    private static readonly TimeSpan Holds = TimeSpan.FromDays(180);

    public static void MapSecurityContact(this IEndpointRouteBuilder routes) => routes.MapGet(Path, async (Sender sender, PublicAddress address, TimeProvider clock) =>
    {
        var mission = (await sender.SendAsync(new GetMission())).Value;
        return Results.Text(string.Create(CultureInfo.InvariantCulture, $"""
            Contact: mailto:{mission.Email}
            Expires: {(clock.GetUtcNow() + Holds).UtcDateTime:yyyy-MM-dd}T00:00:00Z
            Preferred-Languages: fr, en
            Canonical: {address.Of(Path)}

            """), "text/plain; charset=utf-8");
    });
}
