using Dites32.Core.Accounts;
using Dites32.Core.Candidates.AnnuaireSante;

namespace Dites32.Core.Candidates;

/// <summary>
/// A person who applied (candidat), with or without an account. Each application brings its own row, because an address
/// that nobody has confirmed proves nothing; rows of the same person are then linked to one of them.
/// </summary>
internal sealed class Candidate
{
    public const int MaxNameLength = 120;
    public const int MaxPhoneLength = 20;

    /// <summary>What is read in place of a name that was erased.</summary>
    public const string ErasedName = "Données effacées";

    private Candidate() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public string Name { get; private set; } = "";
    public string Email { get; private set; } = "";
    public string Phone { get; private set; } = "";
    public CandidateStatus Status { get; private set; }
    public string? Rpps { get; private set; }

    /// <summary>Since when somebody whom the portal believes says that the number is theirs; null for one that was only typed.</summary>
    public DateTimeOffset? RppsVerifiedAt { get; private set; }
    public RppsSource? RppsVerifiedBy { get; private set; }

    /// <summary>What the Annuaire Santé says of the number, and when it was asked; null where it was not.</summary>
    public DirectoryAnswer? DirectoryAnswer { get; private set; }
    public DateTimeOffset? DirectoryAskedAt { get; private set; }
    public string? SpecialtyCode { get; private set; }
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>The row that stands for the same person; null when this one does. Chains are one link long.</summary>
    public Guid? CanonicalId { get; private set; }

    public static Candidate Of(
        string name, string email, string phone, CandidateStatus status, string? rpps, string? specialtyCode, DateTimeOffset now) => new()
        {
            Name = name,
            Email = email,
            Phone = phone,
            Status = status,
            Rpps = rpps,
            SpecialtyCode = specialtyCode,
            CreatedAt = now,
        };

    /// <summary>Forgets who it was. The status stays: it says nothing without a name.</summary>
    public void Erase()
    {
        (Name, Email, Phone, SpecialtyCode) = (ErasedName, "", "", null);
        (Rpps, RppsVerifiedAt, RppsVerifiedBy) = (null, null, null);
        (DirectoryAnswer, DirectoryAskedAt) = (null, null);
    }

    /// <summary>Takes over that a number is verified, where it is the one of this row.</summary>
    public void VerifyRpps(string rpps, RppsSource source, DateTimeOffset at)
    {
        if (Rpps == rpps)
        {
            (RppsVerifiedAt, RppsVerifiedBy) = (at, source);
        }
    }

    public void NoteDirectory(DirectoryAnswer answer, DateTimeOffset now) => (DirectoryAnswer, DirectoryAskedAt) = (answer, now);

    public void CorrectContact(string name, string email, string phone) => (Name, Email, Phone) = (name, email, phone);

    /// <summary>Says that this row and another are one person; the row itself stays as it is, so that it can be undone.</summary>
    public void LinkTo(Guid canonicalId) => CanonicalId = canonicalId == Id ? null : canonicalId;

    public void Unlink() => CanonicalId = null;
}
