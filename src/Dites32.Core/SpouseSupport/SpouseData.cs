using Dites32.Core.Privacy;
using Dites32.Core.SpouseSupport.Data;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>What the schema says about people: <c>SpouseSupport/personal-data.yaml</c>.</summary>
internal static class SpouseData
{
    public static PersonalData Current { get; } = PersonalData.Read(
        "Dites32.Core.SpouseSupport.personal-data.yaml",
        () => new SpouseDbContext(new DbContextOptionsBuilder<SpouseDbContext>().UseNpgsql().Options));
}

/// <summary>The register of processing of Dites32 à 2 (RGPD, art. 30).</summary>
public static class SpouseRegister
{
    public static string Write() =>
        ProcessingRegister.Write(SpouseData.Current, "# Registre des traitements de Dites32 à 2", "src/Dites32.Core/SpouseSupport/personal-data.yaml");
}
