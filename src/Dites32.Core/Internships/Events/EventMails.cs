using Dites32.Core.Data;
using Dites32.Core.Internships.Locum;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships.Events;

/// <summary>
/// Who hears of an event, and what. An invitation is named after its registration, so that whoever leaves and comes back has a new
/// one. Interns who stopped the programme's mails receive none: their space tells them.
/// </summary>
internal sealed class EventMails(AppDbContext db, Portal portal, Outbox outbox, SemesterContacts contacts, ContactLinks links, TimeProvider clock)
{
    public const string KindPrefix = "intern-event.";

    public async Task WriteAsync(EventNews news, SemesterEvent about, IReadOnlyCollection<EventRegistration> registrations, CancellationToken cancellationToken)
    {
        if (registrations.Count == 0)
        {
            return;
        }

        var ids = registrations.Select(r => r.InternId).ToList();
        var interns = await db.Interns.Where(i => ids.Contains(i.Id) && i.ContactStoppedAt == null).ToDictionaryAsync(i => i.Id, cancellationToken);
        var contact = await contacts.OfAsync(about.SemesterId, cancellationToken);
        foreach (var registration in registrations.Where(r => interns.ContainsKey(r.InternId)))
        {
            outbox.Write(Of(news, about, registration, interns[registration.InternId], contact));
        }
    }

    /// <param name="isOff">The event is cancelled, or this intern no longer comes.</param>
    /// <remarks>The mission invites, whoever the contact is that day: a calendar obeys only the organiser whom it knows.</remarks>
    public static CalendarEntry EntryOf(SemesterEvent about, EventRegistration registration, bool isOff, Portal portal) => new(
        $"{registration.Id}@{portal.Host}", about.Title, about.StartsAt, about.EndsAt,
        about.State == SemesterEventState.Cancelled || !isOff ? about.Sequence : about.Sequence + 1, isOff, portal.MissionName, portal.MissionAddress)
    {
        Place = about.Place,
    };

    private Email Of(EventNews news, SemesterEvent about, EventRegistration registration, Intern intern, ReplyTo contact)
    {
        var isOff = news is EventNews.Cancelled or EventNews.Left;
        var hasInvitation = registration.Place == EventPlace.Registered && news != EventNews.Reminder;
        return new()
        {
            Kind = KindPrefix + PlainText.Words(news.ToString()),
            To = intern.Email,
            ToName = intern.Name,
            Subject = $"Dites32 – {about.Title}",
            Body = $"""
                Bonjour {intern.Name},

                {Words(news, registration.Place)}

                {about.Title}
                {about.When()}
                {about.Place}{(about.Cost is { } cost ? $"\n{cost}" : "")}

                {(!hasInvitation ? "" : isOff ? "Le fichier joint l'enlève de votre agenda.\n\n" : "L'invitation jointe met l'événement dans votre agenda.\n\n")}Tout est dans votre espace{(isOff ? "" : ", où vous pouvez aussi vous désinscrire")} :
                {portal.Link(about.State == SemesterEventState.Cancelled ? "/mon-internat" : $"/mon-internat/evenements/{about.Id}")}

                Une question ? Répondez à ce message.
                {contact.Name}

                Ne plus recevoir de courriels du programme des internes : {links.LinkOf(intern.Id)}
                """,
            ReplyTo = contact,
            AboutId = intern.Id,
            Attachment = hasInvitation ? EntryOf(about, registration, isOff, portal).ToAttachment(intern.Email, clock.GetUtcNow()) : null,
        };
    }

    private static string Words(EventNews news, EventPlace place) => news switch
    {
        EventNews.Registered => "Votre inscription est enregistrée.",
        EventNews.Waiting => "L'événement est complet pour l'instant\u00a0: vous êtes en liste d'attente. Si une place se libère, elle est à vous dans l'ordre des demandes, et vous recevrez un courriel.",
        EventNews.MovedUp => "Une place s'est libérée\u00a0: vous êtes inscrit. Si vous ne pouvez plus venir, désinscrivez-vous, quelqu'un d'autre attend peut-être.",
        EventNews.Changed => $"Cet événement a changé. Voici ce qu'il est maintenant\u00a0; {(place == EventPlace.Registered ? "votre inscription tient toujours" : "vous restez en liste d'attente")}.",
        EventNews.Cancelled => "Cet événement est annulé.",
        EventNews.Left => $"Vous n'êtes plus {(place == EventPlace.Registered ? "inscrit à cet événement" : "en liste d'attente pour cet événement")}.",
        EventNews.Reminder => "C'est bientôt. Si vous ne pouvez plus venir, désinscrivez-vous pour laisser la place.",
    };
}

public static class EventWords
{
    /// <summary>« jeudi 12 novembre 2026, de 19 h 00 à 22 h 00 (heure de Paris) ».</summary>
    public static string When(DateTimeOffset startsAt, DateTimeOffset endsAt) =>
        $"{startsAt.ParisDay().DayOfWeekInWords()} {startsAt.ParisDay().Year}, de {startsAt.Hour()} à {endsAt.Hour()} (heure de Paris)";

    internal static string When(this SemesterEvent about) => When(about.StartsAt, about.EndsAt);
}
