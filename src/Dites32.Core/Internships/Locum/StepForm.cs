using Dites32.Core.Shared;
using Dites32.Core.Territory;

namespace Dites32.Core.Internships.Locum;

/// <summary>A step, as text.</summary>
public sealed record StepForm
{
    public string? Stage { get; init; }
    public string? Day { get; init; }

    /// <summary>« oui », « non », or nothing.</summary>
    public string? InGers { get; init; }

    /// <summary>Of the Gers; empty where it is not said.</summary>
    public string? Commune { get; init; }

    /// <summary>The mission sees it; of no account in a step that the mission writes.</summary>
    public bool IsShared { get; init; }
}

internal sealed class StepFormReader(CatalogueCache catalogues, TimeProvider clock)
{
    public async Task<Result<StepContent>> ReadAsync(StepForm form, Intern intern, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var stage = Enum.TryParse<CareerStage>(form.Stage, out var read) && read.ToString() == form.Stage ? read : (CareerStage?)null;
        errors.Require(stage is not null, nameof(form.Stage), "Choisissez une étape.");
        var day = errors.Take(nameof(form.Day), TypedDay.Read(form.Day, new DateOnly(1990, 1, 1), new DateOnly(2099, 12, 31)));
        errors.Require(day is not null, nameof(form.Day), "Écrivez le jour, même approché.");
        errors.Require(day is null || day <= clock.Today(), nameof(form.Day), "Ce jour n'est pas encore venu\u00a0: une étape s'écrit une fois faite.");
        errors.Require(day is null || day >= intern.EnteredOn, nameof(form.Day), $"L'internat a commencé le {intern.EnteredOn.InWords()}\u00a0: une étape vient après.");
        if (stage is { } placeless && !placeless.HasPlace())
        {
            return errors.Error is { } wrong ? wrong : new StepContent(placeless, day!.Value, null, null, form.IsShared);
        }

        var text = PlainText.Clean(form.Commune);
        var commune = text.Length == 0 ? null : (await catalogues.GetAsync(cancellationToken)).FindCommune(text);
        errors.Require(text.Length == 0 || commune is not null, nameof(form.Commune), TerritoryErrors.CommuneNotFound.Message);
        bool? inGers = form.InGers switch { "oui" => true, "non" => false, _ => commune is null ? null : true };
        errors.Require(commune is null || inGers == true, nameof(form.InGers), "Cette commune est dans le Gers.");
        return errors.Error is { } error ? error : new StepContent(stage!.Value, day!.Value, inGers, commune?.InseeCode, form.IsShared);
    }
}
