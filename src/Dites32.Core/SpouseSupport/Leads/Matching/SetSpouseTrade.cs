using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>
/// Says a partner's trade by its code of the ROME, so that posts are matched by it; an empty one takes it back. Errors:
/// spouse.not-found, spouse.no-consent.
/// </summary>
[AllowRoles(Role.SpouseCaseworker)]
public sealed record SetSpouseTrade(Guid CaseId, string RomeCode) : ICommand<Result>, IBehindTheWall, IRunsAgain, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.SpouseCase, CaseId);
}

internal sealed class SetSpouseTradeHandler(SpouseDbContext db) : IRequestHandler<SetSpouseTrade, Result>
{
    public async Task<Result> Handle(SetSpouseTrade command, CancellationToken cancellationToken)
    {
        var file = await db.Cases.SeenByCaseworkers().SingleOrDefaultAsync(c => c.Id == command.CaseId, cancellationToken);
        if (file is null)
        {
            return SpouseErrors.NotFound;
        }

        if (file.ConsentedAt is null)
        {
            return SpouseErrors.NoConsent;
        }

        var code = RomeCode.Read(command.RomeCode);
        if (code.Error is not null)
        {
            return SharedErrors.Invalid(nameof(command.RomeCode), code.Error.Message);
        }

        file.IsOfTrade(code.Value);
        return Result.Success;
    }
}
