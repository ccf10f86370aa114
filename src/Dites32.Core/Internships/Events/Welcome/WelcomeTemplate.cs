using System.Text.RegularExpressions;

namespace Dites32.Core.Internships.Events;

/// <summary>A text in which {prenom}, {nom}, {terrain} and {contact} stand for what differs from one intern to another.</summary>
public static partial class WelcomeTemplate
{
    public const int MaxLength = 4000;

    public static readonly IReadOnlyList<string> Places = ["{prenom}", "{nom}", "{terrain}", "{contact}"];

    /// <summary>What is proposed before anybody has written a text.</summary>
    public const string Proposed = """
        Bonjour {prenom},

        Bienvenue dans le Gers ! Vous arrivez bientôt à {terrain}, et nous sommes heureux de vous accueillir.

        Votre contact pendant ce semestre est {contact} : une question sur la vie dans le Gers, un souci de logement ou de stage, écrivez-lui en répondant à ce message.

        Les soirées, les sorties et les sondages du semestre sont dans votre espace, où vous pouvez vous inscrire.

        À bientôt,
        {contact}
        """;

    /// <summary>The first name is the first word of the name, as files write it: « Léa Tournier ».</summary>
    internal static string Fill(string template, string name, string placement, string contact)
    {
        var space = name.IndexOf(' ', StringComparison.Ordinal);
        return Place().Replace(template, found => found.Value switch
        {
            "{prenom}" => space < 0 ? name : name[..space],
            "{nom}" => space < 0 ? name : name[(space + 1)..],
            "{terrain}" => placement,
            "{contact}" => contact,
            _ => found.Value,
        });
    }

    /// <summary>Places that nothing fills, such as a misspelt one.</summary>
    internal static IReadOnlyList<string> Unknown(string template) => [.. Place().Matches(template).Select(m => m.Value).Except(Places)];

    [GeneratedRegex(@"\{[^{}\n]*\}")]
    private static partial Regex Place();
}
