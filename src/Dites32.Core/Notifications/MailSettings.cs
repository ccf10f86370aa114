using System.Net;
using System.Net.Mail;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace Dites32.Core.Notifications;

/// <summary>The section <c>Mail</c> of the configuration.</summary>
internal sealed class MailSettings(IConfiguration configuration)
{
    private readonly IConfigurationSection mail = configuration.GetSection("Mail");

    /// <summary>Where mails are written instead of being sent, relative to the content root; null to send them.</summary>
    public string? Folder => mail["Folder"] is { Length: > 0 } folder ? folder : null;

    public string Host => mail["Host"] ?? "127.0.0.1";
    public int Port => mail.GetValue("Port", 25);
    public bool StartTls => mail.GetValue("StartTls", false);
    public string? UserName => mail["UserName"];
    public string? Password => mail["Password"];

    /// <summary>A password is never read on the network: it goes to this machine, or encrypted.</summary>
    /// <exception cref="InvalidOperationException">The configuration would send it in clear.</exception>
    public void Check()
    {
        var stays = Host == "localhost" || (IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address));
        if (!string.IsNullOrEmpty(UserName) && !StartTls && !stays)
        {
            throw new InvalidOperationException("Mail:UserName would be sent in clear with its password: set Mail:StartTls to true.");
        }
    }

    /// <summary>How long one mail may take: less than its lease, and than the time the host leaves us to stop.</summary>
    public TimeSpan Timeout => TimeSpan.FromSeconds(mail.GetValue("TimeoutSeconds", 25));

    public MailAddress From => new(mail["From"] ?? "dites32@example.org", mail["FromName"] ?? "Dites32", Encoding.UTF8);
}
