using System.Text.RegularExpressions;
using Dites32.Tests.Infrastructure;

namespace Dites32.E2E.Infrastructure;

internal static partial class Mails
{
    /// <summary>The address that the mail asks to open.</summary>
    public static string Link(this ReceivedMail mail) => Address().Match(mail.Body).Value;

    [GeneratedRegex(@"http://\S+")]
    private static partial Regex Address();
}
