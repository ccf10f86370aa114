using Dites32.Core.Shared;

namespace Dites32.Web.Shared.Forms;

/// <summary>What the fields of a form need to know of it.</summary>
/// <param name="Prefix">The name of the page's <c>[SupplyParameterFromForm]</c> property.</param>
/// <param name="Names">Of a search: what its address calls each field.</param>
internal sealed record FormContext(string Prefix, Error? Error, IReadOnlyDictionary<string, string>? Names = null)
{
    /// <summary>Everybody knows that what one looks for is optional.</summary>
    public bool IsSearch => Names is not null;

    public string NameOf(string field) => Names?[field] ?? $"{Prefix}.{field}";

    /// <summary>Ids hold no dot and no bracket, so that they can be linked to.</summary>
    public static string IdOf(string field) => field.Replace('.', '-').Replace('[', '-').Replace("]", "", StringComparison.Ordinal);

    public IReadOnlyList<string> ErrorsOf(string field) =>
        Error?.Fields?.TryGetValue(field, out var messages) == true ? messages : [];
}
