namespace Dites32.Web.Shared;

/// <summary>Where the portal is for the world: canonical links, feeds and what search engines read hold whole addresses.</summary>
internal sealed class PublicAddress(IConfiguration configuration)
{
    private readonly Uri address = new(configuration["Portal:PublicAddress"]
        ?? throw new InvalidOperationException("The setting Portal:PublicAddress is missing."));

    public string Host => address.Host;

    public string Of(string path) => new Uri(address, path).AbsoluteUri;
}
