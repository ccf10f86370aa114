using System.Globalization;
using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Offers;

/// <summary>
/// Renames the stages of an offer, sets their delays and mails, adds one behind those of its category and removes those
/// whose label was emptied, while their category keeps one. Errors: invalid (by field), offer.not-found, offer.ended,
/// changed-meanwhile, offer.stage-in-use.
/// </summary>
[AllowRoles(Role.SiteRecruiter, Role.Dites32Recruiter, Role.Administrator)]
public sealed record ArrangeStages(Guid OfferId, StagesForm Form) : ICommand<Result>, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.Offer, OfferId);
}

internal sealed class ArrangeStagesHandler(AppDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<ArrangeStages, Result>
{
    private const int MaxStages = 24;
    private const int MaxAnswerDays = 60;

    public async Task<Result> Handle(ArrangeStages command, CancellationToken cancellationToken)
    {
        var offer = await db.Offers.ManageableBy(db, actor).Include(o => o.Stages)
            .SingleOrDefaultAsync(o => o.Id == command.OfferId, cancellationToken);
        if (offer is null)
        {
            return OfferErrors.NotFound;
        }

        if (offer.MayBeEdited.Error is { } ended)
        {
            return ended;
        }

        var typed = command.Form.Stages;
        if (typed.Count != offer.Stages.Count || !offer.Stages.All(s => typed.Any(row => row?.Id == s.Id.ToString())))
        {
            return SharedErrors.ChangedMeanwhile;
        }

        var errors = new FieldErrors();
        var kept = Keep(errors, offer.Stages, typed);
        Add(errors, offer.Id, kept, command.Form);
        if (errors.Error is { } error)
        {
            return error;
        }

        foreach (var removed in offer.Stages.Except(kept).ToList())
        {
            db.Stages.Remove(removed);
        }

        db.Stages.AddRange(kept.Except(offer.Stages));
        offer.Rearrange(kept, actor.RequiredAccountId, clock.GetUtcNow());
        return Result.Success;
    }

    private static List<Stage> Keep(FieldErrors errors, IReadOnlyList<Stage> stages, List<StageFormRow> typed)
    {
        var kept = stages.OrderBy(s => s.Position).ToList();
        foreach (var (index, row) in typed.Index())
        {
            var stage = kept.Single(s => s.Id.ToString() == row.Id);
            var label = errors.Text($"Stages[{index}].Label", row.Label, Stage.MaxLabelLength);
            if (label.Length == 0)
            {
                var isLast = kept.Count(s => s.Category == stage.Category) == 1;
                errors.Require(!isLast, $"Stages[{index}].Label", "Donnez un nom à cette étape\u00a0: c'est la seule de sa catégorie.");
                if (!isLast)
                {
                    kept.Remove(stage);
                }

                continue;
            }

            var days = Days(errors, $"Stages[{index}].AnswerDays", stage.Category, row.AnswerDays);
            if (errors.Error is null)
            {
                stage.Rename(label, days, row.Notifies);
            }
        }

        return kept;
    }

    private static int? Days(FieldErrors errors, string field, StageCategory category, string? typed)
    {
        if (!category.AwaitsAnswer())
        {
            return null;
        }

        var isNumber = int.TryParse(PlainText.Clean(typed), NumberStyles.None, CultureInfo.InvariantCulture, out var days);
        errors.Require(isNumber && days is >= 1 and <= MaxAnswerDays, field, $"Écrivez un nombre de jours ouvrés entre 1 et {MaxAnswerDays}.");
        return days;
    }

    private static void Add(FieldErrors errors, Guid offerId, List<Stage> kept, StagesForm form)
    {
        var label = errors.Text("NewLabel", form.NewLabel, Stage.MaxLabelLength);
        if (label.Length == 0)
        {
            return;
        }

        var isKnown = Enum.TryParse<StageCategory>(form.NewCategory, out var category) && Enum.IsDefined(category) && category.MayBeSeveral();
        errors.Require(isKnown, "NewCategory", "Choisissez la catégorie de l'étape ajoutée.");
        errors.Require(kept.Count < MaxStages, "NewLabel", $"{MaxStages} étapes au plus.");
        if (errors.Error is null)
        {
            var behind = kept.FindLastIndex(s => s.Category == category);
            kept.Insert(behind + 1, Stage.Of(offerId, new StageTemplate(behind + 1, label, category, NotifiesCandidate: false)));
        }
    }
}
