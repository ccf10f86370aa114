using Dites32.Core.Shared;

namespace Dites32.Core.Audit;

/// <summary>What a reading turned out to be about, where only its handler can tell: an address was typed, an account was found.</summary>
internal sealed class ReadSubject
{
    public Subject? Found { get; set; }
}
