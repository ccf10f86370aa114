namespace Dites32.Core.Accounts;

/// <summary>Days on which a colleague (suppléant) receives what comes for somebody on leave.</summary>
internal sealed class Absence
{
    private Absence() { }

    public Absence(Guid accountId, Guid deputyId, DateOnly from, DateOnly to) =>
        (AccountId, DeputyId, From, To) = (accountId, deputyId, from, to);

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid AccountId { get; private init; }
    public Guid DeputyId { get; private set; }
    public DateOnly From { get; private init; }
    public DateOnly To { get; private set; }

    public void HandOverTo(Guid deputyId) => DeputyId = deputyId;

    /// <summary>Back on this day, earlier than said; false when nothing of the absence remains.</summary>
    public bool EndBefore(DateOnly day)
    {
        if (From >= day)
        {
            return false;
        }

        To = To < day ? To : day.AddDays(-1);
        return true;
    }
}
