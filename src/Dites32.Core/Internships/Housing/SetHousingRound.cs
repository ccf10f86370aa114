using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships.Housing;

/// <summary>
/// Opens the requests of a semester, or corrects until when and by which rules they are ranked. Interns read the rules.
/// Errors: semester.not-found, invalid.
/// </summary>
/// <param name="Deadline">The last day, at the latest the last one of the semester.</param>
/// <param name="Rules">Names of <see cref="PriorityCriterion"/>, the strongest first; the same one twice counts once.</param>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record SetHousingRound(Guid SemesterId, string? Deadline, IReadOnlyList<string?> Rules, string? Note) : ICommand<Result>, IRunsAgain;

/// <summary>
/// Writes what the State pays for lodging from a day on, and what a room usually costs elsewhere; the same day again corrects
/// it. Errors: invalid.
/// </summary>
/// <param name="MonthlyEuros">Gross, a month.</param>
/// <param name="UsualRent">A month; empty where it is not known.</param>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record SetHousingAllowance(string? StartsOn, string? MonthlyEuros, string? UsualRent, string? Source) : ICommand<Result>, IRunsAgain;

internal sealed class SetHousingRoundHandler(AppDbContext db) : IRequestHandler<SetHousingRound, Result>, IRequestHandler<SetHousingAllowance, Result>
{
    public async Task<Result> Handle(SetHousingRound command, CancellationToken cancellationToken)
    {
        if (await db.Semesters.SingleOrDefaultAsync(s => s.Id == command.SemesterId, cancellationToken) is not { } semester)
        {
            return SemesterErrors.NotFound;
        }

        var errors = new FieldErrors();
        var deadline = errors.Take(nameof(command.Deadline), TypedDay.Read(command.Deadline, semester.StartsOn.AddYears(-1), semester.EndsOn));
        errors.Require(deadline is not null, nameof(command.Deadline), "Écrivez la date limite des demandes.");
        var rules = command.Rules.Select(Criterion).OfType<PriorityCriterion>().Distinct().ToList();
        errors.Require(rules.Count > 0, nameof(command.Rules), "Choisissez au moins une règle.");
        var note = errors.Text(nameof(command.Note), command.Note, HousingRound.MaxNoteLength);
        if (errors.Error is not null)
        {
            return errors.Error;
        }

        var round = await db.HousingRounds.SingleOrDefaultAsync(r => r.SemesterId == semester.Id, cancellationToken) ?? db.Add(HousingRound.Of(semester.Id)).Entity;
        round.Write(deadline!.Value, rules, note.Length == 0 ? null : note);
        return Result.Success;
    }

    public async Task<Result> Handle(SetHousingAllowance command, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var start = errors.Take(nameof(command.StartsOn), TypedDay.Read(command.StartsOn, new DateOnly(2000, 1, 1), new DateOnly(2099, 12, 31)));
        errors.Require(start is not null, nameof(command.StartsOn), "Écrivez à partir de quel jour.");
        var euros = InternshipFormReader.Whole(command.MonthlyEuros);
        errors.Require(euros is >= 0 and <= HousingAllowance.MaxEuros, nameof(command.MonthlyEuros), "Écrivez un montant en euros entiers par mois.");
        var rent = PlainText.Clean(command.UsualRent).Length == 0 ? null : InternshipFormReader.Whole(command.UsualRent);
        errors.Require(
            PlainText.Clean(command.UsualRent).Length == 0 || rent is >= 0 and <= HousingAllowance.MaxEuros, nameof(command.UsualRent),
            "Écrivez un loyer en euros entiers par mois, ou laissez vide.");
        var source = errors.Text(nameof(command.Source), command.Source, HousingAllowance.MaxSourceLength);
        errors.Require(source.Length > 0, nameof(command.Source), "Écrivez d'où vient ce montant\u00a0: un texte, une page, une date.");
        if (errors.Error is not null)
        {
            return errors.Error;
        }

        var allowance = await db.HousingAllowances.SingleOrDefaultAsync(a => a.StartsOn == start, cancellationToken) ?? db.Add(HousingAllowance.From(start!.Value)).Entity;
        allowance.Write(euros!.Value, rent, source);
        return Result.Success;
    }

    private static PriorityCriterion? Criterion(string? name) =>
        Enum.TryParse<PriorityCriterion>(name, out var criterion) && criterion.ToString() == name ? criterion : null;
}
