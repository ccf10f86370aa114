using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using MediatR;

namespace Dites32.Core.SpouseSupport;

/// <summary>
/// A partner corrects what they have written (RGPD, art. 16). Whoever was invited agrees by the same form, once they have
/// ticked the box. Errors: spouse.session-over, changed-meanwhile.
/// </summary>
/// <param name="Version">Of the file as its owner saw it.</param>
[AllowSpouse]
public sealed record CorrectMySpouseCase(uint Version, SpouseForm Form, bool Agrees) : ICommand<Result>, IBehindTheWall, IVersioned;

internal sealed class CorrectMySpouseCaseHandler(SpouseDbContext db, Actor actor, SpouseFormReader reader, SpouseConsent consent, TimeProvider clock)
    : IRequestHandler<CorrectMySpouseCase, Result>
{
    public async Task<Result> Handle(CorrectMySpouseCase command, CancellationToken cancellationToken)
    {
        if (await db.OwnAsync(actor, clock, cancellationToken) is not { } file)
        {
            return SpouseErrors.SessionOver;
        }

        if (db.Entry(file).Property<uint>("Version").CurrentValue != command.Version)
        {
            return SpouseErrors.MineChangedMeanwhile;
        }

        var errors = new FieldErrors();
        errors.Require(file.ConsentedAt is not null || command.Agrees, nameof(command.Agrees), "Cochez la case pour que nous puissions vous accompagner.");
        var profile = await reader.ReadAsync(command.Form, errors, cancellationToken);
        if (profile.Error is not null)
        {
            return profile.Error;
        }

        file.Correct(profile.Value, clock.GetUtcNow());
        await consent.GiveAsync(file, cancellationToken);
        return Result.Success;
    }
}
