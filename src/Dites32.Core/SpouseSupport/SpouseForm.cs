using Dites32.Core.Shared;
using Dites32.Core.Territory;

namespace Dites32.Core.SpouseSupport;

/// <summary>What a partner types about themselves, as text. All but the name and the trade may stay empty.</summary>
public sealed record SpouseForm
{
    public string? Name { get; init; }
    public string? Phone { get; init; }
    public string? Couple { get; init; }
    public string? DoctorName { get; init; }
    public string? Profession { get; init; }
    public string? Project { get; init; }

    /// <summary>As <see cref="Catalogue.FindCommune"/> reads it.</summary>
    public string? Commune { get; init; }
    public string? ArrivesOn { get; init; }
    public string? Message { get; init; }

    /// <summary>As it may be kept.</summary>
    internal SpouseForm Cleaned() => new()
    {
        Name = PlainText.Clean(Name),
        Phone = PlainText.Clean(Phone),
        Couple = PlainText.Clean(Couple),
        DoctorName = PlainText.Clean(DoctorName),
        Profession = PlainText.Clean(Profession),
        Project = PlainText.Clean(Project),
        Commune = PlainText.Clean(Commune),
        ArrivesOn = PlainText.Clean(ArrivesOn),
        Message = PlainText.Clean(Message),
    };
}

/// <summary>Reads the form, and says all that is wrong with it at once.</summary>
internal sealed class SpouseFormReader(CatalogueCache catalogues, TimeProvider clock)
{
    public async Task<Result<SpouseProfile>> ReadAsync(SpouseForm form, FieldErrors errors, CancellationToken cancellationToken)
    {
        var name = errors.Text(nameof(form.Name), form.Name, SpouseCase.MaxNameLength);
        errors.Require(name.Length > 0, nameof(form.Name), "Écrivez votre nom et votre prénom.");
        var phone = PlainText.Clean(form.Phone).Length == 0 ? null : errors.Take(nameof(form.Phone), PhoneNumber.Read(form.Phone));
        var doctor = errors.Text(nameof(form.DoctorName), form.DoctorName, SpouseCase.MaxNameLength);
        var profession = errors.Text(nameof(form.Profession), form.Profession, SpouseCase.MaxTextLength);
        errors.Require(profession.Length > 0, nameof(form.Profession), "Écrivez votre métier, ou ce que vous faites aujourd'hui.");
        var message = errors.Text(nameof(form.Message), form.Message, SpouseCase.MaxMessageLength);
        var today = clock.Today();
        var arrives = errors.Take(nameof(form.ArrivesOn), TypedDay.Read(form.ArrivesOn, today.AddYears(-2), today.AddYears(5)));
        var commune = PlainText.Clean(form.Commune).Length == 0 ? null : (await catalogues.GetAsync(cancellationToken)).FindCommune(form.Commune!);
        errors.Require(commune is not null || PlainText.Clean(form.Commune).Length == 0, nameof(form.Commune),
            "Aucune commune du Gers ne porte ce nom ou ce code postal. Laissez vide si vous ne savez pas encore.");
        return errors.Error is { } error
            ? error
            : new SpouseProfile(
                name, phone, Choice<Couple>(form.Couple), OrNull(doctor), profession, Choice<SpouseProject>(form.Project), commune?.InseeCode, arrives, OrNull(message));
    }

    private static string? OrNull(string text) => text.Length == 0 ? null : text;

    private static T? Choice<T>(string? typed) where T : struct, Enum =>
        Enum.TryParse<T>(typed, out var value) && Enum.IsDefined(value) && value.ToString() == typed ? value : null;
}
