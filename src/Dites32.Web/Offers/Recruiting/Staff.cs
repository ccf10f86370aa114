using Dites32.Core.Shared;

namespace Dites32.Web.Offers.Recruiting;

/// <summary>Who may open the pages of the recruiters; what these show is decided by the requests they send.</summary>
internal static class Staff
{
    public const string Mission = $"{nameof(Role.Dites32Recruiter)},{nameof(Role.Administrator)}";
    public const string Recruiters = $"{nameof(Role.SiteRecruiter)},{Mission}";
}
