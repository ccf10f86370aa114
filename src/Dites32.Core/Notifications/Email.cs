namespace Dites32.Core.Notifications;

/// <summary>A mail to be written to the outbox, in the same save as the change it tells of.</summary>
internal sealed record Email
{
    /// <summary>Stable code, such as « application.received ».</summary>
    public required string Kind { get; init; }
    public required string To { get; init; }
    public string? ToName { get; init; }
    public required string Subject { get; init; }

    /// <summary>Plain text. Encrypted in the outbox, and erased once the mail has left or cannot leave any more.</summary>
    public required string Body { get; init; }

    /// <summary>As secret as the text, and erased with it.</summary>
    public MailAttachment? Attachment { get; init; }

    /// <summary>The named referent, never a no-reply.</summary>
    public required ReplyTo ReplyTo { get; init; }

    /// <summary>The application it is about, so that a recruiter sees that it waits or could not be sent.</summary>
    public Guid? AboutId { get; init; }

    /// <summary>Null: now. A move can be taken back until then.</summary>
    public DateTimeOffset? SendAfter { get; init; }

    /// <summary>
    /// Written like any other, and never sent: nobody has this address, and whoever asked is not to notice. The row keeps the
    /// address's hash, by which the limits count, for two days.
    /// </summary>
    public bool GoesNowhere { get; init; }

    /// <summary>The last mail to somebody who is forgotten: its address goes with it.</summary>
    public bool ForgetOnceSent { get; init; }
}

internal sealed record ReplyTo(string Address, string Name);
