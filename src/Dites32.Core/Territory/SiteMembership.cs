namespace Dites32.Core.Territory;

/// <summary>The person may recruit for the site. The rights over its offers come from this row and from nowhere else.</summary>
internal sealed class SiteMembership
{
    private SiteMembership() { }

    public Guid AccountId { get; private init; }
    public Guid SiteId { get; private init; }
    public DateTimeOffset Since { get; private init; }

    public static SiteMembership Of(Guid accountId, Guid siteId, DateTimeOffset now) =>
        new() { AccountId = accountId, SiteId = siteId, Since = now };
}
