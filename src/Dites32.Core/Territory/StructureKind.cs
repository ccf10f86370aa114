namespace Dites32.Core.Territory;

/// <summary>What kind of place a doctor works in.</summary>
public enum StructureKind
{
    HealthHouse, HealthCentre, Branch, SoloPractice, GroupPractice, HealthCluster, Hospital, Clinic, NursingHome,
    Cpts, Esp, SecondaryPractice, OnCallHouse, Pmi,
}

public static class StructureKindLabels
{
    public static string Label(this StructureKind kind) => kind switch
    {
        StructureKind.HealthHouse => "Maison de santé pluriprofessionnelle",
        StructureKind.HealthCentre => "Centre de santé",
        StructureKind.Branch => "Antenne de centre de santé",
        StructureKind.SoloPractice => "Cabinet individuel",
        StructureKind.GroupPractice => "Cabinet de groupe",
        StructureKind.HealthCluster => "Pôle de santé",
        StructureKind.Hospital => "Hôpital",
        StructureKind.Clinic => "Clinique",
        StructureKind.NursingHome => "EHPAD",
        StructureKind.Cpts => "Communauté professionnelle territoriale de santé (CPTS)",
        StructureKind.Esp => "Équipe de soins primaires (ESP)",
        StructureKind.SecondaryPractice => "Cabinet secondaire",
        StructureKind.OnCallHouse => "Maison médicale de garde",
        StructureKind.Pmi => "Protection maternelle et infantile (PMI)",
    };
}
