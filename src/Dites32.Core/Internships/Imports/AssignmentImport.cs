namespace Dites32.Core.Internships;

/// <summary>What an import has done (or would do), in lines.</summary>
public sealed record AssignmentCounts(int InternsAdded, int InternsChanged, int Assigned, int Moved, int Unchanged, int Refused)
{
    /// <summary>Whether importing would change anything.</summary>
    public bool DoesSomething => InternsAdded + InternsChanged + Assigned + Moved > 0;
}

/// <summary>
/// A file of a semester's assignments that a coordinator has sent (import), looked at before it is taken in, and undone as a
/// whole for <see cref="UndoDays"/> days. The file itself is kept for a day.
/// </summary>
internal sealed class AssignmentImport
{
    public const int MaxNameLength = 200, UndoDays = 30;

    /// <summary>How long the file is kept, done or not.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    private AssignmentImport() { }

    /// <summary>Drawn by the form: sent twice, it is one import.</summary>
    public Guid Id { get; private init; }
    public Guid SemesterId { get; private init; }
    public string FileName { get; private init; } = "";

    /// <summary>Null once it is too old.</summary>
    public string? Content { get; private set; }
    public Guid AuthorId { get; private init; }
    public DateTimeOffset ReceivedAt { get; private init; }
    public DateTimeOffset? ImportedAt { get; private set; }
    public DateTimeOffset? UndoneAt { get; private set; }
    public int InternsAdded { get; private set; }
    public int InternsChanged { get; private set; }
    public int Assigned { get; private set; }
    public int Moved { get; private set; }
    public int Unchanged { get; private set; }
    public int Refused { get; private set; }

    public static AssignmentImport Of(Guid id, Guid semesterId, string fileName, string content, Guid authorId, DateTimeOffset now) => new()
    {
        Id = id,
        SemesterId = semesterId,
        FileName = fileName[..Math.Min(fileName.Length, MaxNameLength)],
        Content = content,
        AuthorId = authorId,
        ReceivedAt = now,
    };

    public AssignmentCounts Counts() => new(InternsAdded, InternsChanged, Assigned, Moved, Unchanged, Refused);

    public void Done(AssignmentCounts counts, DateTimeOffset now)
    {
        ImportedAt = now;
        (InternsAdded, InternsChanged, Assigned, Moved, Unchanged, Refused) =
            (counts.InternsAdded, counts.InternsChanged, counts.Assigned, counts.Moved, counts.Unchanged, counts.Refused);
    }

    public void Undone(DateTimeOffset now) => UndoneAt = now;

    public bool MayBeUndone(DateTimeOffset now) => ImportedAt is { } at && UndoneAt is null && now < at.AddDays(UndoDays);
}

/// <summary>What one line of an import has changed, so that it can be undone: before and after.</summary>
internal sealed class AssignmentImportChange
{
    private AssignmentImportChange() { }

    public Guid ImportId { get; private init; }
    public Guid InternId { get; private init; }
    public bool InternIsNew { get; private init; }

    /// <summary>Null where the line has changed the person only.</summary>
    public Guid? AssignmentId { get; private init; }

    /// <summary>Null for an assignment that is new.</summary>
    public Guid? OldPlacementId { get; private init; }
    public TrainingSlot? OldSlot { get; private init; }
    public bool OldInExcess { get; private init; }
    public Guid? NewPlacementId { get; private init; }
    public TrainingSlot? NewSlot { get; private init; }

    /// <summary>Both null where the person has not changed; as JSON.</summary>
    public string? OldProfile { get; private init; }
    public string? NewProfile { get; private init; }

    public static AssignmentImportChange Of(Guid importId, AssignmentStep step) => new()
    {
        ImportId = importId,
        InternId = step.Intern.Id,
        InternIsNew = step.InternIsNew,
        AssignmentId = step.AssignmentId,
        OldPlacementId = step.Old?.PlacementId,
        OldSlot = step.Old?.Slot,
        OldInExcess = step.Old is { Seat: null },
        NewPlacementId = step.AssignmentId is null ? null : step.PlacementId,
        NewSlot = step.AssignmentId is null ? null : step.Slot,
        OldProfile = step.OldProfile is null ? null : InternProfiles.Write(step.OldProfile),
        NewProfile = step.OldProfile is null ? null : InternProfiles.Write(step.NewProfile),
    };
}
