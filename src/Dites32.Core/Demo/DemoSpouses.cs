using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport;
using Dites32.Core.SpouseSupport.Data;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Demo;

/// <summary>Fictitious partners in some states, behind the wall. Nothing is added where there are files already.</summary>
internal static class DemoSpouses
{
    public static async Task AddAsync(SpouseDbContext db, Guid caseworker, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.Cases.AnyAsync(cancellationToken))
        {
            return;
        }

        Add(db, "Inès Capdevielle", new("Inès Capdevielle", "0699000001", Couple.LivingTogether, null, "Enseignante en lycée", SpouseProject.PublicService, "32132", now.ParisDay().AddMonths(4), "Je suis titulaire, je voudrais une mutation."),
            caseworker, now.AddDays(-9), []);
        Add(db, "Thomas Bégué", new("Thomas Bégué", null, Couple.Married, "Dr Anaïs Bégué", "Menuisier", SpouseProject.OwnBusiness, "32013", null, null),
            caseworker, now.AddDays(-40), [SpouseCaseState.Interview, SpouseCaseState.Project]);
        Add(db, "Leïla Marquerie", new("Leïla Marquerie", "0699000003", Couple.Pacs, null, "Comptable", SpouseProject.Employment, "32256", now.ParisDay().AddMonths(1), null),
            caseworker, now.AddDays(-75), [SpouseCaseState.Interview, SpouseCaseState.Project, SpouseCaseState.Leads, SpouseCaseState.Applications]);
        Add(db, "Hugo Saint-Martin", new("Hugo Saint-Martin", null, Couple.LivingTogether, null, "Développeur", SpouseProject.RemoteWork, null, null, null),
            caseworker, now.AddDays(-200), [SpouseCaseState.Interview, SpouseCaseState.Project, SpouseCaseState.InPost]);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Agreed a day after the request, then a state a week; its next step is the usual one, counted from its last move.</summary>
    private static void Add(SpouseDbContext db, string name, SpouseProfile profile, Guid caseworker, DateTimeOffset at, IReadOnlyList<SpouseCaseState> states)
    {
        var address = $"{PlainText.Words(name)}@demo.dites32.example";
        var file = SpouseCase.Requested(Guid.CreateVersion7(at), address, profile, at);
        file.Agree(caseworker, NoticeVersion.Current, at.AddDays(1));
        foreach (var (index, state) in states.Index())
        {
            var moved = at.AddDays(8 + 7 * index);
            var (step, on) = SpouseCaseRules.UsualStep(state, moved.ParisDay());
            file.MoveTo(state, step, on, caseworker, moved);
        }

        db.Add(file);
        db.Add(new SpouseNote(Guid.CreateVersion7(at.AddDays(2)), file.Id, caseworker, "Nous nous sommes parlé au téléphone. Rappeler le matin.", at.AddDays(2)));
        db.Add(new SpouseEvent(file.Id, SpouseEventKind.NoteAdded, caseworker, at.AddDays(2)));
    }
}
