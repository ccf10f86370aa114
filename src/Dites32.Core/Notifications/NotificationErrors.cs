using Dites32.Core.Shared;

namespace Dites32.Core.Notifications;

public static class NotificationErrors
{
    public static readonly Error MailNotFound =
        new(ErrorKind.NotFound, "mail-not-found", "Ce courriel n'existe pas.");
}
