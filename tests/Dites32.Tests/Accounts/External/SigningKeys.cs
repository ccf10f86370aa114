using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Dites32.Tests.Accounts.External;

/// <summary>What is wrong with a token.</summary>
public enum Flaw
{
    None, EllipticCurve, ForgedSignature, UnknownKey, NoSignature, SharedSecret, OtherAudience, OtherIssuer, OtherNonce, NoNonce, Expired, NotYetValid,
    WeakAcr, NoAcr, OtherAcr, NoSubject, LongSubject, Broken,
}

/// <summary>The keys of <see cref="LocalIssuer"/>, and the tokens that they sign, right or wrong.</summary>
internal sealed class SigningKeys : IDisposable
{
    private readonly RSA rsa = RSA.Create(2048);
    private readonly RSA stranger = RSA.Create(2048);
    private readonly ECDsa curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>The public halves.</summary>
    public object[] Published
    {
        get
        {
            var (r, e) = (rsa.ExportParameters(false), curve.ExportParameters(false));
            return
            [
                new { kty = "RSA", use = "sig", kid = "rsa", n = Base64UrlEncoder.Encode(r.Modulus!), e = Base64UrlEncoder.Encode(r.Exponent!) },
                new { kty = "EC", use = "sig", kid = "ec", crv = "P-256", x = Base64UrlEncoder.Encode(e.Q.X!), y = Base64UrlEncoder.Encode(e.Q.Y!) },
            ];
        }
    }

    public void Dispose()
    {
        rsa.Dispose();
        stranger.Dispose();
        curve.Dispose();
    }

    public string Token(string issuer, IReadOnlyDictionary<string, object> person, string nonce, Flaw flaw)
    {
        var now = DateTimeOffset.UtcNow;
        var (from, until) = flaw switch
        {
            Flaw.Expired => (now.AddMinutes(-30), now.AddMinutes(-10)),
            Flaw.NotYetValid => (now.AddMinutes(10), now.AddMinutes(30)),
            _ => (now, now.AddMinutes(5)),
        };
        var claims = new Dictionary<string, object>(person)
        {
            ["iss"] = flaw == Flaw.OtherIssuer ? "https://autre.example" : issuer,
            ["aud"] = flaw == Flaw.OtherAudience ? "un-autre-portail" : LocalIssuer.ClientId,
            ["nonce"] = flaw == Flaw.OtherNonce ? "un autre" : nonce,
            ["iat"] = from.ToUnixTimeSeconds(),
            ["nbf"] = from.ToUnixTimeSeconds(),
            ["exp"] = until.ToUnixTimeSeconds(),
        };
        Spoil(claims, flaw);
        var payload = JsonSerializer.Serialize(claims);
        if (flaw == Flaw.NoSignature)
        {
            return $"{Encode("""{"alg":"none","typ":"JWT"}""")}.{Encode(payload)}.";
        }

        var token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(payload, SignerFor(flaw));
        return flaw == Flaw.ForgedSignature ? Forge(token) : token;
    }

    private static void Spoil(Dictionary<string, object> claims, Flaw flaw)
    {
        switch (flaw)
        {
            case Flaw.NoNonce: claims.Remove("nonce"); break;
            case Flaw.NoAcr: claims.Remove("acr"); break;
            case Flaw.WeakAcr: claims["acr"] = "eidas0"; break;
            case Flaw.OtherAcr: claims["acr"] = "mot-de-passe"; break;
            case Flaw.NoSubject: claims.Remove("sub"); break;
            case Flaw.LongSubject: claims["sub"] = new string('s', 256); break;
        }
    }

    private SigningCredentials SignerFor(Flaw flaw) => flaw switch
    {
        Flaw.EllipticCurve => new(new ECDsaSecurityKey(curve) { KeyId = "ec" }, SecurityAlgorithms.EcdsaSha256),
        Flaw.UnknownKey => new(new RsaSecurityKey(stranger) { KeyId = "inconnue" }, SecurityAlgorithms.RsaSha256),
        Flaw.SharedSecret => new(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(LocalIssuer.ClientSecret)), SecurityAlgorithms.HmacSha256),
        _ => new(new RsaSecurityKey(rsa) { KeyId = "rsa" }, SecurityAlgorithms.RsaSha256),
    };

    /// <summary>The name of the right key, the signature of another one.</summary>
    private string Forge(string token)
    {
        var signed = token[..token.LastIndexOf('.')];
        return $"{signed}.{Base64UrlEncoder.Encode(stranger.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    private static string Encode(string json) => Base64UrlEncoder.Encode(json);
}
