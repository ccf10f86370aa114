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

/// <summary>The keyboard's walk through the workspace: it needs the demo as it was made, before others move and fill.</summary>
[CollectionDefinition(Name)]
public sealed class KeyboardPortal : ICollectionFixture<Portal>
{
    public const string Name = "keyboard portal";
}
