using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using Dites32.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dites32.Tests.Notifications;

/// <summary>A <see cref="CoreTest"/> with an SMTP server.</summary>
public abstract class OutboxTest : CoreTest
{
    protected SmtpSink Sink { get; } = new();

    internal OutboxSender<AppDbContext> Sender => Services.GetRequiredService<OutboxSender<AppDbContext>>();

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected override Dictionary<string, string?> Settings() => new(base.Settings())
    {
        ["Mail:Host"] = "127.0.0.1",
        ["Mail:Port"] = Sink.Port.ToString(),
        ["Mail:From"] = "portail@dites32.example",
        ["Mail:TimeoutSeconds"] = "5",
    };

    public override async ValueTask DisposeAsync()
    {
        await Sink.DisposeAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    internal static Email Mail(string to = "lea@example.org") => new()
    {
        Kind = "essai",
        To = to,
        ToName = "Léa Dupré",
        Subject = "Votre candidature à Mirande – reçue",
        Body = "Bonjour Léa,\n\n.Une ligne qui commence par un point.\nSuivre : https://dites32.example/suivi/abc\n\nÀ bientôt",
        ReplyTo = new ReplyTo("referent@example.org", "Zoé Référente"),
    };

    internal async Task<T> WithOutboxAsync<T>(Func<Outbox, Task<T>> run, Actor? actor = null)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorHolder>().Actor = actor ?? Actor.Anonymous;
        var answer = await run(scope.ServiceProvider.GetRequiredService<Outbox>());
        await scope.ServiceProvider.GetRequiredService<AppDbContext>().SaveChangesAsync(Stop);
        return answer;
    }

    internal Task<Guid> WriteAsync(Email email, Actor? actor = null) => WithOutboxAsync(outbox => Task.FromResult(outbox.Write(email)), actor);

    internal Task<OutboxEmail> RowAsync(Guid id) => InDatabaseAsync(db => db.OutboxEmails.AsNoTracking().SingleAsync(e => e.Id == id, Stop));
}
