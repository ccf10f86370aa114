using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace Dites32.Tests;

/// <summary>
/// French sets a space before some signs, and no line may break there. Reads every text of the compiled application, so
/// that pages, errors, labels and mails are all seen: « &amp;nbsp; » in markup, « \u00a0 » in C#.
/// </summary>
public sealed partial class TypographyTests
{
    [Theory, InlineData("Dites32.Core.dll"), InlineData("Dites32.Web.dll")]
    public void No_line_of_a_text_can_break_before_a_sign_or_a_unit(string assembly)
    {
        var texts = TextsOf(Path.Combine(AppContext.BaseDirectory, assembly)).ToList();

        Assert.True(texts.Count > 500, $"only {texts.Count} texts in {assembly}");
        var breakable = texts.Where(t => Breakable().IsMatch(t)).ToList();
        Assert.True(breakable.Count == 0, string.Join("\n", breakable));
    }

    /// <summary>Razor hands such an attribute on as it stands, and the reader sees the name of the space.</summary>
    [Fact]
    public void No_attribute_of_a_page_writes_a_space_by_its_name()
    {
        var pages = Directory.GetFiles(Path.Combine(RepositoryRoot(), "src"), "*.razor", SearchOption.AllDirectories);

        Assert.True(pages.Length > 50);
        Assert.DoesNotContain(pages, page => NamedSpace().IsMatch(File.ReadAllText(page)));
    }

    [Theory]
    [InlineData("Et maintenant ?"), InlineData("Écrivez la date ainsi : 31/05/2027."), InlineData(" : "), InlineData(" : étape "), InlineData("« Étape"), InlineData("Étape »."),
        InlineData("reste interne ; la catégorie est fixe"), InlineData("14 h 05"), InlineData("Ce fichier dépasse 10 Mo."), InlineData(" km : "), InlineData("<h1>Retirer ?</h1>")]
    public void A_text_that_can_break_is_found(string text) => Assert.Matches(Breakable(), text);

    [Theory]
    [InlineData("0 0 8 ? * MON-FRI"), InlineData("Outlines: none"), InlineData("/offres/{Id:guid}"), InlineData("Et maintenant\u00a0?"), InlineData("color: #fff; margin: 0"),
        InlineData("à 14\u00a0h\u00a005"), InlineData("Et maintenant&nbsp;?")]
    public void Another_text_is_left_alone(string text) => Assert.DoesNotMatch(Breakable(), text);

    /// <summary>A text may begin or end in the middle of a sentence, where a value is written into it.</summary>
    [GeneratedRegex("""« | »|(?:^|[\p{L})%"'’.…»>]|\d) [:;?!%](?=[\s<"»).]|$)(?! \*)|(?:^|\d) (?:km|h|Mo|Ko|jours?|caractères)\b|\d h \d""")]
    private static partial Regex Breakable();

    [GeneratedRegex("""\w="[^"]*&nbsp;""")]
    private static partial Regex NamedSpace();

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Dites32.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }

    private static IEnumerable<string> TextsOf(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var reader = file.GetMetadataReader();
        for (var text = MetadataTokens.UserStringHandle(1); !text.IsNil; text = reader.GetNextHandle(text))
        {
            yield return reader.GetUserString(text);
        }
    }
}
