namespace Dites32.Web.Shared;

/// <summary>Where the portal is for the world: canonical links, feeds and what search engines read hold whole addresses.</summary>
internal sealed class PublicAddress(IConfiguration configuration)
{
    private readonly Uri address = new(configuration["Portal:PublicAddress"]
        ?? throw new InvalidOperationException("The setting Portal:PublicAddress is missing."));

    public string Host => address.Host;

    /// <summary>« https://dites32.example », as browsers send it.</summary>
    public string Origin => address.GetLeftPart(UriPartial.Authority);

    /// <summary>Is the portal reached over TLS? The cookies and the headers depend on it.</summary>
    public bool IsSecure => address.Scheme == Uri.UriSchemeHttps;

    public string Of(string path) => new Uri(address, path).AbsoluteUri;
}
