using Dites32.Core.Data;
using Dites32.Core.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Territory;

/// <summary>Opens, suspends or closes a site. Errors: site-not-found, wrong-status (no such move), changed-meanwhile.</summary>
[AllowRoles(Role.Administrator, Role.Dites32Recruiter, Role.TerritoryManager)]
public sealed record ChangeSiteStatus(Guid SiteId, SiteStatus? Status) : ICommand<Result>, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.Site, SiteId);
}

internal sealed class ChangeSiteStatusValidator : AbstractValidator<ChangeSiteStatus>
{
    public ChangeSiteStatusValidator() =>
        RuleFor(s => s.Status).NotNull().WithMessage("Choisissez un état.").IsInEnum().WithMessage("Choisissez un état.");
}

internal sealed class ChangeSiteStatusHandler(AppDbContext db) : IRequestHandler<ChangeSiteStatus, Result>
{
    public async Task<Result> Handle(ChangeSiteStatus request, CancellationToken cancellationToken)
    {
        var site = await db.Sites.SingleOrDefaultAsync(s => s.Id == request.SiteId, cancellationToken);
        return site?.MoveTo(request.Status!.Value) ?? TerritoryErrors.SiteNotFound;
    }
}
