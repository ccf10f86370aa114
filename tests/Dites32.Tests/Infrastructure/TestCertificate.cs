using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Dites32.Tests.Infrastructure;

/// <summary>What Production asks for: a certificate that encrypts the keys of cookies and mails. Gone with the process.</summary>
internal static class TestCertificate
{
    public const string Password = "secret";
    private static readonly Lazy<string> Made = new(() => MakeFile());

    public static string File => Made.Value;

    public static string MakeFile()
    {
        var file = Path.Combine(Path.GetTempPath(), $"dites32-{Guid.NewGuid():N}.p12");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => System.IO.File.Delete(file);
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=dites32", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddYears(1));
        System.IO.File.WriteAllBytes(file, certificate.Export(X509ContentType.Pkcs12, Password));
        return file;
    }
}
