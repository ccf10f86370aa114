using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Dites32.Core.Data;

/// <summary>Keeps the Data Protection keys in PostgreSQL. Asked for by the framework, rarely, and never with an await.</summary>
internal sealed class ProtectionKeys(IServiceScopeFactory scopes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        return [.. db.ProtectionKeys.AsNoTracking().OrderBy(k => k.Id).Select(k => k.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        db.ProtectionKeys.Add(new ProtectionKey { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}

public static class ProtectionKeysRegistration
{
    /// <summary>
    /// With <c>DataProtection:CertificateFile</c> (PKCS #12) and <c>DataProtection:CertificatePassword</c> the keys are
    /// encrypted: a copy of the database alone then forges no cookie and reads no mail. The one before, where it was
    /// replaced, still opens what it encrypted: <c>DataProtection:FormerCertificateFile</c>, <c>…FormerCertificatePassword</c>.
    /// </summary>
    internal static void AddProtectionKeys(this IServiceCollection services, IConfiguration configuration)
    {
        var protection = services.AddDataProtection().SetApplicationName("dites32");
        services.AddSingleton<ProtectionKeys>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            options => options.XmlRepository = provider.GetRequiredService<ProtectionKeys>()));

        if (CertificateOf(configuration, "") is { } certificate)
        {
            protection.ProtectKeysWithCertificate(certificate);
        }

        if (CertificateOf(configuration, "Former") is { } former)
        {
            protection.UnprotectKeysWithAnyCertificate(former);
        }
    }

    /// <summary>What is missing before this may serve in Production; null when nothing is.</summary>
    public static string? Missing(IConfiguration configuration) =>
        string.IsNullOrEmpty(configuration["DataProtection:CertificateFile"])
            ? "The setting DataProtection__CertificateFile is missing: without it, a copy of the database forges sign-ins. docs/exploitation.md says how to make one."
            : null;

    private static X509Certificate2? CertificateOf(IConfiguration configuration, string which) =>
        configuration[$"DataProtection:{which}CertificateFile"] is { Length: > 0 } file
            ? X509CertificateLoader.LoadPkcs12FromFile(file, configuration[$"DataProtection:{which}CertificatePassword"])
            : null;
}
