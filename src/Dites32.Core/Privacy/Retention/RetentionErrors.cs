using Dites32.Core.Shared;

namespace Dites32.Core.Privacy.Retention;

public static class RetentionErrors
{
    public static Error SettingMissing(string setting) => new(ErrorKind.Conflict, "retention.setting-missing",
        $"Le réglage {setting} manque\u00a0: la règle ne s'applique pas, et rien n'est effacé.");

    public static Error SettingWrong(string setting, int least, int most) => new(ErrorKind.Conflict, "retention.setting-wrong",
        $"Le réglage {setting} doit être un nombre de {least} à {most}\u00a0: la règle ne s'applique pas, et rien n'est effacé.");

    public static readonly Error UnknownRule = new(ErrorKind.NotFound, "retention.unknown-rule", "Cette règle n'existe pas.");
}
