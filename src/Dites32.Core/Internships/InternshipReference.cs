using Dites32.Core.Data;
using Dites32.Core.Shared;
using Dites32.Core.Territory;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships;

/// <summary>The faculties, and the residencies whose length is known.</summary>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record GetInternshipReference : IQuery<Result<InternshipReference>>;

public sealed record InternshipReference(IReadOnlyList<FacultyRow> Faculties, IReadOnlyList<ResidencyRow> Residencies);

public sealed record FacultyRow(Guid Id, string Name);

/// <param name="IsFixed">Its slots come from the decree: its length is not written by hand.</param>
public sealed record ResidencyRow(string Code, string Label, Curriculum Curriculum, DateOnly? EntryFrom, DateOnly? EntryBefore, bool IsFixed);

/// <summary>Adds a faculty, once, however often it is sent.</summary>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record AddFaculty(string? Name) : ICommand<Result>, IRunsAgain;

/// <summary>
/// Says how many semesters a specialty's residency lasts, and how many months of presence validate one. Those whose slots come
/// from the decree are refused. Errors: invalid.
/// </summary>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record SetResidencyLength(string? SpecialtyCode, string? Semesters, string? MonthsToValidate) : ICommand<Result>, IRunsAgain;

internal sealed class InternshipReferenceHandler(AppDbContext db, CatalogueCache catalogues)
    : IRequestHandler<GetInternshipReference, Result<InternshipReference>>, IRequestHandler<AddFaculty, Result>, IRequestHandler<SetResidencyLength, Result>
{
    public async Task<Result<InternshipReference>> Handle(GetInternshipReference query, CancellationToken cancellationToken)
    {
        var faculties = await db.Faculties.OrderBy(f => f.Name).Select(f => new FacultyRow(f.Id, f.Name)).ToListAsync(cancellationToken);
        var residencies = await db.Residencies.OrderBy(r => r.Label).ToListAsync(cancellationToken);
        return new InternshipReference(
            faculties, [.. residencies.Select(r => new ResidencyRow(r.Code, r.Label, r.Curriculum(), r.EntryFrom, r.EntryBefore, r.Slots.Length > 0))]);
    }

    public async Task<Result> Handle(AddFaculty command, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var name = errors.Text(nameof(command.Name), command.Name, Faculty.MaxNameLength);
        errors.Require(name.Length > 0, nameof(command.Name), "Écrivez le nom de la faculté.");
        if (errors.Error is not null)
        {
            return errors.Error;
        }

        if (!await db.Faculties.AnyAsync(f => f.Name == name, cancellationToken))
        {
            db.Add(Faculty.Named(Guid.CreateVersion7(), name));
        }

        return Result.Success;
    }

    public async Task<Result> Handle(SetResidencyLength command, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var specialty = (await catalogues.GetAsync(cancellationToken)).Specialties.GetValueOrDefault(command.SpecialtyCode ?? "");
        errors.Require(specialty is not null, nameof(command.SpecialtyCode), "Choisissez une spécialité.");
        var semesters = Number(command.Semesters, Residency.MaxSemesters);
        errors.Require(semesters is not null, nameof(command.Semesters), $"Écrivez un nombre de semestres, de 1 à {Residency.MaxSemesters}.");
        var months = Number(command.MonthsToValidate, Assignment.MonthsOfSemester);
        errors.Require(months is not null, nameof(command.MonthsToValidate), "Écrivez un nombre de mois, de 1 à 6.");
        if (errors.Error is not null)
        {
            return errors.Error;
        }

        var known = await db.Residencies.Where(r => r.SpecialtyCode == specialty!.Code).ToListAsync(cancellationToken);
        if (known.Exists(r => r.Slots.Length > 0))
        {
            return SharedErrors.Invalid(nameof(command.SpecialtyCode), "La maquette de cette spécialité est fixée par arrêté\u00a0: elle ne s'écrit pas ici.");
        }

        if (known.SingleOrDefault() is { } residency)
        {
            residency.Correct(semesters!.Value, months!.Value);
        }
        else
        {
            db.Add(Residency.OfLength(specialty!.Code, specialty.Label, semesters!.Value, months!.Value));
        }

        return Result.Success;
    }

    private static int? Number(string? typed, int most) =>
        int.TryParse(PlainText.Clean(typed), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
        && number >= 1 && number <= most ? number : null;
}
