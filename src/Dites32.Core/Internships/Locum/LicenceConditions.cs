using Dites32.Core.Data;
using Dites32.Core.Shared;
using Dites32.Core.Territory;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships.Locum;

/// <summary>The conditions of the licence de remplacement that are known, by specialty.</summary>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record ListLicenceConditions : IQuery<Result<IReadOnlyList<LicenceConditionRow>>>;

/// <param name="OneOf">One validated semester at least is one of these; empty where nothing is asked.</param>
public sealed record LicenceConditionRow(
    string SpecialtyCode, string Specialty, uint Version, int Semesters, IReadOnlyList<TrainingSlot> OneOf, string? Further, string Source, bool IsConfirmed);

/// <summary>
/// Writes, or puts right, the conditions of a specialty (CSP, art. L.4131-2 and annex 41-1). Nobody is written to: the spaces of
/// the interns follow at once. Errors: invalid, changed-meanwhile.
/// </summary>
/// <param name="Version">Of the row as the coordinator saw it; 0 for a specialty without one.</param>
/// <param name="OneOf">Names of slots.</param>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record SetLicenceCondition(
    string? SpecialtyCode, uint Version, string? Semesters, IReadOnlyList<string> OneOf, string? Further, string? Source, bool IsConfirmed) : ICommand<Result>, IVersioned;

internal sealed class LicenceConditionsHandler(AppDbContext db, CatalogueCache catalogues)
    : IRequestHandler<ListLicenceConditions, Result<IReadOnlyList<LicenceConditionRow>>>, IRequestHandler<SetLicenceCondition, Result>
{
    public async Task<Result<IReadOnlyList<LicenceConditionRow>>> Handle(ListLicenceConditions query, CancellationToken cancellationToken)
    {
        var catalogue = await catalogues.GetAsync(cancellationToken);
        var known = await db.LicenceConditions.ToListAsync(cancellationToken);
        return known.Select(c => (Terms: c.Terms(), c.SpecialtyCode, catalogue.Specialties[c.SpecialtyCode].Label, Version: VersionOf(c)))
            .Select(c => new LicenceConditionRow(
                c.SpecialtyCode, c.Label, c.Version, c.Terms.Semesters, c.Terms.OneOf, c.Terms.Further, c.Terms.Source, c.Terms.IsConfirmed))
            .OrderBy(c => c.Specialty, StringComparer.Create(Clock.French, ignoreCase: true)).ToList();
    }

    public async Task<Result> Handle(SetLicenceCondition command, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var specialty = (await catalogues.GetAsync(cancellationToken)).Specialties.GetValueOrDefault(command.SpecialtyCode ?? "");
        errors.Require(specialty is not null, nameof(command.SpecialtyCode), "Choisissez une spécialité.");
        var semesters = InternshipFormReader.Whole(command.Semesters);
        errors.Require(
            semesters is >= 1 and <= Residency.MaxSemesters, nameof(command.Semesters), $"Écrivez un nombre de semestres, de 1 à {Residency.MaxSemesters}.");
        var further = errors.Text(nameof(command.Further), command.Further, LicenceCondition.MaxFurtherLength);
        var source = errors.Text(nameof(command.Source), command.Source, LicenceCondition.MaxSourceLength);
        errors.Require(source.Length > 0, nameof(command.Source), "Écrivez d'où vient cette condition.");
        if (errors.Error is not null)
        {
            return errors.Error;
        }

        var terms = new LicenceTerms(
            semesters!.Value, [.. TrainingSlots.All.Where(s => command.OneOf.Contains(s.ToString()))], further.Length == 0 ? null : further, source, command.IsConfirmed);
        var known = await db.LicenceConditions.SingleOrDefaultAsync(c => c.SpecialtyCode == specialty!.Code, cancellationToken);
        if (known is not null && VersionOf(known) != command.Version)
        {
            return command.Version == 0 && known.Terms() is { } same && same.OneOf.SequenceEqual(terms.OneOf) && same with { OneOf = terms.OneOf } == terms
                ? Result.Success // a form sent twice
                : SharedErrors.ChangedMeanwhile;
        }

        if (known is null)
        {
            db.Add(LicenceCondition.Of(specialty!.Code, terms));
        }
        else
        {
            known.Correct(terms);
        }

        return Result.Success;
    }

    private uint VersionOf(LicenceCondition condition) => db.Entry(condition).Property<uint>("Version").CurrentValue;
}
