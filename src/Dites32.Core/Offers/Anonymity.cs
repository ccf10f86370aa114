using Dites32.Core.Shared;

namespace Dites32.Core.Offers;

/// <summary>An anonymous offer must not name in its texts what its page hides.</summary>
internal static class Anonymity
{
    /// <param name="hidden">The names of the commune, of the site and of its organisation.</param>
    public static void Check(FieldErrors errors, OfferText text, OfferKind kind, IReadOnlyList<string> hidden)
    {
        var texts = new List<(string Field, string Text)> { ("Title", text.Title), ("Description", text.Description) };
        texts.AddRange(OfferFields.Of(kind)
            .Where(f => f.Type is OfferFieldType.Text or OfferFieldType.LongText && !f.TellsWhere && text.Details.ContainsKey(f.Code))
            .Select(f => ($"Details[{f.Code}]", text.Details[f.Code])));
        foreach (var (field, written) in texts)
        {
            var words = $"-{PlainText.Words(written)}-";
            foreach (var name in hidden.Where(name => words.Contains($"-{PlainText.Words(name)}-", StringComparison.Ordinal)))
            {
                errors.Add(field, $"L'offre est anonyme, et ce texte nomme «\u00a0{name}\u00a0»\u00a0: écrivez-le sans ce nom, ou levez l'anonymat.");
            }
        }
    }
}
