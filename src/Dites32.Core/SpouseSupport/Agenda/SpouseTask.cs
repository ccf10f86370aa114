using Dites32.Core.Shared;

namespace Dites32.Core.SpouseSupport;

/// <summary>Whether a caseworker has written the task, or a rule has.</summary>
internal enum SpouseTaskKind { Written, FollowUp }

/// <summary>
/// Something to be done for a file on a day, by one caseworker (tâche). Open tasks of a file that is closed are dropped: they
/// count nowhere, and wait again if the file is opened again.
/// </summary>
internal sealed class SpouseTask
{
    public const int MaxTextLength = 200;

    private SpouseTask() { }

    /// <summary>Drawn by the form: sent twice, it is one task.</summary>
    public Guid Id { get; private init; }
    public Guid CaseId { get; private init; }
    public SpouseTaskKind Kind { get; private init; }
    public string Text { get; private init; } = "";
    public DateOnly DueOn { get; private init; }

    /// <summary>Who does it; null while nobody has the file.</summary>
    public Guid? OwnerId { get; private set; }

    /// <summary>Null for a rule.</summary>
    public Guid? AddedById { get; private init; }
    public DateTimeOffset AddedAt { get; private init; }
    public DateTimeOffset? DoneAt { get; private set; }
    public Guid? DoneById { get; private set; }

    public static SpouseTask Of(Guid id, Guid caseId, string text, DateOnly dueOn, Guid ownerId, Guid addedById, DateTimeOffset now) => new()
    {
        Id = id,
        CaseId = caseId,
        Text = text,
        DueOn = dueOn,
        OwnerId = ownerId,
        AddedById = addedById,
        AddedAt = now,
    };

    /// <summary>The news at 12 months of somebody who has found a post or started a business.</summary>
    public static SpouseTask FollowUp(SpouseCase file, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        CaseId = file.Id,
        Kind = SpouseTaskKind.FollowUp,
        Text = SpouseCaseRules.YearFollowUp,
        DueOn = SpouseCaseRules.YearAfter(file.StateSince.ParisDay()),
        OwnerId = file.OwnerId,
        AddedAt = now,
    };

    /// <returns>Whether that changed anything.</returns>
    public bool Tick(bool isDone, Guid authorId, DateTimeOffset now)
    {
        if (isDone == DoneAt is not null)
        {
            return false;
        }

        (DoneAt, DoneById) = (isDone ? now : null, isDone ? authorId : null);
        return true;
    }

    public void HandOver(Guid ownerId) => OwnerId = ownerId;
}
