using Dites32.Core.Shared;

namespace Dites32.Core.Privacy.Retention;

public static class RetentionErrors
{
    public const string SettingMissingCode = "retention.setting-missing", SettingWrongCode = "retention.setting-wrong";

    public static Error SettingMissing(string setting) => new(ErrorKind.Conflict, SettingMissingCode,
        $"Le réglage {setting} manque\u00a0: la règle ne s'applique pas, et rien n'est effacé.");

    public static Error SettingWrong(string setting, int least, int most) => new(ErrorKind.Conflict, SettingWrongCode,
        $"Le réglage {setting} doit être un nombre de {least} à {most}\u00a0: la règle ne s'applique pas, et rien n'est effacé.");

    public static readonly Error UnknownRule = new(ErrorKind.NotFound, "retention.unknown-rule", "Cette règle n'existe pas.");
}
