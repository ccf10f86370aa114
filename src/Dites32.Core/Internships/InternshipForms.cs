using System.Globalization;
using Dites32.Core.Data;
using Dites32.Core.Shared;
using Dites32.Core.Territory;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships;

/// <summary>An intern, as text.</summary>
public sealed record InternForm
{
    public string? Name { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }
    public string? FacultyId { get; init; }
    public string? ResidencyCode { get; init; }
    public string? EnteredOn { get; init; }
}

/// <summary>A supervisor, as text.</summary>
public sealed record SupervisorForm
{
    public string? Name { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }
    public string? TrainedOn { get; init; }
    public string? ApprovedUntil { get; init; }
    public string? Wish { get; init; }
    public string? Note { get; init; }
    public string? Habits { get; init; }
}

/// <summary>A placement, as text.</summary>
public sealed record PlacementForm
{
    public string? Name { get; init; }
    public string? Kind { get; init; }
    public string? SpecialtyCode { get; init; }
    public string? Commune { get; init; }
    public string? Address { get; init; }
    public string? ApprovedUntil { get; init; }
    public string? Capacity { get; init; }

    /// <summary>Names of slots.</summary>
    public IReadOnlyList<string> Slots { get; init; } = [];

    /// <summary>A supervisor each, with their share in per cent; lines without a supervisor are left out.</summary>
    public IReadOnlyList<(string? SupervisorId, string? Share)> Supervisors { get; init; } = [];
}

/// <summary>Reads the forms of the module, and says all that is wrong with one at once.</summary>
internal sealed class InternshipFormReader(AppDbContext db, CatalogueCache catalogues)
{
    private static readonly DateOnly First = new(1990, 1, 1), Last = new(2099, 12, 31);

    public async Task<Result<InternProfile>> ReadAsync(InternForm form, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var name = errors.Text(nameof(form.Name), form.Name, Intern.MaxNameLength);
        errors.Require(name.Length > 0, nameof(form.Name), "Écrivez le nom et le prénom.");
        var email = EmailAddress.Normalise(PlainText.Clean(form.Email));
        errors.Require(EmailAddress.IsPlausible(email), nameof(form.Email), "Écrivez une adresse électronique complète.");
        var phone = PlainText.Clean(form.Phone).Length == 0 ? null : errors.Take(nameof(form.Phone), PhoneNumber.Read(form.Phone));
        var faculty = await FacultyAsync(errors, form.FacultyId, cancellationToken);
        var entered = errors.Take(nameof(form.EnteredOn), TypedDay.Read(form.EnteredOn, First, Last));
        errors.Require(entered is not null, nameof(form.EnteredOn), "Écrivez le jour d'entrée dans l'internat.");
        var residency = await db.Residencies.SingleOrDefaultAsync(r => r.Code == form.ResidencyCode, cancellationToken);
        errors.Require(residency is not null, nameof(form.ResidencyCode), "Choisissez une maquette.");
        errors.Require(
            residency is null || entered is null || residency.Admits(entered.Value), nameof(form.ResidencyCode), InternErrors.WrongResidency.Message);
        return errors.Error is { } error ? error : new InternProfile(name, email, phone, faculty, residency!.Code, entered!.Value);
    }

    public static Result<SupervisorProfile> Read(SupervisorForm form)
    {
        var errors = new FieldErrors();
        var name = errors.Text(nameof(form.Name), form.Name, Supervisor.MaxNameLength);
        errors.Require(name.Length > 0, nameof(form.Name), "Écrivez le nom et le prénom.");
        var email = EmailAddress.Normalise(PlainText.Clean(form.Email));
        errors.Require(email.Length == 0 || EmailAddress.IsPlausible(email), nameof(form.Email), "Écrivez une adresse électronique complète, ou laissez vide.");
        var phone = PlainText.Clean(form.Phone).Length == 0 ? null : errors.Take(nameof(form.Phone), PhoneNumber.Read(form.Phone));
        var trained = errors.Take(nameof(form.TrainedOn), TypedDay.Read(form.TrainedOn, First, Last));
        var approved = errors.Take(nameof(form.ApprovedUntil), TypedDay.Read(form.ApprovedUntil, First, Last));
        var wish = Enum.TryParse<SupervisorWish>(form.Wish, out var read) && read.ToString() == form.Wish ? read : SupervisorWish.Unknown;
        var note = errors.Text(nameof(form.Note), form.Note, Supervisor.MaxNoteLength);
        var habits = errors.Text(nameof(form.Habits), form.Habits, Supervisor.MaxNoteLength);
        return errors.Error is { } error ? error : new SupervisorProfile(name, OrNull(email), phone, trained, approved, wish, OrNull(note), OrNull(habits));
    }

    public async Task<Result<(PlacementProfile Profile, IReadOnlyList<SupervisorShare> Shares)>> ReadAsync(PlacementForm form, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var catalogue = await catalogues.GetAsync(cancellationToken);
        var name = errors.Text(nameof(form.Name), form.Name, Placement.MaxNameLength);
        errors.Require(name.Length > 0, nameof(form.Name), "Écrivez le nom du terrain.");
        var kind = Enum.TryParse<PlacementKind>(form.Kind, out var read) && read.ToString() == form.Kind ? read : (PlacementKind?)null;
        errors.Require(kind is not null, nameof(form.Kind), "Choisissez hospitalier ou ambulatoire.");
        errors.Require(catalogue.Specialties.ContainsKey(form.SpecialtyCode ?? ""), nameof(form.SpecialtyCode), "Choisissez une spécialité.");
        var commune = catalogue.FindCommune(PlainText.Clean(form.Commune));
        errors.Require(commune is not null, nameof(form.Commune), TerritoryErrors.CommuneNotFound.Message);
        var address = errors.Text(nameof(form.Address), form.Address, Placement.MaxAddressLength);
        var approved = errors.Take(nameof(form.ApprovedUntil), TypedDay.Read(form.ApprovedUntil, First, Last));
        var capacity = Whole(form.Capacity);
        errors.Require(capacity is >= 0 and <= Placement.MaxCapacity, nameof(form.Capacity), $"Écrivez un nombre d'internes, de 0 à {Placement.MaxCapacity}.");
        var slots = TrainingSlots.All.Where(s => form.Slots.Contains(s.ToString())).ToList();
        errors.Require(slots.Count > 0, nameof(form.Slots), "Cochez au moins un créneau.");
        var shares = await SharesAsync(errors, form.Supervisors, cancellationToken);
        errors.Require(
            kind != PlacementKind.Ambulatory || shares.Count > 0, nameof(form.Supervisors), "Un terrain ambulatoire a au moins un maître de stage.");
        return errors.Error is { } error
            ? error
            : (new PlacementProfile(name, kind!.Value, form.SpecialtyCode!, commune!.InseeCode, OrNull(address), approved, capacity!.Value, slots), shares);
    }

    public static int? Whole(string? typed) =>
        int.TryParse(PlainText.Clean(typed), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private async Task<Guid?> FacultyAsync(FieldErrors errors, string? typed, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(typed))
        {
            return null;
        }

        var known = Guid.TryParse(typed, out var id) && await db.Faculties.AnyAsync(f => f.Id == id, cancellationToken);
        errors.Require(known, nameof(InternForm.FacultyId), "Choisissez une faculté de la liste.");
        return known ? id : null;
    }

    private async Task<IReadOnlyList<SupervisorShare>> SharesAsync(
        FieldErrors errors, IReadOnlyList<(string? SupervisorId, string? Share)> lines, CancellationToken cancellationToken)
    {
        var chosen = lines.Where(l => !string.IsNullOrEmpty(l.SupervisorId)).ToList();
        var shares = chosen.Select(l => new SupervisorShare(Guid.TryParse(l.SupervisorId, out var id) ? id : Guid.Empty, chosen.Count == 1 && string.IsNullOrWhiteSpace(l.Share) ? 100 : Whole(l.Share) ?? 0)).ToList();
        var ids = shares.Select(s => s.SupervisorId).ToList();
        errors.Require(
            await db.Supervisors.CountAsync(s => ids.Contains(s.Id), cancellationToken) == ids.Distinct().Count(), nameof(PlacementForm.Supervisors),
            "Choisissez les maîtres de stage dans la liste.");
        return shares;
    }

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
