using Dites32.Core.Notifications;
using Dites32.Core.Shared;

namespace Dites32.Core.Applications;

/// <param name="What">The reference of an offer, or the pool.</param>
internal sealed record LateLine(string What, int Count, DateOnly Oldest, string Path);

/// <summary>The daily mail about late answers.</summary>
internal sealed class PipelineDigest(Portal portal)
{
    public const string Kind = "application.late-digest";

    public Email Late(string to, string name, IReadOnlyList<LateLine> lines)
    {
        var count = lines.Sum(l => l.Count);
        return new Email
        {
            Kind = Kind,
            To = to,
            ToName = name,
            Subject = count == 1 ? "1\u00a0candidature attend une réponse" : $"{count}\u00a0candidatures attendent une réponse",
            ReplyTo = new ReplyTo(portal.MissionAddress, portal.MissionName),
            Body = $"""
                Bonjour,

                Ces personnes devaient avoir de vos nouvelles et attendent encore :

                {string.Join("\n\n", lines.Select(l =>
                    $"{l.What}\u00a0: {(l.Count == 1 ? "1\u00a0candidature" : $"{l.Count}\u00a0candidatures")}, depuis le {l.Oldest.InWords()} pour la plus ancienne\n{portal.Link(l.Path)}"))}

                Une réponse courte vaut mieux qu'un silence : le portail vous propose un texte pour chaque motif.

                Dites32
                """,
        };
    }
}
