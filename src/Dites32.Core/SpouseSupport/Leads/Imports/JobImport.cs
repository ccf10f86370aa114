namespace Dites32.Core.SpouseSupport;

/// <summary>What an import has done (or would do), in lines and rows.</summary>
public sealed record ImportCounts(int EmployersAdded, int EmployersChanged, int VacanciesAdded, int VacanciesChanged, int Unchanged, int Refused)
{
    /// <summary>Whether importing would change anything.</summary>
    public bool DoesSomething => EmployersAdded + EmployersChanged + VacanciesAdded + VacanciesChanged > 0;
}

/// <summary>A file of employers and posts that a caseworker has sent (import), looked at before it is taken in. Swept after a day.</summary>
internal sealed class JobImport
{
    public const int MaxNameLength = 200;

    /// <summary>How long the file is kept, done or not.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    private JobImport() { }

    /// <summary>Drawn by the form: sent twice, it is one import.</summary>
    public Guid Id { get; private init; }
    public string FileName { get; private init; } = "";
    public string Content { get; private init; } = "";
    public Guid AuthorId { get; private init; }
    public DateTimeOffset ReceivedAt { get; private init; }
    public DateTimeOffset? ImportedAt { get; private set; }
    public int EmployersAdded { get; private set; }
    public int EmployersChanged { get; private set; }
    public int VacanciesAdded { get; private set; }
    public int VacanciesChanged { get; private set; }
    public int Unchanged { get; private set; }
    public int Refused { get; private set; }

    public static JobImport Of(Guid id, string fileName, string content, Guid authorId, DateTimeOffset now) => new()
    {
        Id = id,
        FileName = fileName[..Math.Min(fileName.Length, MaxNameLength)],
        Content = content,
        AuthorId = authorId,
        ReceivedAt = now,
    };

    public ImportCounts Counts() => new(EmployersAdded, EmployersChanged, VacanciesAdded, VacanciesChanged, Unchanged, Refused);

    public void Done(ImportCounts counts, DateTimeOffset now)
    {
        ImportedAt = now;
        (EmployersAdded, EmployersChanged, VacanciesAdded, VacanciesChanged, Unchanged, Refused) =
            (counts.EmployersAdded, counts.EmployersChanged, counts.VacanciesAdded, counts.VacanciesChanged, counts.Unchanged, counts.Refused);
    }
}
