using System.Security.Cryptography;
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
    public async Task A_copy_of_the_database_alone_reads_and_forges_nothing()
    {
        await using var before = NewProcess();
        var cookie = Protector(before).Protect("session");
        await using var thief = NewProcess(("DataProtection:CertificateFile", ""));

        Assert.Throws<CryptographicException>(() => Protector(thief).Unprotect(cookie));
        Assert.DoesNotContain("masterKey", await InDatabaseAsync(db => db.ProtectionKeys.Select(k => k.Xml).FirstAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_that_was_replaced_still_opens_what_it_encrypted()
    {
        await using var before = NewProcess();
        var cookie = Protector(before).Protect("session");
        var replaced = new[] { ("DataProtection:CertificateFile", TestCertificate.MakeFile()) };
        await using var careless = NewProcess(replaced);
        await using var careful = NewProcess(
            [.. replaced, ("DataProtection:FormerCertificateFile", TestCertificate.File), ("DataProtection:FormerCertificatePassword", TestCertificate.Password)]);

        Assert.Throws<CryptographicException>(() => Protector(careless).Unprotect(cookie));
        Assert.Equal("session", Protector(careful).Unprotect(cookie));
    }

    [Theory]
    [InlineData("Production", false)]
    [InlineData("Development", true)]
    public async Task Production_does_not_start_without_a_certificate(string environment, bool starts)
    {
        await using var app = new WebApp(ConnectionString, Clock, environment).WithWebHostBuilder(host => host.UseSetting("DataProtection:CertificateFile", ""));

        if (starts)
        {
            Assert.True((await app.CreateClient().GetAsync("/robots.txt", TestContext.Current.CancellationToken)).StatusCode is not 0);
        }
        else
        {
            Assert.ThrowsAny<Exception>(app.CreateClient);
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
