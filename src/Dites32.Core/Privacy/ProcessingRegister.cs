using System.Text;
using Dites32.Core.Shared;

namespace Dites32.Core.Privacy;

/// <summary>The register of processing (RGPD, art. 30) as a Markdown text, made from <c>personal-data.yaml</c>.</summary>
public static class ProcessingRegister
{
    public static string Write() => Write(PersonalData.Current, "# Registre des traitements", "src/Dites32.Core/Privacy/personal-data.yaml");

    /// <param name="source">The file that <paramref name="data"/> was read from.</param>
    internal static string Write(PersonalData data, string title, string source)
    {
        var text = new StringBuilder();
        text.Append(Clock.French, $"""
            {title}

            Version du {NoticeVersion.Current.InWords()}. Ce texte est écrit par `./dev register` à partir de `{source}`, où
            chaque colonne de la base est classée{'\u00a0'}: il ne se modifie pas à la main. Les bases légales et les durées sont une proposition, que le
            délégué à la protection des données valide ou corrige dans ce fichier.

            Pour tous les traitements{'\u00a0'}: responsable, celui que nomme le réglage `Portal__Controller`{'\u00a0'}; délégué, `Portal__DataProtectionEmail`{'\u00a0'};
            aucun transfert hors de l'Union européenne{'\u00a0'}; aucune décision automatisée, aucun classement de personnes{'\u00a0'}; mesures de sécurité, [securite.md](securite.md).

            """);
        foreach (var (index, (code, purpose)) in data.Purposes.Index())
        {
            text.Append(Clock.French, $"""

                ## {index + 1}. {purpose.Title}

                | | |
                |---|---|
                | Finalité | {purpose.WhatFor} |
                | Base légale (proposée) | {purpose.Basis} |
                | Personnes concernées | {purpose.People} |
                | Destinataires | {purpose.Recipients} |
                | Durée | {purpose.Retention} |

                """);
            if (purpose.Data is not null)
            {
                text.Append(Clock.French, $"\nDonnées\u00a0: {InASentence(purpose.Data)}.\n");
                continue;
            }

            text.Append("""

                | données | dans la base | à l'effacement |
                |---|---|---|

                """);
            foreach (var (name, table) in data.Tables.Where(t => t.Value.Purpose == code))
            {
                text.Append(Clock.French, $"| {table.Title}\u00a0: {string.Join(", ", table.Columns.Values.Select(InASentence))} | `{name}` | {Fate(table)} |\n");
            }
        }

        return text.ToString();
    }

    private static string Fate(DataTable table) => table.Erasure switch
    {
        RowErasure.Delete => "supprimées",
        RowErasure.Overwrite => $"écrasées, sauf {string.Join(", ", table.Kept.Keys.Select(column => InASentence(table.Columns[column])))}",
        _ => $"gardées. {table.Because}",
    };

    /// <summary>« Nom et prénom » becomes « nom et prénom »; « RPPS » stays.</summary>
    private static string InASentence(string label) =>
        label.Length > 1 && char.IsUpper(label[1]) ? label : char.ToLower(label[0], Clock.French) + label[1..];
}
