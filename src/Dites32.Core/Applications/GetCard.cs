using Dites32.Core.Accounts;
using Dites32.Core.Candidates;
using Dites32.Core.Candidates.AnnuaireSante;
using Dites32.Core.Data;
using Dites32.Core.Documents;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Applications;

/// <summary>Everything a recruiter needs to decide on one application, on one page.</summary>
[AllowRoles(Role.SiteRecruiter, Role.Dites32Recruiter, Role.Administrator)]
public sealed record GetCard(Guid ApplicationId) : IQuery<Result<Card>>, IReadsFile
{
    Subject IAbout.Subject => new(SubjectKind.Application, ApplicationId);
    ReadingPurpose IReadsFile.Purpose => ReadingPurpose.Recruiting;
}

/// <param name="Previous">The card before this one in its column, oldest first.</param>
public sealed record Card(
    Guid Id, uint Version, Guid CandidateId, Guid? OfferId, string? OfferTitle, string? OfferReference, string StageLabel, StageCategory Category,
    CardPerson Person, string Message, string? WishesWhere, string? WishesWhat, DateOnly? WishesFrom,
    DateTimeOffset SubmittedAt, DateTimeOffset StageEnteredAt, DateOnly? AnswerDueOn, int DaysLate, RefusalReason? Reason,
    IReadOnlyList<StageChoice> Moves, IReadOnlyList<CardNote> Notes, IReadOnlyList<CardEvent> History, IReadOnlyList<CardMail> UndeliveredMails,
    IReadOnlyList<OtherApplication> Others, IReadOnlyList<DocumentSummary> Documents, Guid? Previous, Guid? Next,
    DateTimeOffset? ErasedAt, DateTimeOffset? InPoolSince);

/// <param name="RppsKeyLooksWrong">The last digit does not fit the others: worth a second look, nothing more.</param>
/// <param name="RppsVerifiedBy">Null for a number that was only typed.</param>
/// <param name="Directory">What the Annuaire Santé says of the number; null where it was not asked.</param>
public sealed record CardPerson(
    string Name, string Email, bool IsEmailConfirmed, string Phone, CandidateStatus Status, string? Specialty, string? Rpps, bool RppsKeyLooksWrong,
    RppsSource? RppsVerifiedBy, DateTimeOffset? RppsVerifiedAt, DirectoryAnswer? Directory);

public sealed record CardNote(string Author, DateTimeOffset At, string Text);

/// <param name="Who">Null for the person who applied.</param>
public sealed record CardEvent(DateTimeOffset At, string What, string? Who);

public sealed record CardMail(string Subject, string To, DateTimeOffset GivenUpAt);

/// <summary>Another application of the same person, which the actor manages too.</summary>
/// <param name="WasLinked">Somebody said that it is the same person; otherwise the row is the same.</param>
public sealed record OtherApplication(Guid Id, Guid CandidateId, string Name, string Title, string StageLabel, DateTimeOffset SubmittedAt, bool WasLinked);

internal sealed class GetCardHandler(AppDbContext db, Actor actor, CardReading reading, TimeProvider clock) : IRequestHandler<GetCard, Result<Card>>
{
    public async Task<Result<Card>> Handle(GetCard query, CancellationToken cancellationToken)
    {
        var application = await db.Applications.ManageableBy(db, actor).Include(a => a.Candidate).Include(a => a.Offer)
            .SingleOrDefaultAsync(a => a.Id == query.ApplicationId, cancellationToken);
        if (application is null)
        {
            return ApplicationErrors.NotFound;
        }

        var person = application.Candidate;
        var stages = await db.Stages.AsNoTracking().Where(s => s.OfferId == application.OfferId).ToListAsync(cancellationToken);
        var (previous, next) = await reading.NeighboursAsync(application, cancellationToken);
        return new Card(
            application.Id, db.VersionOf(application), person.Id, application.OfferId, application.Offer?.Title, application.Offer?.Reference,
            stages.Single(s => s.Id == application.StageId).Label, application.Category,
            new CardPerson(
                person.Name, person.Email, application.EmailConfirmedAt is not null, person.Phone, person.Status,
                await db.Specialties.Where(s => s.Code == person.SpecialtyCode).Select(s => s.Label).SingleOrDefaultAsync(cancellationToken),
                person.Rpps, person.Rpps is not null && !Rpps.HasGoodKey(person.Rpps), person.RppsVerifiedBy, person.RppsVerifiedAt,
                person.DirectoryAnswer),
            application.Message, application.Wishes?.Where, application.Wishes?.What, application.Wishes?.From,
            application.SubmittedAt, application.StageEnteredAt, application.AnswerDueOn,
            BoardCards.LateBy(application.AnswerDueOn, clock.Today()), application.Reason,
            application.ErasedAt is not null ? [] : StageChoices.From(application.StageId, application.Category, stages, actor.PipelineRole()),
            await reading.NotesAsync(application.Id, cancellationToken),
            await reading.HistoryAsync(application.Id, cancellationToken),
            await db.OutboxEmails.Where(e => e.AboutId == application.Id && e.DeadAt != null && e.ToAddress == person.Email)
                .OrderByDescending(e => e.DeadAt).ThenBy(e => e.Id)
                .Select(e => new CardMail(e.Subject, e.ToAddress!, e.DeadAt!.Value)).Take(5).ToListAsync(cancellationToken),
            await reading.OthersAsync(application, cancellationToken),
            await db.DocumentsOfAsync(application.Id, cancellationToken),
            previous, next, application.ErasedAt, application.InPoolSince);
    }
}
