using System.Text.RegularExpressions;
using Dites32.Core.Notifications;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Dites32.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dites32.Tests.Offers;

/// <summary>The recruiter's side of the offers.</summary>
public abstract partial class RecruitingTest : WebTest
{
    internal static CancellationToken Stop => TestContext.Current.CancellationToken;

    internal static OfferForm Form(SampleSite site, Action<OfferForm>? change = null) => Form(site.RecruiterId, change);

    internal static OfferForm Form(Guid referentId, Action<OfferForm>? change = null)
    {
        var form = new OfferForm
        {
            Title = "Médecin généraliste",
            Specialty = "medecine-generale",
            Commune = "Auch (32000)",
            Description = "Rejoignez une équipe de trois médecins.",
            ClosesOn = "2026-04-30",
            Referent = referentId.ToString(),
            Anonymous = "non",
            Details = new() { ["working_time"] = "full", ["contract"] = "CDI" },
        };
        change?.Invoke(form);
        return form;
    }

    internal Task<Result<Guid>> WriteAsync(SampleSite site, OfferKind kind = OfferKind.HealthCentrePost, Action<OfferForm>? change = null) =>
        SendAsync(site.Recruiter, new WriteOffer(Guid.NewGuid(), kind, site.Site.Id, Form(site, change)));

    internal async Task<Guid> DraftAsync(SampleSite site, OfferKind kind = OfferKind.HealthCentrePost, Action<OfferForm>? change = null)
    {
        var written = await WriteAsync(site, kind, change);
        Assert.Null(written.Error);
        return written.Value;
    }

    internal Task<uint> VersionAsync(Guid offerId) => InDatabaseAsync(db =>
        db.Offers.Where(o => o.Id == offerId).Select(o => EF.Property<uint>(o, "Version")).SingleAsync(Stop));

    internal async Task<Result<OfferStatus>> PublishAsync(Actor actor, Guid offerId) =>
        await SendAsync(actor, new PublishOffer(offerId, await VersionAsync(offerId)));

    internal Task<Offer> OfferOfAsync(Guid id) => InDatabaseAsync(db =>
        db.Offers.AsNoTracking().Include(o => o.Stages).Include(o => o.History).SingleAsync(o => o.Id == id, Stop));

    /// <summary>The bodies of the mails of this kind, with their recipients.</summary>
    internal async Task<List<(string To, string Subject, string Body)>> MailsAsync(string kind)
    {
        await using var scope = Services.CreateAsyncScope();
        var outbox = scope.ServiceProvider.GetRequiredService<Outbox>();
        var rows = await InDatabaseAsync(db => db.OutboxEmails.Where(e => e.Kind == kind).OrderBy(e => e.Id).ToListAsync(Stop));
        var mails = new List<(string, string, string)>();
        foreach (var row in rows)
        {
            mails.Add((row.ToAddress!, row.Subject, await outbox.ReadBodyAsync(row.Id, Stop) ?? ""));
        }

        return mails;
    }

    internal static string FirstLink(string body) => Link().Match(body).Groups[1].Value;

    [GeneratedRegex(@"https://dites32\.example(/\S+)")]
    private static partial Regex Link();
}
