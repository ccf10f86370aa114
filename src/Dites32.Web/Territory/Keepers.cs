using Dites32.Core.Shared;
using Dites32.Web.Offers.Recruiting;

namespace Dites32.Web.Territory;

/// <summary>Who may open the pages of the organisations and their sites.</summary>
internal static class Keepers
{
    public const string OfStructures = $"{nameof(Role.TerritoryManager)},{Staff.Mission}";
}
