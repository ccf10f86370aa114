namespace Dites32.Core.Internships.Locum;

/// <param name="Until">The last day on which it is shown.</param>
/// <param name="IsAgreed">The supervisor agrees that their former interns see it.</param>
/// <param name="SharesContact">And that they see the telephone and the address too.</param>
internal sealed record SearchContent(DateOnly Until, string Text, bool IsAgreed, bool SharesContact);

/// <summary>A supervisor looks for a locum (cherche un remplaçant): told to the coordinator, and shown to former interns if both wish it.</summary>
internal sealed class SupervisorSearch
{
    public const int MaxTextLength = 600;

    private SupervisorSearch() { }

    public Guid SupervisorId { get; private init; }
    public DateOnly Until { get; private set; }
    public string Text { get; private set; } = "";
    public bool IsAgreed { get; private set; }
    public bool SharesContact { get; private set; }

    public static SupervisorSearch Of(Guid supervisorId, SearchContent content)
    {
        var search = new SupervisorSearch { SupervisorId = supervisorId };
        search.Correct(content);
        return search;
    }

    public void Correct(SearchContent content) =>
        (Until, Text, IsAgreed, SharesContact) = (content.Until, content.Text, content.IsAgreed, content.SharesContact && content.IsAgreed);
}
