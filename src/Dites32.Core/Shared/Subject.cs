namespace Dites32.Core.Shared;

/// <summary>What an audit entry is about. Stored by name: a kind may be added, never renamed.</summary>
public enum SubjectKind { Absence, Account, Application, Candidate, CoupleLink, Document, Draft, Dwelling, Intern, Offer, Placement, Question, RetentionRule, SemesterEvent, Site, SpouseCase, Supervisor, Trail }

public static class SubjectLabels
{
    public static string Label(this SubjectKind kind) => kind switch
    {
        SubjectKind.Absence => "Absence",
        SubjectKind.Account => "Compte",
        SubjectKind.Application => "Candidature",
        SubjectKind.Candidate => "Candidat",
        SubjectKind.CoupleLink => "Dossiers reliés",
        SubjectKind.Document => "Document",
        SubjectKind.Draft => "Brouillon de candidature",
        SubjectKind.Dwelling => "Logement d'internes",
        SubjectKind.Intern => "Interne",
        SubjectKind.Offer => "Offre",
        SubjectKind.Placement => "Terrain de stage",
        SubjectKind.Question => "Question",
        SubjectKind.RetentionRule => "Règle de conservation",
        SubjectKind.SemesterEvent => "Événement des internes",
        SubjectKind.Site => "Site",
        SubjectKind.SpouseCase => "Dossier Dites32 à 2",
        SubjectKind.Supervisor => "Maître de stage",
        SubjectKind.Trail => "Journal des traces",
    };

    public static string Label(this ReadingPurpose purpose) => purpose switch
    {
        ReadingPurpose.Recruiting => "Recruter",
        ReadingPurpose.MergingFiles => "Rapprocher des doublons",
        ReadingPurpose.AnsweringQuestion => "Répondre à une question",
        ReadingPurpose.ManagingAccounts => "Gérer les comptes",
        ReadingPurpose.OwnFile => "Lire son propre dossier",
        ReadingPurpose.Auditing => "Contrôler les traces",
        ReadingPurpose.Accompanying => "Accompagner un conjoint",
        ReadingPurpose.WelcomingInterns => "Accueillir des internes",
    };
}

/// <param name="Id">Null for what has no row of its own; of the trail, the number that was looked for in it.</param>
public readonly record struct Subject(SubjectKind Kind, Guid? Id);

/// <summary>A request about one existing row, named in its audit entry.</summary>
public interface IAbout
{
    Subject Subject { get; }
}

/// <summary>What a personal file is read for. Stored by name, as the kinds are.</summary>
public enum ReadingPurpose
{
    /// <summary>To decide on an application and to answer it.</summary>
    Recruiting,

    /// <summary>To tell whether two files are about the same person.</summary>
    MergingFiles,

    AnsweringQuestion,

    /// <summary>To give and take rights, to help somebody who cannot come in.</summary>
    ManagingAccounts,

    /// <summary>By the person that it is about.</summary>
    OwnFile,

    /// <summary>To see who did and read what.</summary>
    Auditing,

    /// <summary>To accompany a doctor's partner (Dites32 à 2).</summary>
    Accompanying,

    /// <summary>To place and welcome interns, and to follow their supervisors.</summary>
    WelcomingInterns,
}

/// <summary>
/// A query that shows somebody what is kept about another person. The pipeline writes down who read it, about whom and what
/// for, before the answer is given: no answer without its trace. What is refused or not found leaves none. Lists of names
/// leave none either, nor do people who read their own pages (docs/securite.md).
/// </summary>
public interface IReadsFile : IAbout
{
    ReadingPurpose Purpose { get; }
}
