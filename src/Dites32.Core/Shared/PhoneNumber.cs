namespace Dites32.Core.Shared;

public static class PhoneNumber
{
    /// <summary>Reads « 06 12 34 56 78 », « +33 6… », « 0033 6… »: French numbers are kept as ten digits, others with their « + ».</summary>
    public static Result<string> Read(string? typed)
    {
        var text = new string([.. PlainText.Clean(typed).Where(c => char.IsAsciiDigit(c) || c == '+')]);
        if (text.StartsWith("00", StringComparison.Ordinal))
        {
            text = $"+{text[2..]}";
        }

        if (text.StartsWith("+33", StringComparison.Ordinal))
        {
            text = $"0{text[3..].TrimStart('0')}";
        }

        var isFrench = text.Length == 10 && text[0] == '0' && text.All(char.IsAsciiDigit);
        var isForeign = text.Length is >= 8 and <= 16 && text[0] == '+' && text.Skip(1).All(char.IsAsciiDigit);
        return isFrench || isForeign
            ? text
            : new Error(ErrorKind.Invalid, "phone", "Écrivez un numéro de téléphone, par exemple 06 12 34 56 78.");
    }

    /// <summary>« 06 12 34 56 78 »</summary>
    public static string Format(string phone) =>
        phone.Length == 10 ? string.Join('\u00a0', Enumerable.Range(0, 5).Select(i => phone.Substring(2 * i, 2))) : phone;
}
