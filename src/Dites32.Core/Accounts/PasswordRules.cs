using System.Globalization;
using System.Reflection;
using System.Text;
using FluentValidation;

namespace Dites32.Core.Accounts;

/// <summary>Long, and not the first one that somebody would try. No rule of composition: it makes passwords worse (CNIL, OWASP).</summary>
internal static class PasswordRules
{
    public const int MinLength = 12;
    public const int MaxLength = 128;

    private const int MinPartOfAddress = 4;

    private static readonly Lazy<HashSet<string>> Common = new(ReadCommon);

    /// <summary>The sentence to show, or null when the password will do.</summary>
    public static string? Problem(string password, string? email = null) => password switch
    {
        "" => "Choisissez un mot de passe.",
        { Length: < MinLength } => $"Choisissez un mot de passe de {MinLength}\u00a0caractères ou plus.",
        { Length: > MaxLength } => $"Choisissez un mot de passe de {MaxLength}\u00a0caractères au plus.",
        _ when email is not null && Contains(password, email) => "Choisissez un mot de passe qui ne contient pas votre adresse.",
        _ when IsCommon(password) => "Ce mot de passe est trop courant\u00a0: il serait essayé parmi les premiers. Quelques mots sans lien entre eux conviennent bien.",
        _ => null,
    };

    public static IRuleBuilderOptionsConditions<T, string> IsGoodPassword<T>(this IRuleBuilder<T, string> rule, Func<T, string>? email = null) =>
        rule.Custom((password, context) =>
        {
            if (Problem(password, email?.Invoke(context.InstanceToValidate)) is { } problem)
            {
                context.AddFailure(problem);
            }
        });

    private static bool Contains(string password, string email)
    {
        var name = email.Trim().Split('@')[0];
        return name.Length >= MinPartOfAddress && password.Contains(name, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>« Marseille2026! » and « azertyazerty » are as common as « marseille » and « azerty ».</summary>
    private static bool IsCommon(string password)
    {
        var text = Plain(password);
        var word = text.Trim([.. text.Where(c => !char.IsLetter(c))]);
        return text.Distinct().Count() < 4 || Common.Value.Contains(text) || Common.Value.Contains(Unit(text)) || Common.Value.Contains(Unit(word));
    }

    private static string Plain(string password) => string.Concat(password.ToLowerInvariant().Normalize(NormalizationForm.FormD)
        .Where(c => !char.IsWhiteSpace(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));

    /// <summary>What the text repeats: « bonjour » for « bonjourbonjour ».</summary>
    private static string Unit(string text)
    {
        for (var length = 1; length <= text.Length / 2; length++)
        {
            if (text.Length % length == 0 && text.AsSpan(length).SequenceEqual(text.AsSpan(0, text.Length - length)))
            {
                return text[..length];
            }
        }

        return text;
    }

    private static HashSet<string> ReadCommon()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("Dites32.Core.Accounts.common-passwords.csv")!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }
}
