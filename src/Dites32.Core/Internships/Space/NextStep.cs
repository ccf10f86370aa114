using Dites32.Core.Internships.Events;
using Dites32.Core.Internships.Housing;
using Dites32.Core.Internships.Locum;
using Dites32.Core.Shared;

namespace Dites32.Core.Internships.Space;

/// <summary>The one thing that an intern may want to do or to know first.</summary>
/// <param name="On">Its day, or the last to do it; null where nothing presses.</param>
/// <param name="IsDeadline">It may be done before.</param>
public sealed record NextStep(string Text, string Path, DateOnly? On, bool IsDeadline)
{
    /// <summary>The nearest day first; what has none comes last. Null where nothing waits.</summary>
    public static NextStep? Of(MyInternship mine, MyHousing? housing, MyLife? life, MyLocum? locum) =>
        new[] { Starting(mine), Asking(housing, mine.Today), Answering(life), Coming(life), Thinking(life), Applying(locum) }
            .SelectMany(steps => steps).OrderBy(step => step.On ?? DateOnly.MaxValue).FirstOrDefault();

    private static IEnumerable<NextStep> Starting(MyInternship mine) => mine.Semesters
        .Where(s => s.StartsOn > mine.Today && s.Kind == AssignmentKind.Placement)
        .Select(s => new NextStep($"Votre semestre à {s.Place} commence.", $"/mon-internat/arrivee?semestre={s.SemesterId}", s.StartsOn, IsDeadline: false));

    /// <summary>A request after the deadline is still taken: it presses no more.</summary>
    private static IEnumerable<NextStep> Asking(MyHousing? housing, DateOnly today) => (housing?.Semesters ?? [])
        .Where(s => s is { IsPlaced: true, Room: null, Round: not null, Request: null or { DeclineReason: not null } })
        .Select(s => new NextStep($"Demander une chambre pour le {s.StartsOn.SemesterName()}.", "/mon-internat/logement", s.Round!.Deadline >= today ? s.Round.Deadline : null, IsDeadline: true));

    private static IEnumerable<NextStep> Answering(MyLife? life) => (life?.Polls ?? [])
        .Where(p => p is { IsClosed: false, HasAnswered: false })
        .Select(p => new NextStep($"Répondre au sondage «\u00a0{p.Question}\u00a0».", $"/mon-internat/sondages/{p.Id}", p.ClosesOn, IsDeadline: true));

    private static IEnumerable<NextStep> Coming(MyLife? life) => (life?.Events ?? [])
        .Where(e => e is { Mine: EventPlace.Registered, State: SemesterEventState.Announced })
        .Select(e => new NextStep($"{e.Title}, {e.Place}.", $"/mon-internat/evenements/{e.Id}", e.StartsAt.ParisDay(), IsDeadline: false));

    private static IEnumerable<NextStep> Thinking(MyLife? life) => (life?.Opinions ?? [])
        .Select(o => new NextStep($"Donner votre avis sur {o.Placement}, si vous voulez.", $"/mon-internat/avis/{o.AssignmentId}", o.Until, IsDeadline: true));

    private static IEnumerable<NextStep> Applying(MyLocum? locum) => locum is { Licence.IsMet: true } && locum.Steps.Count == 0
        ? [new NextStep("Compléter votre dossier de licence de remplacement, quand vous voulez.", "/mon-internat/licence", null, IsDeadline: false)]
        : [];
}
