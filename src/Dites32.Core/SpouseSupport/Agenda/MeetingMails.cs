using Dites32.Core.Accounts;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;

namespace Dites32.Core.SpouseSupport;

/// <summary>
/// Who hears of a meeting, and what. The subject and the invitation say « rendez-vous » and nothing else, for other people see
/// mailboxes and calendars.
/// </summary>
internal sealed class MeetingMails(Portal portal, Actor actor, Caseworkers caseworkers, SpouseOutbox outbox, TimeProvider clock)
{
    public const string Subject = "Dites32 à 2 – rendez-vous", Kind = "spouse.meeting", ColleagueKind = "spouse.meeting-colleague";

    /// <summary>The partner, and the caseworkers whose meeting it is or was, but for whoever acts.</summary>
    public async Task WriteAsync(SpouseEventKind what, SpouseCase file, SpouseMeeting meeting, Guid formerOwner, CancellationToken cancellationToken)
    {
        var owner = (await caseworkers.NamedAsync([meeting.OwnerId], cancellationToken)).GetValueOrDefault(meeting.OwnerId);
        outbox.Write(ToPartner(what, file, meeting, owner));
        if (meeting.OwnerId != actor.AccountId && await caseworkers.FindAsync(meeting.OwnerId, cancellationToken) is { } to)
        {
            outbox.Write(ToColleague(to, file, meeting, isTheirs: true));
        }

        if (formerOwner != meeting.OwnerId && formerOwner != actor.AccountId && await caseworkers.FindAsync(formerOwner, cancellationToken) is { } former)
        {
            outbox.Write(ToColleague(former, file, meeting, isTheirs: false));
        }
    }

    public CalendarEntry EntryOf(SpouseMeeting meeting) => new(
        $"{meeting.Id}@{portal.Host}", Subject, meeting.StartsAt, meeting.EndsAt, meeting.Sequence, meeting.CancelledAt is not null,
        "Dites32 à 2", portal.SpouseSupportAddress);

    private Email ToPartner(SpouseEventKind what, SpouseCase file, SpouseMeeting meeting, AccountContact? owner)
    {
        var isOff = meeting.CancelledAt is not null;
        var text = $"""
            Bonjour,

            {(isOff ? "Ce rendez-vous est annulé" : what == SpouseEventKind.MeetingMoved ? "Votre rendez-vous change. Voici le nouveau" : "Nous avons rendez-vous")} :

            {When(meeting)}
            {(isOff ? "" : $"{Where(meeting)}\n")}Avec {owner?.DisplayName ?? "Dites32 à 2"}

            {(isOff ? "L'invitation jointe l'enlève de votre agenda." : $"Un empêchement ? Répondez à ce message. L'invitation jointe met le rendez-vous dans votre agenda, où elle ne dit que « {Subject} ».")}

            Pour revoir vos rendez-vous, demandez un lien ici :
            {portal.Link("/dites32-a-2/connexion")}
            """;
        var mail = Of(Kind, file.Email, text, meeting, EntryOf(meeting));
        return owner is null ? mail : mail with { ReplyTo = new ReplyTo(owner.Email, owner.DisplayName) };
    }

    /// <summary>It names nobody: the file does.</summary>
    private Email ToColleague(AccountContact to, SpouseCase file, SpouseMeeting meeting, bool isTheirs)
    {
        var isOff = !isTheirs || meeting.CancelledAt is not null;
        var text = $"""
            Bonjour,

            {(isOff ? "Ce rendez-vous n'est plus à votre agenda" : "Vous avez rendez-vous")} :

            {When(meeting)}

            {portal.Link($"/accompagnement/{file.Id}")}
            """;
        return Of(ColleagueKind, to.Email, text, meeting, EntryOf(meeting) with { IsCancelled = isOff }) with { ToName = to.DisplayName };
    }

    private Email Of(string kind, string to, string text, SpouseMeeting meeting, CalendarEntry entry) => new()
    {
        Kind = kind,
        To = to,
        Subject = Subject,
        Body = text,
        ReplyTo = new ReplyTo(portal.SpouseSupportAddress, "Dites32 à 2"),
        AboutId = meeting.CaseId,
        Attachment = entry.ToAttachment(to, clock.GetUtcNow()),
    };

    private static string When(SpouseMeeting meeting)
    {
        var day = meeting.StartsAt.ParisDay();
        return $"{day.DayOfWeekInWords()} {day.Year} à {meeting.StartsAt.Hour()}, heure de Paris ({meeting.Minutes}\u00a0minutes)";
    }

    private static string Where(SpouseMeeting meeting) => meeting.Way.Label() + (meeting.Place is { } place ? $"\u00a0: {place}" : "");
}
