using Microsoft.Extensions.Configuration;

namespace Dites32.Core.Notifications;

/// <summary>The portal as a mail names it.</summary>
internal sealed class Portal(IConfiguration configuration)
{
    private readonly Uri address = new(configuration["Portal:PublicAddress"]
        ?? throw new InvalidOperationException("The setting Portal:PublicAddress is missing: mails hold links."));

    public string Host => address.Host;

    /// <summary>Who answers where no recruiter is named.</summary>
    public string MissionAddress { get; } = configuration["Portal:MissionEmail"] ?? "dites32@gers.example";

    public string MissionName { get; } = configuration["Portal:MissionName"] ?? "La mission Dites32";

    /// <summary>Who answers before the law for what the portal does with personal data (responsable du traitement).</summary>
    public string Controller { get; } = configuration["Portal:Controller"] ?? "Le Département du Gers";

    /// <summary>Where people write about their data: the data protection officer's address, or the mission's until it is set.</summary>
    public string DataProtectionAddress { get; } =
        configuration["Portal:DataProtectionEmail"] ?? configuration["Portal:MissionEmail"] ?? "dites32@gers.example";

    /// <summary>Where partners write to: never the mailbox of those who recruit.</summary>
    public string SpouseSupportAddress { get; } = configuration["Portal:SpouseSupportEmail"] ?? "dites32-a-2@gers.example";

    public string Link(string path) => new Uri(address, path).AbsoluteUri;
}
