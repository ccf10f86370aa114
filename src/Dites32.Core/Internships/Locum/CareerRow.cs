using Dites32.Core.Data;
using Dites32.Core.Territory;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships.Locum;

/// <param name="Commune">« Auch (32000) »; null where it is not said.</param>
public sealed record CareerRow(
    Guid Id, uint Version, CareerStage Stage, DateOnly Day, bool? IsInGers, string? Commune, bool IsShared, StepAuthor Author)
{
    /// <summary>« dans le Gers, à Auch (32000) »; empty where it is not said.</summary>
    public string Place => IsInGers switch
    {
        true => Commune is null ? "dans le Gers" : $"dans le Gers, à {Commune}",
        false => "hors du Gers",
        null => "",
    };
}

internal static class CareerRows
{
    /// <summary>The first step first.</summary>
    public static async Task<IReadOnlyList<CareerRow>> RowsAsync(this IQueryable<CareerStep> steps, Catalogue catalogue, CancellationToken cancellationToken) =>
        (await steps.OrderBy(s => s.Day).ThenBy(s => s.Id)
            .Select(s => new { s.Id, Version = EF.Property<uint>(s, "Version"), s.Stage, s.Day, s.IsInGers, s.InseeCode, s.IsShared, s.Author }).ToListAsync(cancellationToken))
        .ConvertAll(s => new CareerRow(
            s.Id, s.Version, s.Stage, s.Day, s.IsInGers, s.InseeCode is null ? null : catalogue.Communes[s.InseeCode].Label, s.IsShared, s.Author));
}

/// <summary>What a coordinator sees of an intern's way to replacing: the conditions, and the steps that are shared.</summary>
/// <param name="ContactStopped">They want no mail any more.</param>
public sealed record InternCareer(LicenceState Licence, IReadOnlyList<CareerRow> Steps, bool ContactStopped);

/// <summary>The part of an intern's file that is shown with it.</summary>
internal sealed class InternCareers(AppDbContext db, CatalogueCache catalogues)
{
    public async Task<InternCareer> ReadAsync(Intern intern, IReadOnlyCollection<TrainingSlot> validated, CancellationToken cancellationToken) => new(
        LicenceState.Of(await db.LicenceTermsOfAsync(intern.ResidencyCode, cancellationToken), validated),
        await db.CareerSteps.Where(s => s.InternId == intern.Id).SeenByMission().RowsAsync(await catalogues.GetAsync(cancellationToken), cancellationToken),
        intern.ContactStoppedAt is not null);
}
