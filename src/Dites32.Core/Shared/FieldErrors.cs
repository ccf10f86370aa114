namespace Dites32.Core.Shared;

/// <summary>Gathers all that is wrong in a form, so that it is said in one round; the first message of a field counts.</summary>
internal sealed class FieldErrors
{
    private readonly Dictionary<string, string[]> messages = [];

    public Error? Error => messages.Count == 0 ? null : SharedErrors.Invalid(messages);

    public void Add(string field, string message) => messages.TryAdd(field, [message]);

    public void Require(bool condition, string field, string message)
    {
        if (!condition)
        {
            Add(field, message);
        }
    }

    /// <summary>The value, or the default with the error beside its field.</summary>
    public T? Take<T>(string field, Result<T> result)
    {
        if (result.Error is null)
        {
            return result.Value;
        }

        Add(field, result.Error.Message);
        return default;
    }

    /// <summary>The cleaned text, which is kept even when it is too long.</summary>
    public string Text(string field, string? typed, int maxLength)
    {
        var text = PlainText.Clean(typed);
        Require(text.Length <= maxLength, field, $"{maxLength}\u00a0caractères au plus\u00a0; ce texte en compte {text.Length}.");
        return text;
    }
}
