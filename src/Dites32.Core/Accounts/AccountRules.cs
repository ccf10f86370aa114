using Dites32.Core.Shared;
using FluentValidation;

namespace Dites32.Core.Accounts;

/// <summary>The fields that several forms share.</summary>
internal static class AccountRules
{
    public static void IsAddress<T>(this IRuleBuilderInitial<T, string> rule) => rule
        .Cascade(CascadeMode.Stop)
        .NotEmpty().WithMessage("Indiquez une adresse électronique.")
        .Must(EmailAddress.IsPlausible).WithMessage("Indiquez une adresse de la forme nom@exemple.fr.");

    public static void IsDisplayName<T>(this IRuleBuilderInitial<T, string> rule) => rule
        .Cascade(CascadeMode.Stop)
        .NotEmpty().WithMessage("Indiquez un nom.")
        .MaximumLength(Account.MaxDisplayNameLength).WithMessage($"Indiquez un nom de {Account.MaxDisplayNameLength}\u00a0caractères au plus.")
        .Must(name => !name.Any(char.IsControl)).WithMessage("Indiquez un nom sur une seule ligne.");

    public static void IsAnswered<T>(this IRuleBuilderInitial<T, string> rule, string message) => rule.NotEmpty().WithMessage(message);
}
