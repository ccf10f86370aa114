namespace Dites32.Tests.Authorization;

/// <summary>
/// What a request is about: a thing of A (a site with all that happens there, a person with an account), the same of B, or
/// one that does not exist. Recruiter A has A's for their own and B's for another's, and the other way round.
/// </summary>
internal sealed record Side(string Name)
{
    public const string OfA = "a";
    public const string OfB = "b";
    public const string OfNobody = "none";

    /// <summary>For the requests that are about nothing in particular, or about the sender.</summary>
    public const string Alone = "alone";

    /// <summary>A person with an account, a telephone that shows codes, a passkey and two sessions.</summary>
    public Guid AccountId { get; init; } = Guid.NewGuid();
    public string Email { get; init; } = "personne@example.org";
    public string SignInToken { get; init; } = "";

    /// <summary>Of somebody who has just registered.</summary>
    public string ConfirmationToken { get; init; } = "";
    public string ResetToken { get; init; } = "";
    public string NewAddressToken { get; init; } = "";
    public Guid SessionId { get; init; } = Guid.NewGuid();
    public Guid SessionPublicId { get; init; } = Guid.NewGuid();

    public Guid OrganisationId { get; init; } = Guid.NewGuid();
    public Guid SiteId { get; init; } = Guid.NewGuid();
    public Guid RecruiterId { get; init; } = Guid.NewGuid();

    /// <summary>May stand in for the site's recruiter.</summary>
    public Guid DeputyId { get; init; } = Guid.NewGuid();
    public Guid AbsenceId { get; init; } = Guid.NewGuid();

    /// <summary>Published, with applications, a photo and a question.</summary>
    public Guid OfferId { get; init; } = Guid.NewGuid();
    public int OfferNumber { get; init; } = 999_999;
    public string PhotoHash { get; init; } = new('0', 64);
    public Guid QuestionId { get; init; } = Guid.NewGuid();

    /// <summary>Published, and nobody has applied.</summary>
    public Guid QuietOfferId { get; init; } = Guid.NewGuid();
    public Guid DraftOfferId { get; init; } = Guid.NewGuid();
    public Guid OfferToModerateId { get; init; } = Guid.NewGuid();

    /// <summary>An application that has just arrived, joined to the person's account, and another that was moved a moment ago.</summary>
    public Guid CardId { get; init; } = Guid.NewGuid();
    public Guid MovedCardId { get; init; } = Guid.NewGuid();
    public Guid CandidateId { get; init; } = Guid.NewGuid();
    public Guid OtherCandidateId { get; init; } = Guid.NewGuid();

    /// <summary>Known to be the same person as another candidate.</summary>
    public Guid LinkedCandidateId { get; init; } = Guid.NewGuid();
    public Guid InterviewStageId { get; init; } = Guid.NewGuid();

    /// <summary>The secret of a link to the application.</summary>
    public string LinkSecret { get; init; } = "";

    /// <summary>An application being written, with a document, and one just sent.</summary>
    public Guid DraftId { get; init; } = Guid.NewGuid();
    public Guid DocumentId { get; init; } = Guid.NewGuid();
    public Guid SentDraftId { get; init; } = Guid.NewGuid();
    public IReadOnlyList<Guid> LinkIds { get; init; } = [];

    /// <summary>The file of a doctor's partner, and a link to it that has not served.</summary>
    public Guid SpouseCaseId { get; init; } = Guid.NewGuid();
    public string SpouseToken { get; init; } = "";
    public Guid JobLeadId { get; init; } = Guid.NewGuid();
    public Guid SpouseTaskId { get; init; } = Guid.NewGuid();
    public Guid SpouseMeetingId { get; init; } = Guid.NewGuid();

    /// <summary>Between the person and their partner, who shares a comparison.</summary>
    public Guid CoupleLinkId { get; init; } = Guid.NewGuid();
    public Guid ComparisonId { get; init; } = Guid.NewGuid();

    /// <summary>Opens the application that was moved; the person holds it besides their account.</summary>
    public Guid LinkToJoinId { get; init; }
}
