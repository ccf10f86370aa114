using Dites32.Web.Shared.Forms;

namespace Dites32.Web.Applications.Pipeline;

/// <summary>What the small forms of a card send.</summary>
internal sealed class CardInput
{
    public string? Version { get; set; }
    public string? ToStage { get; set; }
    public string? Note { get; set; }

    /// <summary>Not empty: the author has seen which words of the note are to be read again, and keeps them.</summary>
    public string? NoteIsConfirmed { get; set; }
    public string? SubmissionId { get; set; }

    /// <summary>Not empty: the recruiter wants to add words to the mail before it goes.</summary>
    public string? AddWords { get; set; }

    /// <summary>A version that was changed by hand is one that no row has.</summary>
    public uint ReadVersion() => RowVersion.Read(Version);

    public Guid ReadSubmissionId() => Guid.TryParse(SubmissionId, out var id) ? id : Guid.Empty;
}
