using Dites32.Web.Accounts;

namespace Dites32.Tests.Accounts;

public sealed class LocalAddressTests
{
    [Theory]
    [InlineData("/offres", "/offres")]
    [InlineData("/offres?q=médecin&page=2", "/offres?q=m%C3%A9decin&page=2")]
    [InlineData("/offres/1#contact", "/offres/1#contact")]
    [InlineData("/offres?retour=https://example.org", "/offres?retour=https://example.org")]
    [InlineData("/a@b", "/a@b")]
    public void An_address_of_the_site_is_kept(string address, string expected) => Assert.Equal(expected, LocalAddress.Or(address, "/accueil"));

    [Fact]
    public void Nothing_leaves_the_site()
    {
        string[] hosts = ["evil.example", "evil.example/", "evil.example:443/x", "@evil.example", "evil.example%2F", "127.0.0.1", "[::1]", "dites32.example.evil.example"];
        string[] starts =
        [
            "", " ", "//", "///", "////", "/\\", "\\", "\\\\", "\\/", "/\t/", "/\n/", "/\r\n/", "\t//", "/\0/", "\0//", " //", "/ /", "/\u00a0/", "/\u2028/",
            "http://", "https://", "HTTPS://", "https:", "http:/", "https:\\\\", "ftp://", "//user@", "//user:pw@", "http://dites32.example@", "https:///",
            "javascript:alert(1)//", "JaVaScRiPt:", "data:text/html,", "vbscript:", "file:///", "mailto:", "/.//", "/..//", "/./..//", "/x/..//", "/x/../..//", "/%2e//", "/x/%2e%2e//",
            "./", "../", "?", "#", "x", "/connexion?retour=//", "/deconnexion?", "/connexion#",
        ];
        foreach (var address in starts.SelectMany(start => hosts.Select(host => start + host)).Append(null).Append("/" + new string('a', 5000)))
        {
            var target = LocalAddress.Or(address, "/accueil");
            Assert.Equal("dites32.example", new Uri(new Uri("https://dites32.example/connexion"), target).Host);
            Assert.False(target.StartsWith("//", StringComparison.Ordinal) || target.Contains('\\') || target.Any(char.IsControl), address);
        }
    }
}
