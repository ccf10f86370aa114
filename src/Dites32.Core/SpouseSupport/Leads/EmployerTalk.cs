namespace Dites32.Core.SpouseSupport;

/// <summary>How somebody spoke with an employer.</summary>
public enum TalkWay { Phone, Mail, Visit, Meeting }

public static class TalkWays
{
    public static string Label(this TalkWay way) => way switch
    {
        TalkWay.Phone => "Téléphone",
        TalkWay.Mail => "Courriel",
        TalkWay.Visit => "Visite",
        TalkWay.Meeting => "Rencontre",
    };
}

/// <summary>What a caseworker and an employer said to each other (échange), for the whole team.</summary>
internal sealed class EmployerTalk
{
    public const int MaxLength = 1000;

    private EmployerTalk() { }

    public EmployerTalk(Guid id, Guid employerId, DateOnly on, TalkWay way, string text, Guid authorId, DateTimeOffset at) =>
        (Id, EmployerId, On, Way, Text, AuthorId, WrittenAt) = (id, employerId, on, way, text, authorId, at);

    /// <summary>Drawn by the form: sent twice, it is one talk.</summary>
    public Guid Id { get; private init; }
    public Guid EmployerId { get; private init; }
    public DateOnly On { get; private init; }
    public TalkWay Way { get; private init; }
    public string Text { get; private init; } = "";
    public Guid AuthorId { get; private init; }
    public DateTimeOffset WrittenAt { get; private init; }
}
