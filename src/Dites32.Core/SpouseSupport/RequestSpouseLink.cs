using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>
/// Mails a link to the space of this address, within the limits of <see cref="RegisterSpouse"/>. The answer is the same
/// whether it has one or not, and so are its statements but for the row of the link: a mail to nobody is written too.
/// </summary>
[AllowEveryone]
public sealed record RequestSpouseLink(string Email) : ICommand<Result>, IBehindTheWall, ITraced;

internal sealed class RequestSpouseLinkValidator : AbstractValidator<RequestSpouseLink>
{
    public RequestSpouseLinkValidator() => RuleFor(c => c.Email).Must(EmailAddress.IsPlausible)
        .WithMessage("Écrivez une adresse électronique complète, par exemple prenom.nom@exemple.fr.");
}

internal sealed class RequestSpouseLinkHandler(SpouseDbContext db, SpouseOutbox outbox, SpouseEmails emails, TimeProvider clock)
    : IRequestHandler<RequestSpouseLink, Result>
{
    public async Task<Result> Handle(RequestSpouseLink command, CancellationToken cancellationToken)
    {
        var (email, now) = (EmailAddress.Normalise(command.Email), clock.GetUtcNow());
        var known = await db.Cases.SingleOrDefaultAsync(c => c.NormalisedEmail == email, cancellationToken);
        var file = known ?? SpouseCase.Requested(Guid.NewGuid(), command.Email, Nobody, now); // not saved
        if (!await outbox.MayWriteAsync(SpouseEmails.SignInKind, file.Email, cancellationToken))
        {
            return Result.Success;
        }

        // Whoever has not confirmed their request is asked to: a link that only opens would say yes for them.
        var isUnconfirmed = known is { ConsentedAt: null, IsInvited: false };
        var (link, secret) = SpouseLink.To(file.Id, isUnconfirmed ? SpouseLinkKind.Confirmation : SpouseLinkKind.SignIn, now);
        if (known is not null)
        {
            db.Add(link);
        }

        var mail = isUnconfirmed ? emails.Confirmation(file, secret) with { Kind = SpouseEmails.SignInKind } : emails.SignIn(file, secret);
        outbox.Write(mail with { GoesNowhere = known is null, AboutId = known?.Id });
        return Result.Success;
    }

    private static readonly SpouseProfile Nobody = new("", null, null, null, "", null, null, null, null);
}
