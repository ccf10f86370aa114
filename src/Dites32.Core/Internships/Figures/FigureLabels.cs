namespace Dites32.Core.Internships.Figures;

public static class FigureLabels
{
    public static string Label(this FigureKind kind) => kind switch
    {
        FigureKind.Interns => "Internes",
        FigureKind.InPlacement => "Sur un terrain du Gers",
        FigureKind.InExcess => "En surnombre",
        FigureKind.Elsewhere => "Hors du Gers",
        FigureKind.OnLeave => "En disponibilité ou en congé",
        FigureKind.Validated => "Semestre validé",
        FigureKind.NotValidated => "Semestre non validé",
        FigureKind.Awaited => "À valider",
        FigureKind.OfFaculty => "Faculté",
        FigureKind.Cohort => "Promotion",
        FigureKind.CameBack => "Revenus remplacer",
        FigureKind.Settled => "Installés",
        FigureKind.Practising => "Collaborateurs ou salariés",
    };

    /// <summary>What exactly is counted.</summary>
    public static string Definition(this FigureKind kind) => kind switch
    {
        FigureKind.Interns => "Personnes qui ont au moins une affectation dans ce semestre, où que ce soit, congé compris. Chacune compte une fois.",
        FigureKind.InPlacement => "Dont au moins une affectation est sur un terrain du Gers.",
        FigureKind.InExcess => "Sur un terrain du Gers sans y prendre de place. Comptés aussi dans la ligne précédente.",
        FigureKind.Elsewhere => "Dont au moins une affectation est hors du Gers (inter-CHU…).",
        FigureKind.OnLeave => "Dont une affectation est une disponibilité ou un congé, sans dire lequel.",
        FigureKind.Validated => "Une issue «\u00a0Validé\u00a0» est écrite pour ce semestre.",
        FigureKind.NotValidated => "Une issue «\u00a0Non validé\u00a0» est écrite pour ce semestre.",
        FigureKind.Awaited => "Aucune issue n'est encore écrite, hors congés.",
        FigureKind.OfFaculty => "Faculté écrite sur la fiche aujourd'hui.",
        FigureKind.Cohort => "Personnes dont la première affectation sur un terrain du Gers est dans ce semestre. Une fiche effacée n'y est plus.",
        FigureKind.CameBack => "De la promotion, ceux qui ont une étape «\u00a0Remplacements\u00a0» dans le Gers, écrite par la mission ou partagée par l'interne.",
        FigureKind.Settled => "De la promotion, ceux qui ont une étape «\u00a0Installation\u00a0» dans le Gers, écrite par la mission ou partagée par l'interne.",
        FigureKind.Practising => "De la promotion, ceux qui ont une étape «\u00a0Collaboration libérale\u00a0» ou «\u00a0Exercice salarié\u00a0» dans le Gers, écrite par la mission ou partagée.",
    };
}
