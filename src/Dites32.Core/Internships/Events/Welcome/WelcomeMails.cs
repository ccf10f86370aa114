using Dites32.Core.Data;
using Dites32.Core.Internships.Locum;
using Dites32.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships.Events;

/// <summary>What an intern who arrives receives, and what anybody whose file is kept is told.</summary>
internal sealed class WelcomeMails(AppDbContext db, Portal portal, SemesterContacts contacts, ContactLinks links)
{
    public const string Kind = "intern.welcome", NoticeKind = "intern.file-kept";

    /// <summary>One for each of these interns, who are placed in the semester.</summary>
    /// <param name="isPreview">For somebody else's eyes: without the link that stops the intern's mails.</param>
    public async Task<IReadOnlyList<Email>> ToAsync(
        Guid semesterId, string template, IReadOnlyList<Intern> interns, bool isPreview, CancellationToken cancellationToken)
    {
        var ids = interns.Select(i => i.Id).ToList();
        var placements = (await (
            from a in db.Assignments
            join p in db.Placements on a.PlacementId equals p.Id
            where a.SemesterId == semesterId && ids.Contains(a.InternId)
            orderby a.StartsOn
            select new { a.InternId, p.Name }).ToListAsync(cancellationToken)).ToLookup(p => p.InternId, p => p.Name);
        var contact = await contacts.OfAsync(semesterId, cancellationToken);
        return [.. interns.Select(intern => Of(
            Kind, intern, "Dites32 – bienvenue dans le Gers",
            WelcomeTemplate.Fill(template, intern.Name, string.Join(", puis ", placements[intern.Id].Distinct()), contact.Name), contact, isPreview))];
    }

    public Email Notice(Intern intern, ReplyTo contact) => Of(
        NoticeKind, intern, "Dites32 – votre fiche d'interne",
        $"""
        Bonjour {intern.Name},

        Vous êtes, ou serez, en stage dans le Gers : voici ce que vous devez savoir de la fiche qui y est tenue à votre sujet.
        """, contact);

    private Email Of(string kind, Intern intern, string subject, string text, ReplyTo contact, bool isPreview = false) => new()
    {
        Kind = kind,
        To = intern.Email,
        ToName = intern.Name,
        Subject = subject,
        Body = $"{text}\n\n—\n\n{InternNotice.Text(portal, intern.Email, isPreview ? "(son lien)" : links.LinkOf(intern.Id))}",
        ReplyTo = contact,
        AboutId = intern.Id,
    };
}
