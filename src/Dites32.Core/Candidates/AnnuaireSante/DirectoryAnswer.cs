namespace Dites32.Core.Candidates.AnnuaireSante;

/// <summary>What the Annuaire Santé says of a number that somebody typed. Both are public: it does not prove who typed them.</summary>
public enum DirectoryAnswer { SameName, OtherName, Closed, Unknown }

public static class DirectoryAnswers
{
    public static string Label(this DirectoryAnswer answer) => answer switch
    {
        DirectoryAnswer.SameName => "à ce nom dans l'Annuaire Santé",
        DirectoryAnswer.OtherName => "à un autre nom dans l'Annuaire Santé",
        DirectoryAnswer.Closed => "exercice fermé selon l'Annuaire Santé",
        DirectoryAnswer.Unknown => "inconnu de l'Annuaire Santé",
    };
}
