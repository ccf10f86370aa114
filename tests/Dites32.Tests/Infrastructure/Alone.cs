namespace Dites32.Tests.Infrastructure;

/// <summary>Tests that measure time: nothing else runs meanwhile.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
