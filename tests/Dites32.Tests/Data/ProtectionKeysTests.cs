using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Dites32.Core;
using Dites32.Tests.Infrastructure;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dites32.Tests.Data;

public sealed class ProtectionKeysTests : CoreTest
{
    [Fact]
    public async Task What_one_process_protects_another_reads_so_that_a_restart_keeps_sign_ins()
    {
        await using var before = NewProcess();
        var cookie = Protector(before).Protect("session");
        await using var after = NewProcess();

        Assert.Equal("session", Protector(after).Unprotect(cookie));
        Assert.Equal(1, await InDatabaseAsync(db => db.ProtectionKeys.CountAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task With_a_certificate_a_copy_of_the_database_reads_nothing()
    {
        var file = Path.Combine(Path.GetTempPath(), $"dites32-{Guid.NewGuid():N}.p12");
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=dites32", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddYears(1));
        await File.WriteAllBytesAsync(file, certificate.Export(X509ContentType.Pkcs12, "secret"), TestContext.Current.CancellationToken);
        var withCertificate = new[] { ("DataProtection:CertificateFile", file), ("DataProtection:CertificatePassword", "secret") };
        try
        {
            await using var before = NewProcess(withCertificate);
            var cookie = Protector(before).Protect("session");
            await using var after = NewProcess(withCertificate);
            await using var thief = NewProcess();

            Assert.Equal("session", Protector(after).Unprotect(cookie));
            Assert.Throws<CryptographicException>(() => Protector(thief).Unprotect(cookie));
            Assert.DoesNotContain("masterKey", await InDatabaseAsync(db => db.ProtectionKeys.Select(k => k.Xml).FirstAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static IDataProtector Protector(IServiceProvider process) =>
        process.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");

    private ServiceProvider NewProcess(params (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string?>(Settings());
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        var services = new ServiceCollection();
        services.AddLogging();
        services.AddDites32Core(new ConfigurationBuilder().AddInMemoryCollection(all).Build());
        return services.BuildServiceProvider();
    }
}
