using Dites32.Core.Shared;

namespace Dites32.Core.Audit;

/// <summary>What a request turned out to be about, where only its handler can tell: an address was typed, an account was found.</summary>
internal sealed class FoundSubject
{
    public Subject? Found { get; set; }

    public void IsAccount(Guid? accountId) => Found = accountId is null ? null : new Subject(SubjectKind.Account, accountId);
}
