namespace Dites32.Core.Internships.Locum;

/// <summary>
/// What an intern has chosen about replacing, and whether they were told that they may ask for a licence. Without a row: they
/// are told, and see no former supervisor until they ask for it.
/// </summary>
internal sealed class InternLocum
{
    private InternLocum() { }

    public Guid InternId { get; private init; }

    /// <summary>They want no mail on the day the conditions are met.</summary>
    public bool LicenceMailOff { get; private set; }

    /// <summary>They wish to see which of their supervisors look for a locum.</summary>
    public bool SeesSupervisors { get; private set; }

    /// <summary>When the mail was written; null before, and again when it was taken back before it left.</summary>
    public DateTimeOffset? ToldAt { get; private set; }

    /// <summary>The mail, while it may still be taken back.</summary>
    public Guid? MailId { get; private set; }

    public static InternLocum Of(Guid internId) => new() { InternId = internId };

    public void Wish(bool licenceMail, bool seesSupervisors) => (LicenceMailOff, SeesSupervisors) = (!licenceMail, seesSupervisors);

    public void Told(Guid mailId, DateTimeOffset now) => (MailId, ToldAt) = (mailId, now);

    public void TakenBack() => (MailId, ToldAt) = (null, null);
}
