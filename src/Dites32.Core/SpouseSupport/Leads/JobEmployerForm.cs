using Dites32.Core.Shared;
using Dites32.Core.Territory;

namespace Dites32.Core.SpouseSupport;

/// <summary>An employer, as text.</summary>
public sealed record JobEmployerForm
{
    public string? Name { get; init; }
    public string? Siret { get; init; }
    public string? Sector { get; init; }
    public string? Commune { get; init; }
    public string? ContactName { get; init; }
    public string? ContactEmail { get; init; }
    public string? ContactPhone { get; init; }

    /// <summary>As it may be kept.</summary>
    internal JobEmployerForm Cleaned() => new()
    {
        Name = PlainText.Clean(Name),
        Siret = PlainText.Clean(Siret),
        Sector = PlainText.Clean(Sector),
        Commune = PlainText.Clean(Commune),
        ContactName = PlainText.Clean(ContactName),
        ContactEmail = PlainText.Clean(ContactEmail),
        ContactPhone = PlainText.Clean(ContactPhone),
    };
}

/// <summary>A post, as text.</summary>
public sealed record JobVacancyForm
{
    public string? Title { get; init; }
    public string? RomeCode { get; init; }
    public string? Contract { get; init; }
    public string? Commune { get; init; }
    public string? StartsOn { get; init; }
    public string? OpenUntil { get; init; }

    /// <summary>Where it is published.</summary>
    public string? Address { get; init; }
    public string? Description { get; init; }

    /// <summary>As it may be kept.</summary>
    internal JobVacancyForm Cleaned() => new()
    {
        Title = PlainText.Clean(Title),
        RomeCode = PlainText.Clean(RomeCode),
        Contract = PlainText.Clean(Contract),
        Commune = PlainText.Clean(Commune),
        StartsOn = PlainText.Clean(StartsOn),
        OpenUntil = PlainText.Clean(OpenUntil),
        Address = PlainText.Clean(Address),
        Description = PlainText.Clean(Description),
    };
}

/// <summary>Reads both forms, and says all that is wrong with them at once.</summary>
internal sealed class JobFormReader(CatalogueCache catalogues, TimeProvider clock)
{
    public async Task<Result<JobEmployerProfile>> ReadAsync(JobEmployerForm form, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var name = errors.Text(nameof(form.Name), form.Name, JobEmployer.MaxNameLength);
        errors.Require(name.Length > 0, nameof(form.Name), "Écrivez le nom de l'employeur.");
        var siret = errors.Take(nameof(form.Siret), Siret.Read(form.Siret));
        var sector = errors.Text(nameof(form.Sector), form.Sector, JobEmployer.MaxSectorLength);
        var insee = await CommuneAsync(errors, form.Commune, cancellationToken);
        var contact = errors.Text(nameof(form.ContactName), form.ContactName, SpouseCase.MaxNameLength);
        var email = PlainText.Clean(form.ContactEmail);
        errors.Require(email.Length == 0 || EmailAddress.IsPlausible(email), nameof(form.ContactEmail), "Écrivez une adresse électronique complète, ou laissez vide.");
        var phone = PlainText.Clean(form.ContactPhone).Length == 0 ? null : errors.Take(nameof(form.ContactPhone), PhoneNumber.Read(form.ContactPhone));
        return errors.Error is { } error ? error : new JobEmployerProfile(name, siret, OrNull(sector), insee!, OrNull(contact), OrNull(email), phone);
    }

    public async Task<Result<JobVacancyProfile>> ReadAsync(JobVacancyForm form, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var title = errors.Text(nameof(form.Title), form.Title, JobVacancy.MaxTitleLength);
        errors.Require(title.Length > 0, nameof(form.Title), "Écrivez l'intitulé du poste.");
        var rome = errors.Take(nameof(form.RomeCode), RomeCode.Read(form.RomeCode));
        var contract = Enum.TryParse<JobContract>(form.Contract, out var known) && known.ToString() == form.Contract ? known : (JobContract?)null;
        errors.Require(contract is not null, nameof(form.Contract), "Choisissez un contrat.");
        var insee = await CommuneAsync(errors, form.Commune, cancellationToken);
        var today = clock.Today();
        var starts = errors.Take(nameof(form.StartsOn), TypedDay.Read(form.StartsOn, today.AddYears(-1), today.AddYears(2)));
        var until = errors.Take(nameof(form.OpenUntil), TypedDay.Read(form.OpenUntil, today, today.AddYears(1)));
        var address = errors.Text(nameof(form.Address), form.Address, JobVacancy.MaxAddressLength);
        errors.Require(
            address.Length == 0 || (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps), nameof(form.Address),
            "Écrivez une adresse complète, qui commence par https://, ou laissez vide.");
        var description = errors.Text(nameof(form.Description), form.Description, JobVacancy.MaxDescriptionLength);
        return errors.Error is { } error
            ? error
            : new JobVacancyProfile(title, rome, contract!.Value, insee!, starts, until, OrNull(address), OrNull(description));
    }

    private async Task<string?> CommuneAsync(FieldErrors errors, string? typed, CancellationToken cancellationToken)
    {
        var commune = (await catalogues.GetAsync(cancellationToken)).FindCommune(PlainText.Clean(typed));
        errors.Require(commune is not null, nameof(JobVacancyForm.Commune), "Aucune commune du Gers ne porte ce nom ou ce code postal.");
        return commune?.InseeCode;
    }

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
