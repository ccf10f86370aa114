namespace Dites32.Core.Accounts;

/// <summary>Days on which a colleague (suppléant) receives what comes for somebody on leave.</summary>
internal sealed class Absence
{
    private Absence() { }

    public Absence(Guid accountId, Guid deputyId, DateOnly from, DateOnly to) =>
        (AccountId, DeputyId, From, To) = (accountId, deputyId, from, to);

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid AccountId { get; private init; }
    public Guid DeputyId { get; private init; }
    public DateOnly From { get; private init; }
    public DateOnly To { get; private init; }
}
