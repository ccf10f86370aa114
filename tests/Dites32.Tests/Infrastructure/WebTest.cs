using Dites32.Core.Shared;

namespace Dites32.Tests.Infrastructure;

/// <summary>A <see cref="CoreTest"/> with the portal running on the same database and at the same time.</summary>
public abstract class WebTest : CoreTest
{
    protected WebApp App { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        App = new WebApp(ConnectionString, Clock);
    }

    public override async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected HttpClient Visitor() => App.ClientFor(Actor.Anonymous);
}
