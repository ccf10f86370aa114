using System.Text.RegularExpressions;
using Dites32.Core.Accounts;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport;
using Dites32.Core.SpouseSupport.Data;
using Dites32.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dites32.Tests.SpouseSupport;

/// <summary>What the tests of Dites32 à 2 share: partners, caseworkers, and the mails behind the wall.</summary>
public abstract partial class SpouseTest : WebTest
{
    protected const string Email = "ines.capdevielle@example.org";

    protected static readonly SpouseForm Form = new()
    {
        Name = "Inès Capdevielle",
        Phone = "06 12 34 56 78",
        Couple = nameof(Couple.LivingTogether),
        DoctorName = "Dr Rémi Cassagne",
        Profession = "Enseignante en lycée",
        Project = nameof(SpouseProject.PublicService),
        Commune = "Fleurance",
        ArrivesOn = "2026-09-01",
        Message = "Je peux commencer à la rentrée.",
    };

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    internal async Task<T> BehindTheWallAsync<T>(Func<SpouseDbContext, Task<T>> run)
    {
        await using var scope = Services.CreateAsyncScope();
        return await run(scope.ServiceProvider.GetRequiredService<SpouseDbContext>());
    }

    protected async Task<Actor> CaseworkerAsync(string name = "Maylis Duprat")
    {
        var account = Account.Confirmed($"{Guid.NewGuid():N}@example.org", name, passwordHash: null);
        await SaveAsync([account, .. AccountFactory.Roles(account, [Role.SpouseCaseworker])]);
        return Actor.Account(account.Id, [Role.SpouseCaseworker]);
    }

    protected Task<Result> RegisterAsync(string email = Email, SpouseForm? form = null, Guid? submission = null) =>
        SendAsync(Actor.Anonymous, new RegisterSpouse(submission ?? Guid.NewGuid(), email, form ?? Form, Agrees: true, IsRobot: false));

    /// <summary>Somebody who has registered and opened the mailed link: in their space.</summary>
    protected async Task<Actor> InSpaceAsync(string email = Email, SpouseForm? form = null)
    {
        Assert.Null((await RegisterAsync(email, form)).Error);
        return await OpenAsync(email);
    }

    protected async Task<Actor> OpenAsync(string email = Email)
    {
        var opened = await SendAsync(Actor.Anonymous, new OpenSpouseLink(await TokenAsync(email)));
        Assert.Null(opened.Error);
        return Actor.Spouse(opened.Value);
    }

    /// <summary>A doctor with an account, who applies here.</summary>
    protected async Task<Actor> DoctorAsync(string email = "remi.cassagne@example.org")
    {
        var account = Account.Confirmed(email, "Rémi Cassagne", passwordHash: null);
        await SaveAsync([account, .. AccountFactory.Roles(account, [Role.Candidate])]);
        return Actor.Account(account.Id, [Role.Candidate]);
    }

    /// <summary>A doctor and the partner agree to be linked, and the partner shares a comparison of two communes.</summary>
    protected async Task<(Actor Doctor, Guid Link, Guid Comparison)> CoupleAsync(Actor spouse, string words = "Plutôt Auch.", string email = Email)
    {
        var (doctor, link, comparison) = (await DoctorAsync(), Guid.NewGuid(), Guid.NewGuid());
        Assert.Null((await SendAsync(doctor, new InviteMyPartner(link, email, "Rémi"))).Error);
        Assert.Null((await SendAsync(spouse, new AnswerCoupleLink(link, Agrees: true))).Error);
        Assert.Null((await SendAsync(spouse, new ComparePlaces(comparison, "Auch", "Fleurance", "", words))).Error);
        Assert.Null((await SendAsync(spouse, new ShareComparison(comparison, IsShared: true))).Error);
        return (doctor, link, comparison);
    }

    internal Task<SpouseCase> FileAsync(string email = Email) =>
        BehindTheWallAsync(db => db.Cases.AsNoTracking().SingleAsync(c => c.NormalisedEmail == email, Stop));

    protected Task<uint> VersionAsync(string email = Email) =>
        BehindTheWallAsync(db => db.Cases.Where(c => c.NormalisedEmail == email).Select(c => EF.Property<uint>(c, "Version")).SingleAsync(Stop));

    /// <summary>The mails for an address, the last one first.</summary>
    internal Task<List<OutboxEmail>> MailsAsync(string email = Email) => BehindTheWallAsync(db => db.OutboxEmails.AsNoTracking()
        .Where(m => m.ToAddress == email).OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id).ToListAsync(Stop));

    protected async Task<string> BodyAsync(string email = Email) => await BodyAsync((await MailsAsync(email))[0].Id);

    /// <summary>The secret of the link in the last mail that holds one.</summary>
    protected async Task<string> TokenAsync(string email = Email)
    {
        foreach (var mail in await MailsAsync(email))
        {
            if (TokenInLink().Match(await BodyAsync(mail.Id)) is { Success: true } found)
            {
                return found.Groups[1].Value;
            }
        }

        throw new InvalidOperationException($"No mail to {email} holds a link.");
    }

    private async Task<string> BodyAsync(Guid mail)
    {
        await using var scope = Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<SpouseOutbox>().ReadBodyAsync(mail, Stop))!;
    }

    [GeneratedRegex(@"/dites32-a-2/lien\?jeton=(\S+)")]
    private static partial Regex TokenInLink();
}
