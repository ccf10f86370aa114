namespace Dites32.Web.Accounts;

internal static class LocalAddress
{
    private const int MaxLength = 1000;
    private static readonly Uri Here = new("https://here.invalid/");

    /// <summary>
    /// Where to go after signing in: an address of this site, or the fallback. It is read as a browser reads it, which
    /// drops tabs and takes a backslash for a slash.
    /// </summary>
    public static string Or(string? address, string fallback)
    {
        if (address is not { Length: > 0 and <= MaxLength }
            || address[0] != '/'
            || address.Any(c => c == '\\' || char.IsControl(c) || char.IsWhiteSpace(c))
            || !Uri.TryCreate(Here, address, out var uri)
            || uri.Host != Here.Host || uri.Scheme != Here.Scheme || !uri.IsDefaultPort || uri.UserInfo.Length > 0
            || uri.AbsolutePath.StartsWith("//", StringComparison.Ordinal)
            || uri.AbsolutePath is "/connexion" or "/deconnexion")
        {
            return fallback;
        }

        return uri.PathAndQuery + uri.Fragment;
    }
}
