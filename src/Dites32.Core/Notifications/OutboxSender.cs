using System.Security.Cryptography;
using Dites32.Core.Shared;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dites32.Core.Notifications;

/// <summary>
/// Sends what is due, at least once: a worker that dies between the relay's answer and the row's update lets the mail
/// leave again, with the same Message-ID. Several workers, here and in other processes, never have the same mail.
/// </summary>
internal sealed partial class OutboxSender<TContext>(
    IServiceScopeFactory scopes, IMailTransport transport, IDataProtectionProvider protection, TimeProvider clock, ILogger<OutboxSender<TContext>> logger)
    where TContext : DbContext
{
    /// <summary>How many mails are under way at once: a relay that is slow for one address holds up only one of them.</summary>
    private const int Lanes = 4;

    private readonly IDataProtector protector = protection.CreateProtector("outbox");

    /// <summary>Sends until nothing is due or <paramref name="stop"/> is asked for; a mail under way is finished first.</summary>
    /// <returns>How many mails were tried.</returns>
    public async Task<int> SendDueAsync(CancellationToken stop)
    {
        var tried = await Task.WhenAll(Enumerable.Range(0, Lanes).Select(_ => SendInLaneAsync(stop)));
        return tried.Sum();
    }

    private async Task<int> SendInLaneAsync(CancellationToken stop)
    {
        var tried = 0;
        while (!stop.IsCancellationRequested && await TrySendNextAsync())
        {
            tried++;
        }

        return tried;
    }

    private async Task<bool> TrySendNextAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TContext>();
        if (await LeaseNextAsync(db) is not { } row)
        {
            return false;
        }

        var outcome = await SendAsync(row);
        switch (outcome.Fate)
        {
            case MailFate.Sent: row.Sent(clock.GetUtcNow()); break;
            case MailFate.Later: row.Failed(outcome.Failure!, clock.GetUtcNow()); break;
            case MailFate.Never: row.GivenUp(outcome.Failure!, clock.GetUtcNow()); break;
        }

        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            return true; // its recipient was forgotten while it left: what the row says now is right
        }

        if (row.Failure is { } failure)
        {
            LogFailure(logger, row.Id, row.Kind, row.Attempts, failure, row.DeadAt is not null);
        }

        return true;
    }

    /// <summary>Takes the mail that has been due longest, and is neither locked nor leased by another worker.</summary>
    private async Task<OutboxEmail?> LeaseNextAsync(TContext db)
    {
        var now = clock.GetUtcNow();
        var until = now + OutboxEmail.Lease;
        var rows = await db.Set<OutboxEmail>().FromSql($"""
            UPDATE outbox_email SET leased_until = {until}, attempts = attempts + 1
            WHERE id = (
                SELECT id FROM outbox_email
                WHERE sent_at IS NULL AND cancelled_at IS NULL AND dead_at IS NULL
                    AND next_attempt_at <= {now} AND (leased_until IS NULL OR leased_until < {now})
                ORDER BY next_attempt_at, id
                LIMIT 1
                FOR UPDATE SKIP LOCKED)
            RETURNING *, xmin
            """).ToListAsync();
        return rows.SingleOrDefault();
    }

    private async Task<MailOutcome> SendAsync(OutboxEmail row)
    {
        try
        {
            var content = MailContent.Unpack(protector.Unprotect(row.ProtectedBody!));
            return await transport.SendAsync(new OutgoingMail(
                row.Id, row.ToAddress!, row.ToName, row.Subject, content.Text, new(row.ReplyToAddress, row.ReplyToName), content.Attachment));
        }
        catch (CryptographicException)
        {
            return MailOutcome.Later(MailFailure.Unreadable); // the keys may come back
        }
        catch (Exception exception)
        {
            LogUnexpected(logger, ErrorNumber.Draw(), row.Id, exception.GetType().Name, exception.StackTrace);
            return MailOutcome.Later(MailFailure.Unexpected); // a mail that trips a bug waits like any other, and blocks none
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Id} ({Kind}), attempt {Attempt}: {Failure}, given up: {GivenUp}")]
    private static partial void LogFailure(ILogger logger, Guid id, string kind, int attempt, string failure, bool givenUp);

    [LoggerMessage(Level = LogLevel.Error, Message = "Error {Number} while sending mail {Id}: {Type}\n{Stack}")]
    private static partial void LogUnexpected(ILogger logger, string number, Guid id, string type, string? stack);
}
