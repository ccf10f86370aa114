namespace Dites32.Core.SpouseSupport;

/// <summary>
/// What a doctor and their partner share (dossiers reliés): the one row behind the wall that a doctor's requests read. The
/// doctor proposes; the two files are linked while both agree, and neither knows of the other's file before.
/// </summary>
internal sealed class CoupleLink
{
    public const int MaxNameLength = 60;

    /// <summary>How long a proposal waits: whatever becomes of it, the doctor sees the same until then.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(30);

    private CoupleLink() { }

    /// <summary>Drawn by the doctor's form: sent twice, it is one proposal.</summary>
    public Guid Id { get; private init; }

    /// <summary>The account of the doctor.</summary>
    public Guid DoctorId { get; private init; }

    /// <summary>As the doctor signs the invitation.</summary>
    public string DoctorName { get; private init; } = "";

    /// <summary>The partner's file; null once they have said no or have left: the doctor is not told.</summary>
    public Guid? CaseId { get; private set; }
    public DateTimeOffset DoctorAgreedAt { get; private init; }
    public DateTimeOffset? PartnerAgreedAt { get; private set; }

    public static CoupleLink Proposed(Guid id, Guid doctorId, string doctorName, Guid caseId, DateTimeOffset now) =>
        new() { Id = id, DoctorId = doctorId, DoctorName = doctorName, CaseId = caseId, DoctorAgreedAt = now };

    /// <summary>The partner agrees: from now on the two files are linked.</summary>
    public void Agree(DateTimeOffset now) => PartnerAgreedAt ??= now;

    /// <summary>The partner says no: the proposal leads nowhere, and looks to the doctor as before.</summary>
    public void Decline() => CaseId = null;
}
