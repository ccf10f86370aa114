using Dites32.Core.Candidates;

namespace Dites32.Core.Privacy.Retention;

/// <summary>
/// Whose data end when (durées de conservation). An application is under one of the first four at a time; what is left of
/// it once erased is under <see cref="Erased"/>. Stored by name: a rule may be added, never renamed.
/// </summary>
public enum RetentionRule { Refused, InPost, Dormant, Pool, Question, Erased, Intern }

public static class RetentionRules
{
    public static readonly IReadOnlyList<RetentionRule> All = Enum.GetValues<RetentionRule>();

    /// <summary>The name of the setting, in months. What is left of an erased application goes when a refused one would.</summary>
    internal static string Setting(this RetentionRule rule) => rule switch
    {
        RetentionRule.Refused or RetentionRule.Erased => "RefusedMonths",
        RetentionRule.InPost => "InPostMonths",
        RetentionRule.Dormant => "DormantMonths",
        RetentionRule.Pool => "PoolMonths",
        RetentionRule.Question => "QuestionMonths",
        RetentionRule.Intern => "InternMonths",
    };

    /// <summary>What the privacy notice promises: a setting may be shorter, never longer.</summary>
    internal static int LongestMonths(this RetentionRule rule) => rule switch
    {
        RetentionRule.Refused or RetentionRule.Erased => 3,
        RetentionRule.InPost or RetentionRule.Dormant => 24,
        RetentionRule.Pool => PoolConsent.MaxMonths,
        RetentionRule.Question => 12,
        RetentionRule.Intern => 36,
    };

    /// <summary>Whether the person is written to before.</summary>
    public static bool IsAnnounced(this RetentionRule rule) => rule is not (RetentionRule.Question or RetentionRule.Erased or RetentionRule.Intern);

    public static string Title(this RetentionRule rule) => rule switch
    {
        RetentionRule.Refused => "Candidatures qui n'ont pas abouti",
        RetentionRule.InPost => "Candidatures abouties",
        RetentionRule.Dormant => "Candidatures sans nouvelle",
        RetentionRule.Pool => "Vivier",
        RetentionRule.Question => "Questions sur une offre",
        RetentionRule.Erased => "Restes des candidatures effacées",
        RetentionRule.Intern => "Fiches d'internes",
    };

    /// <summary>From when the term runs, after « 3 mois ».</summary>
    public static string From(this RetentionRule rule) => rule switch
    {
        RetentionRule.Refused => "après la réponse définitive ou le retrait, sans accord pour le vivier",
        RetentionRule.InPost => "après la prise de fonction",
        RetentionRule.Dormant => "après le dernier changement, quand rien n'a été décidé",
        RetentionRule.Pool => "après le dernier contact\u00a0: l'accord, ou un changement de la candidature",
        RetentionRule.Question => "après la question",
        RetentionRule.Erased => "après la fin de la candidature",
        RetentionRule.Intern => "après le dernier semestre écrit dans la fiche",
    };

    public static string Outcome(this RetentionRule rule) => rule switch
    {
        RetentionRule.Question => "La question, sa réponse et les courriels qui en parlent sont effacés.",
        RetentionRule.Erased => "La ligne sans nom qui restait devient un chiffre dans le compte de son mois.",
        RetentionRule.Intern => "La fiche et ses semestres sont effacés.",
        RetentionRule.Dormant => "La candidature est classée sans suite, puis la personne, ses documents et ce qu'elle a écrit sont effacés.",
        _ => "La personne, ses documents et ce qu'elle a écrit sont effacés.",
    };
}
