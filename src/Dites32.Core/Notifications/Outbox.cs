using Dites32.Core.Data;
using Dites32.Core.Shared;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Notifications;

/// <summary>
/// Where a handler writes its mails: they are saved with its other changes or not at all, and leave afterwards.
/// </summary>
internal class Outbox<TContext>(
    TContext db, Actor actor, IDataProtectionProvider protection, OutboxSignal<TContext> signal, TimeProvider clock) : IDisposable
    where TContext : DbContext
{
    /// <summary>How many mails of one kind an address receives, and a network causes, before <see cref="MayWriteAsync"/> says no.</summary>
    public const int MaxPerAddressAndDay = 3;
    public const int MaxPerNetworkAndHour = 20;

    private readonly IDataProtector protector = protection.CreateProtector("outbox");
    private bool hasWritten;

    /// <summary>Adds the mail to what the command saves.</summary>
    public Guid Write(Email email)
    {
        var row = OutboxEmail.Of(email, protector.Protect(new MailContent(email.Body, email.Attachment).Pack()), actor.Network, clock.GetUtcNow());
        db.Set<OutboxEmail>().Add(row);
        hasWritten = true;
        return row.Id;
    }

    /// <summary>
    /// Takes back a mail that has not left, together with the command's other changes; false when it has left. Should a
    /// worker take the mail before the command is saved, the row's version makes the whole command fail as a lost race.
    /// </summary>
    public async Task<bool> CancelAsync(Guid id, CancellationToken cancellationToken)
    {
        var row = await db.Set<OutboxEmail>().SingleOrDefaultAsync(e => e.Id == id, cancellationToken);
        return row is not null && row.TryCancel(clock.GetUtcNow());
    }

    /// <summary>
    /// Keeps an older mail from arriving after what the command is about to say. As in <see cref="CancelAsync"/>, a worker
    /// that takes the mail before the command is saved makes the whole command fail as a lost race.
    /// </summary>
    public async Task<OlderMail> SupersedeAsync(Guid id, CancellationToken cancellationToken)
    {
        var row = await db.Set<OutboxEmail>().SingleOrDefaultAsync(e => e.Id == id, cancellationToken);
        return row?.Supersede(clock.GetUtcNow()) ?? OlderMail.MayHaveBeenRead; // long sent, and swept
    }

    /// <summary>The mail waits, and has certainly not left: its time has not come, or nobody takes it.</summary>
    public async Task<bool> IsHeldAsync(Guid? id, CancellationToken cancellationToken) =>
        id is not null && await db.Set<OutboxEmail>().AnyAsync(
            e => e.Id == id && e.SentAt == null && e.CancelledAt == null && e.DeadAt == null
                && e.LeasedUntil == null && e.Failure != MailFailure.Lost,
            cancellationToken);

    /// <summary>The text of a mail that waits; null once it has left, was given up or was taken back.</summary>
    public async Task<string?> ReadBodyAsync(Guid id, CancellationToken cancellationToken)
    {
        var body = await db.Set<OutboxEmail>().Where(e => e.Id == id).Select(e => e.ProtectedBody).SingleOrDefaultAsync(cancellationToken);
        return body is null ? null : MailContent.Unpack(protector.Unprotect(body)).Text;
    }

    /// <summary>
    /// Whether a form that anybody may send can cause one more mail of this kind: at most three a day to one address,
    /// and twenty an hour from one network.
    /// </summary>
    public async Task<bool> MayWriteAsync(string kind, string to, CancellationToken cancellationToken)
    {
        var (hash, dayAgo, hourAgo) = (OutboxEmail.HashOf(to), clock.GetUtcNow().AddDays(-1), clock.GetUtcNow().AddHours(-1));
        return await db.Set<OutboxEmail>().CountAsync(e => e.ToHash == hash && e.Kind == kind && e.CreatedAt > dayAgo, cancellationToken) < MaxPerAddressAndDay
            && (actor.Network is not { } network
                || await db.Set<OutboxEmail>().CountAsync(e => e.Network == network && e.Kind == kind && e.CreatedAt > hourAgo, cancellationToken) < MaxPerNetworkAndHour);
    }

    /// <summary>Writes a mail that a form anybody may send can cause, unless there were too many.</summary>
    public async Task WriteIfMayAsync(Email email, CancellationToken cancellationToken)
    {
        if (await MayWriteAsync(email.Kind, email.To, cancellationToken))
        {
            Write(email);
        }
    }

    /// <summary>Whether the address has had its mail of this kind today: what runs each morning may run twice.</summary>
    public Task<bool> WasWrittenTodayAsync(string kind, string to, CancellationToken cancellationToken)
    {
        var (hash, since) = (OutboxEmail.HashOf(to), clock.GetUtcNow().AddHours(-20));
        return db.Set<OutboxEmail>().AnyAsync(e => e.ToHash == hash && e.Kind == kind && e.CreatedAt > since, cancellationToken);
    }

    /// <summary>
    /// Erases the recipient of every mail about these rows, and of every mail to this address, and keeps those that wait from
    /// leaving. Mails that the same command writes are not among them.
    /// </summary>
    public async Task ForgetMailsAboutAsync(IReadOnlyCollection<Guid> aboutIds, string? address, CancellationToken cancellationToken)
    {
        var hash = address is null ? null : OutboxEmail.HashOf(address);
        var rows = await db.Set<OutboxEmail>()
            .Where(e => (e.AboutId != null && aboutIds.Contains(e.AboutId.Value)) || (hash != null && e.ToHash == hash)).ToListAsync(cancellationToken);
        rows.ForEach(row => row.Forget(clock.GetUtcNow()));
    }

    /// <summary>The request's scope ends after its save: only now is there something to send.</summary>
    public void Dispose()
    {
        if (hasWritten)
        {
            signal.Wake();
        }

        GC.SuppressFinalize(this);
    }
}

/// <summary>The portal's.</summary>
internal sealed class Outbox(
    AppDbContext db, Actor actor, IDataProtectionProvider protection, OutboxSignal<AppDbContext> signal, TimeProvider clock)
    : Outbox<AppDbContext>(db, actor, protection, signal, clock);
