using System.Globalization;
using Dites32.Core.SpouseSupport;
using Dites32.Web.Shared.Forms;

namespace Dites32.Web.SpouseSupport.Casework;

/// <summary>An employer's form, as text.</summary>
public sealed class EmployerInput
{
    public string? SubmissionId { get; set; }
    public string? Version { get; set; }
    public string? Name { get; set; }
    public string? Siret { get; set; }
    public string? Sector { get; set; }
    public string? Commune { get; set; }
    public string? ContactName { get; set; }
    public string? ContactEmail { get; set; }
    public string? ContactPhone { get; set; }

    public uint ReadVersion => RowVersion.Read(Version);

    public JobEmployerForm Form => new()
    {
        Name = Name,
        Siret = Siret,
        Sector = Sector,
        Commune = Commune,
        ContactName = ContactName,
        ContactEmail = ContactEmail,
        ContactPhone = ContactPhone,
    };

    public static EmployerInput Of(JobEmployerSheet sheet) => new()
    {
        Version = sheet.Version.ToString(CultureInfo.InvariantCulture),
        Name = sheet.Form.Name,
        Siret = sheet.Form.Siret,
        Sector = sheet.Form.Sector,
        Commune = sheet.Form.Commune,
        ContactName = sheet.Form.ContactName,
        ContactEmail = sheet.Form.ContactEmail,
        ContactPhone = sheet.Form.ContactPhone,
    };
}

/// <summary>A post's form, as text; its fields bear names of their own, beside those of its employer.</summary>
public sealed class VacancyInput
{
    public string? SubmissionId { get; set; }
    public string? Title { get; set; }
    public string? RomeCode { get; set; }
    public string? Contract { get; set; }
    public string? Commune { get; set; }
    public string? StartsOn { get; set; }
    public string? OpenUntil { get; set; }
    public string? Address { get; set; }
    public string? Description { get; set; }

    public JobVacancyForm Form => new()
    {
        Title = Title,
        RomeCode = RomeCode,
        Contract = Contract,
        Commune = Commune,
        StartsOn = StartsOn,
        OpenUntil = OpenUntil,
        Address = Address,
        Description = Description,
    };
}
