using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using Dites32.Core.Territory;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>
/// A partner puts two communes of the Gers side by side, at most <see cref="PlaceComparison.Most"/> times. Sent again, it is
/// one comparison. Errors: spouse.session-over, spouse.no-consent, spouse.too-many-comparisons.
/// </summary>
/// <param name="Specialty">The code of the doctor's specialty; empty for all posts.</param>
/// <param name="Words">What the partner thinks of it; may be empty.</param>
[AllowSpouse]
public sealed record ComparePlaces(Guid SubmissionId, string First, string Second, string Specialty, string Words) : ICommand<Result>, IBehindTheWall, ISubmission;

/// <summary>Erases a comparison. Done twice, it is done. Errors: spouse.session-over.</summary>
[AllowSpouse]
public sealed record RemoveComparison(Guid ComparisonId) : ICommand<Result>, IBehindTheWall, IRunsAgain;

internal sealed class ComparePlacesHandler(SpouseDbContext db, Actor actor, CatalogueCache catalogues, TimeProvider clock)
    : IRequestHandler<ComparePlaces, Result>, IRequestHandler<RemoveComparison, Result>
{
    public async Task<Result> Handle(ComparePlaces command, CancellationToken cancellationToken)
    {
        if (await db.OwnAsync(actor, clock, cancellationToken) is not { } file)
        {
            return SpouseErrors.SessionOver;
        }

        if (file.ConsentedAt is null)
        {
            return SpouseErrors.NoConsent;
        }

        var (errors, catalogue) = (new FieldErrors(), await catalogues.GetAsync(cancellationToken));
        var (first, second) = (catalogue.FindCommune(PlainText.Clean(command.First)), catalogue.FindCommune(PlainText.Clean(command.Second)));
        errors.Require(first is not null, nameof(command.First), TerritoryErrors.CommuneNotFound.Message);
        errors.Require(second is not null, nameof(command.Second), TerritoryErrors.CommuneNotFound.Message);
        errors.Require(first is null || first != second, nameof(command.Second), "Choisissez une autre commune que la première.");
        errors.Require(command.Specialty.Length == 0 || catalogue.Specialties.ContainsKey(command.Specialty), nameof(command.Specialty), "Choisissez une spécialité de la liste.");
        var words = errors.Text(nameof(command.Words), command.Words, PlaceComparison.MaxWordsLength);
        if (errors.Error is { } error)
        {
            return error;
        }

        var sent = await db.Comparisons.SingleOrDefaultAsync(c => c.Id == command.SubmissionId, cancellationToken);
        if (command.SubmissionId == Guid.Empty || sent is not null)
        {
            return sent?.CaseId == file.Id ? Result.Success : SharedErrors.PageTooOld;
        }

        if (await db.Comparisons.CountAsync(c => c.CaseId == file.Id, cancellationToken) >= PlaceComparison.Most)
        {
            return SpouseErrors.TooManyComparisons;
        }

        db.Add(PlaceComparison.Of(
            command.SubmissionId, file.Id, first!.InseeCode, second!.InseeCode, command.Specialty.Length == 0 ? null : command.Specialty,
            words.Length == 0 ? null : words, clock.GetUtcNow()));
        return Result.Success;
    }

    public async Task<Result> Handle(RemoveComparison command, CancellationToken cancellationToken)
    {
        if (await db.OwnAsync(actor, clock, cancellationToken) is not { } file)
        {
            return SpouseErrors.SessionOver;
        }

        if (await db.Comparisons.SingleOrDefaultAsync(c => c.Id == command.ComparisonId && c.CaseId == file.Id, cancellationToken) is { } comparison)
        {
            db.Remove(comparison);
        }

        return Result.Success;
    }
}
