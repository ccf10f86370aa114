using System.Globalization;
using System.Text.RegularExpressions;

namespace Dites32.Core.Shared;

/// <summary>The address of a mailbox, alone: « Camille &lt;camille@example.org&gt; » is none.</summary>
internal static partial class EmailAddress
{
    /// <summary>The longest path of RFC 5321 without its angle brackets.</summary>
    public const int MaxLength = 254;

    private const int MaxLocalPartLength = 64;

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    /// <summary>
    /// One spelling per mailbox: trimmed, lower-case, the domain in the letters of the DNS (<c>santé.fr</c> is
    /// <c>xn--sant-epa.fr</c>). What is no address comes back as it can: see <see cref="IsPlausible"/>.
    /// </summary>
    public static string Normalise(string typed)
    {
        var address = typed.Trim();
        if (address.Length > MaxLength)
        {
            return address;
        }

        address = address.ToLowerInvariant();
        var at = address.LastIndexOf('@');
        if (at < 0)
        {
            return address;
        }

        try
        {
            return address[..(at + 1)] + Idn.GetAscii(address[(at + 1)..]).ToLowerInvariant();
        }
        catch (ArgumentException) // the domain has a form that no domain has
        {
            return address;
        }
    }

    /// <summary>Whether a mail can be sent there; only a mail that is answered tells that somebody reads it.</summary>
    public static bool IsPlausible(string typed)
    {
        var address = Normalise(typed);
        return address.Length <= MaxLength && address.IndexOf('@') <= MaxLocalPartLength && Plausible().IsMatch(address);
    }

    // Dots lie between two letters, the domain has two labels or more, and the last one is no number. Backtracking-free: nobody can make it slow.
    [GeneratedRegex(
        @"\A[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+([a-z]{2,63}|xn--[a-z0-9-]{1,58}[a-z0-9])\z",
        RegexOptions.NonBacktracking)]
    private static partial Regex Plausible();
}
