using Dites32.Core.Candidates;
using Dites32.Core.Data;
using Dites32.Core.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Applications;

/// <summary>
/// Second step: who the person is and what they write. Nothing about family is asked (Labour Code, L. 1221-6; CNIL).
/// With <see cref="ToBeContinued"/> it is kept as it is, complete or not.
/// </summary>
[AllowLinkHolder]
public sealed record WriteDraft(
    Guid DraftId, CandidateStatus? Status, string Rpps, string SpecialtyCode, string Message,
    string WishesWhere, string WishesWhat, string WishesFrom, bool ToBeContinued) : ICommand<Result>, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.Draft, DraftId);
}

internal sealed class WriteDraftValidator : AbstractValidator<WriteDraft>
{
    public WriteDraftValidator()
    {
        RuleFor(c => c.Message).MaximumLength(Application.MaxMessageLength).WithMessage($"{Application.MaxMessageLength}\u00a0caractères au plus.");
        RuleFor(c => c.WishesWhere).MaximumLength(Wishes.MaxLength).WithMessage($"{Wishes.MaxLength}\u00a0caractères au plus.");
        RuleFor(c => c.WishesWhat).MaximumLength(Wishes.MaxLength).WithMessage($"{Wishes.MaxLength}\u00a0caractères au plus.");
        RuleFor(c => c.Rpps).Custom((rpps, context) =>
        {
            if (Candidates.Rpps.Read(rpps).Error is { } error)
            {
                context.AddFailure(error.Message);
            }
        });
        RuleFor(c => c.WishesFrom).Must(from => from.Length == 0 || ReadDay(from) is not null).WithMessage("Écrivez la date ainsi\u00a0: 31/05/2027.");
        When(c => !c.ToBeContinued, () =>
        {
            RuleFor(c => c.Status).NotNull().WithMessage("Choisissez votre statut actuel.");
            RuleFor(c => c.Message).NotEmpty().WithMessage("Écrivez quelques mots à la personne qui recrute.");
        });
    }

    public static DateOnly? ReadDay(string text) =>
        DateOnly.TryParseExact(text, ["yyyy-MM-dd", "d/M/yyyy"], System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day)
            ? day
            : null;
}

internal sealed class WriteDraftHandler(AppDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<WriteDraft, Result>
{
    public async Task<Result> Handle(WriteDraft command, CancellationToken cancellationToken)
    {
        var draft = await db.ApplicationDrafts.OpenedBy(db, actor).SingleOrDefaultAsync(d => d.Id == command.DraftId, cancellationToken);
        if (draft is null)
        {
            return ApplicationErrors.DraftNotFound;
        }

        if (draft.SentAt is not null)
        {
            return ApplicationErrors.AlreadySent;
        }

        var specialty = command.SpecialtyCode.Length > 0 ? command.SpecialtyCode : null;
        if (specialty is not null && !await db.Specialties.AnyAsync(s => s.Code == specialty, cancellationToken))
        {
            return SharedErrors.Invalid(nameof(command.SpecialtyCode), "Choisissez une spécialité de la liste.");
        }

        Wishes? wishes = null;
        if (draft.OfferId is null)
        {
            wishes = new Wishes(command.WishesWhere, command.WishesWhat, WriteDraftValidator.ReadDay(command.WishesFrom));
        }

        draft.Write(command.Status, Rpps.Read(command.Rpps).Value, specialty, command.Message, wishes, clock.GetUtcNow());
        return Result.Success;
    }
}
