namespace Dites32.E2E.Infrastructure;

/// <summary>Tests that share a portal run one after the other; the portals run side by side.</summary>
[CollectionDefinition(Name)]
public sealed class PublicPortal : ICollectionFixture<Portal>
{
    public const string Name = "public";
}

[CollectionDefinition(Name)]
public sealed class WorkspacePortal : ICollectionFixture<Portal>
{
    public const string Name = "workspace";
}

[CollectionDefinition(Name)]
public sealed class StatesPortal : ICollectionFixture<Portal>
{
    public const string Name = "states";
}
