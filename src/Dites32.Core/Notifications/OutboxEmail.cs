using Dites32.Core.Shared;

namespace Dites32.Core.Notifications;

/// <summary>A mail that waits, or what remains of one that was sent, given up (dead) or taken back (cancelled).</summary>
internal sealed class OutboxEmail
{
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    /// <summary>From 10 s doubling to 1 h, this many attempts last 72 hours.</summary>
    public const int MaxAttempts = 81;

    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromHours(1);

    private OutboxEmail() { }

    /// <summary>Also the Message-ID: a mail that leaves twice is recognised by the mailbox that receives it.</summary>
    public Guid Id { get; private init; }
    public string Kind { get; private init; } = "";
    public string? ToAddress { get; private set; }
    public string? ToName { get; private set; }

    /// <summary>SHA-256 of the address, by which the limits count; empty once the address is forgotten.</summary>
    public byte[] ToHash { get; private set; } = [];
    public string Subject { get; private set; } = "";
    public string? ProtectedBody { get; private set; }
    public string ReplyToAddress { get; private init; } = "";
    public string ReplyToName { get; private init; } = "";
    public Guid? AboutId { get; private init; }
    public string? Network { get; private set; }

    /// <summary>The address is erased as soon as the mail has left or was given up.</summary>
    public bool ForgetOnceSent { get; private init; }
    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset SendAfter { get; private init; }
    public DateTimeOffset NextAttemptAt { get; private set; }
    public int Attempts { get; private set; }

    /// <summary>A worker is sending it until then; later, that worker has died and the mail may have left.</summary>
    public DateTimeOffset? LeasedUntil { get; private set; }
    public DateTimeOffset? SentAt { get; private set; }
    public DateTimeOffset? CancelledAt { get; private set; }
    public DateTimeOffset? DeadAt { get; private set; }

    /// <summary>Why the last attempt failed: the SMTP status or one of <see cref="MailFailure"/>.</summary>
    public string? Failure { get; private set; }

    /// <summary>The row's version: taking a mail back and sending it at the same time cannot both succeed.</summary>
    public uint Version { get; private set; }

    public bool IsWaiting => SentAt is null && CancelledAt is null && DeadAt is null;

    public static OutboxEmail Of(Email email, string protectedBody, string? network, DateTimeOffset now)
    {
        var row = ToBeSent(email, protectedBody, network, now);
        if (email.GoesNowhere)
        {
            (row.CancelledAt, row.ProtectedBody, row.ToAddress, row.ToName, row.Subject) = (now, null, null, null, "");
        }

        return row;
    }

    private static OutboxEmail ToBeSent(Email email, string protectedBody, string? network, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Kind = email.Kind,
        ToAddress = OneLine(email.To),
        ToName = email.ToName is null ? null : OneLine(email.ToName),
        ToHash = HashOf(email.To),
        Subject = OneLine(email.Subject),
        ProtectedBody = protectedBody,
        ReplyToAddress = OneLine(email.ReplyTo.Address),
        ReplyToName = OneLine(email.ReplyTo.Name),
        AboutId = email.AboutId,
        Network = network,
        ForgetOnceSent = email.ForgetOnceSent,
        CreatedAt = now,
        SendAfter = email.SendAfter ?? now,
        NextAttemptAt = email.SendAfter ?? now,
    };

    public static byte[] HashOf(string address) => Secret.Hash(OneLine(address).ToLowerInvariant());

    /// <summary>False when it has left, or may have: a worker has it, or lost the connection in the middle of sending it.</summary>
    public bool TryCancel(DateTimeOffset now)
    {
        if (!IsWaiting || LeasedUntil is not null || Failure == MailFailure.Lost)
        {
            return false;
        }

        CancelledAt = now;
        ProtectedBody = null;
        return true;
    }

    /// <summary>
    /// Something newer is to be said: whatever becomes of this mail, it must not arrive afterwards. One that a worker is
    /// sending cannot be stopped; one that may have left is not tried again.
    /// </summary>
    public OlderMail Supersede(DateTimeOffset now)
    {
        if (TryCancel(now))
        {
            return OlderMail.NeverLeft;
        }

        if (!IsWaiting)
        {
            return OlderMail.MayHaveBeenRead;
        }

        if (LeasedUntil >= now)
        {
            return OlderMail.Leaving;
        }

        CancelledAt = now;
        LeasedUntil = null;
        ProtectedBody = null;
        return OlderMail.MayHaveBeenRead;
    }

    public void Sent(DateTimeOffset now)
    {
        SentAt = now;
        LeasedUntil = null;
        Failure = null;
        ProtectedBody = null;
        ForgetIfLast(now);
    }

    /// <summary>Tries again later, until the mail has been tried for 72 hours.</summary>
    public void Failed(string failure, DateTimeOffset now)
    {
        if (Attempts >= MaxAttempts)
        {
            GivenUp(failure, now);
            return;
        }

        var delay = FirstDelay * Math.Pow(2, Math.Min(Attempts - 1, 20));
        NextAttemptAt = now + (delay < LongestDelay ? delay : LongestDelay);
        LeasedUntil = null;
        Failure = failure;
    }

    public void GivenUp(string failure, DateTimeOffset now)
    {
        DeadAt = now;
        LeasedUntil = null;
        Failure = failure;
        ProtectedBody = null;
        ForgetIfLast(now);
    }

    /// <summary>Erases who it was for and where it came from. A mail still waiting is not sent any more.</summary>
    public void Forget(DateTimeOffset now)
    {
        if (IsWaiting)
        {
            CancelledAt = now;
            LeasedUntil = null;
            ProtectedBody = null;
        }

        ToAddress = ToName = Network = null;
        ToHash = [];
        Subject = "";
    }

    private void ForgetIfLast(DateTimeOffset now)
    {
        if (ForgetOnceSent)
        {
            Forget(now);
        }
    }

    // A line end in a header would start another header; no control character belongs in one.
    private static string OneLine(string text) => string.Join(' ', string.Concat(text.Select(c => char.IsControl(c) ? '\n' : c))
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}

/// <summary>What the person knows of a mail when something newer is to be said.</summary>
internal enum OlderMail { NeverLeft, MayHaveBeenRead, Leaving }

/// <summary>Failures without an SMTP status.</summary>
internal static class MailFailure
{
    /// <summary>Nobody answered: the mail has not left.</summary>
    public const string Unreachable = "unreachable";

    /// <summary>The relay offers no TLS, or a certificate that is not trusted under its name: the mail has not left.</summary>
    public const string Insecure = "insecure";

    /// <summary>The connection broke, or the answer did not come in time: the mail may have left.</summary>
    public const string Lost = "lost";

    /// <summary>The address or a header cannot be written.</summary>
    public const string Malformed = "malformed";

    /// <summary>The body cannot be decrypted: the keys are missing.</summary>
    public const string Unreadable = "unreadable";

    public const string Unexpected = "unexpected";
}
