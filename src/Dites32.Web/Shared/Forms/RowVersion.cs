using System.Globalization;

namespace Dites32.Web.Shared.Forms;

/// <summary>The version of a row that a form carries with it; 0, which no row has, where there is none.</summary>
internal static class RowVersion
{
    public static uint Read(string? text) => uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
}
