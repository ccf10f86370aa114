using System.Globalization;
using Dites32.Core.Data;
using Dites32.Core.Internships.Space;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships.Events;

/// <summary>
/// What an intern thinks of a placement they were at, and of the housing: once, from thirty days before the end of the semester until
/// sixty after. The trace says who has answered and when, and nothing that leads to the answer: the answers that are not shown yet
/// are all written anew, in a new order, each time one comes. Errors: intern-space.no-file, opinion.not-found, opinion.not-open, opinion.given, invalid.
/// </summary>
[AllowRoles(Role.Candidate)]
public sealed record GiveOpinion(Guid AssignmentId, OpinionForm Form) : ICommand<Result>, IRunsAgain, IByStatements
{
    public const int MaxTextLength = 1000, DaysBefore = 30, DaysAfter = 60;
}

/// <summary>The form, as text: marks from 1 to 5.</summary>
/// <param name="IsHoused">« oui » or « non »: by the programme. Only then are the questions on the housing read.</param>
public sealed record OpinionForm(
    string? Welcome, string? Supervision, string? Autonomy, string? Workload, string? Text, string? IsHoused, string? Comfort, string? Situation, string? HousingText)
{
    public const string Yes = "oui", No = "non";
}

public static class OpinionErrors
{
    public static readonly Error NotFound = new(ErrorKind.NotFound, "opinion.not-found", "Ce semestre n'est pas un de vos semestres dans un terrain du Gers.");

    public static readonly Error NotOpen = new(
        ErrorKind.Conflict, "opinion.not-open", "L'avis se donne de trente jours avant la fin du semestre à soixante jours après.");

    public static readonly Error Given = new(ErrorKind.Conflict, "opinion.given", "Vous avez déjà donné votre avis sur ce semestre\u00a0: il est enregistré.");
}

internal sealed class GiveOpinionHandler(AppDbContext db, InternAccess access, TimeProvider clock) : IRequestHandler<GiveOpinion, Result>
{
    public async Task<Result> Handle(GiveOpinion command, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(cancellationToken) is not { } intern)
        {
            return InternSpaceErrors.NoFile;
        }

        if (await db.OpinionsOf(intern.Id, command.AssignmentId).SingleOrDefaultAsync(cancellationToken) is not { } asked)
        {
            return OpinionErrors.NotFound;
        }

        if (asked.IsGiven)
        {
            return OpinionErrors.Given;
        }

        if (!asked.IsOpen(clock.Today()))
        {
            return OpinionErrors.NotOpen;
        }

        var read = Read(command.Form, asked.PlacementId);
        if (read.Error is not null)
        {
            return read.Error;
        }

        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended('opinion', 0))", cancellationToken);
        await MixAsync(read.Value.Placement, cancellationToken);
        if (read.Value.Housing is { } housing)
        {
            await MixAsync(housing, cancellationToken);
        }

        db.Add(OpinionGiven.Of(asked.AssignmentId, intern.Id));
        return Result.Success;
    }

    /// <summary>Puts the answer among those that wait, so that neither its number, its place nor its transaction tells which is the last.</summary>
    private async Task MixAsync(PlacementOpinion added, CancellationToken cancellationToken)
    {
        var waiting = await db.PlacementOpinions.Where(o => o.PlacementId == added.PlacementId && !o.IsShown).ToListAsync(cancellationToken);
        db.RemoveRange(waiting);
        db.AddRange(waiting.Append(added).Select(o => o.Again(waiting.Count + 1 >= PlacementOpinion.Batch)).OrderBy(o => o.Id).ToList());
    }

    private async Task MixAsync(HousingOpinion added, CancellationToken cancellationToken)
    {
        var waiting = await db.HousingOpinions.Where(o => !o.IsShown).ToListAsync(cancellationToken);
        db.RemoveRange(waiting);
        db.AddRange(waiting.Append(added).Select(o => o.Again(waiting.Count + 1 >= PlacementOpinion.Batch)).OrderBy(o => o.Id).ToList());
    }

    private static Result<(PlacementOpinion Placement, HousingOpinion? Housing)> Read(OpinionForm form, Guid placementId)
    {
        var errors = new FieldErrors();
        int Mark(string? typed, string field)
        {
            var isMark = int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var mark) && mark is >= 1 and <= 5;
            errors.Require(isMark, field, "Choisissez une note de 1 à 5.");
            return mark;
        }

        var placement = PlacementOpinion.Of(
            placementId, Mark(form.Welcome, nameof(form.Welcome)), Mark(form.Supervision, nameof(form.Supervision)), Mark(form.Autonomy, nameof(form.Autonomy)),
            Mark(form.Workload, nameof(form.Workload)), Words(errors.Text(nameof(form.Text), form.Text, GiveOpinion.MaxTextLength)));
        errors.Require(form.IsHoused is OpinionForm.Yes or OpinionForm.No, nameof(form.IsHoused), "Dites si le programme vous logeait.");
        var housing = form.IsHoused != OpinionForm.Yes ? null : HousingOpinion.Of(
            Mark(form.Comfort, nameof(form.Comfort)), Mark(form.Situation, nameof(form.Situation)),
            Words(errors.Text(nameof(form.HousingText), form.HousingText, GiveOpinion.MaxTextLength)));
        return errors.Error is { } error ? error : (placement, housing);
    }

    private static string? Words(string text) => text.Length == 0 ? null : text;
}
