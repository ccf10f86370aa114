using System.Globalization;
using Dites32.Core.Accounts;
using Dites32.Core.Internships;
using Dites32.Core.Internships.Events;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dites32.Tests.Internships.Events;

/// <summary>Interns of the semester of May 2026 with their own accounts, in one large placement.</summary>
public abstract class InternLifeTest : InternshipTest
{
    protected Guid PlacementId { get; private set; }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        PlacementId = await PlacementAsync("Cabinet des Tilleuls", capacity: 20);
        Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("outbox").Protect(""); // the keys are read, as in a portal that has sent mails
    }

    private protected async Task<LifeIntern> InternWithAccountAsync(string name = "Noa Blanc", Guid? semester = null)
    {
        var email = $"{Guid.NewGuid():N}@example.org";
        var account = Account.Confirmed(email, name, passwordHash: null);
        await SaveAsync([account, .. AccountFactory.Roles(account, [Role.Candidate])]);
        var id = await DoAsync(new AddIntern(Guid.NewGuid(), SampleInternships.Intern(name, email)));
        var assignment = await DoAsync(Assign(id, semester ?? Summer, PlacementId));
        return new LifeIntern(id, email, assignment, Actor.Account(account.Id, [Role.Candidate]));
    }

    private protected async Task<List<LifeIntern>> InternsAsync(int count)
    {
        var interns = new List<LifeIntern>();
        for (var i = 1; i <= count; i++)
        {
            interns.Add(await InternWithAccountAsync($"Noa Blanc {i}"));
        }

        return interns;
    }

    protected async Task<Guid> AnnouncedAsync(int? seats, string day = "2026-06-10")
    {
        var id = await DoAsync(new WriteEvent(Guid.NewGuid(), Summer, SampleEvents.Form(seats, day)));
        await DoAsync(new AnnounceEvent(id));
        return id;
    }

    protected async Task<EventFile> FileAsync(Guid eventId) => (await SendAsync(Coordinator, new GetEvent(eventId))).Value;

    private protected async Task<EventPlace> RegisterAsync(LifeIntern intern, Guid eventId)
    {
        var registered = await SendAsync(intern.Actor, new RegisterForEvent(eventId, PhotoConsent: false));
        Assert.Null(registered.Error);
        return registered.Value;
    }

    /// <summary>The mails to somebody, the oldest first; of the interns' events where no kind is said.</summary>
    private protected async Task<List<(OutboxEmail Row, MailContent Content)>> MailsToAsync(LifeIntern intern, string kind = EventMails.KindPrefix)
    {
        var rows = await InDatabaseAsync(db => db.OutboxEmails.AsNoTracking().Where(e => e.ToAddress == intern.Email && e.Kind.StartsWith(kind)).ToListAsync(Stop));
        var protector = Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("outbox");
        return [.. rows.OrderBy(r => r.CreatedAt).ThenBy(r => r.Id).Select(r => (r, MailContent.Unpack(protector.Unprotect(r.ProtectedBody!))))];
    }
}

internal sealed record LifeIntern(Guid Id, string Email, Guid AssignmentId, Actor Actor);

internal static class SampleEvents
{
    /// <summary>An outing from nine to five at Mirande.</summary>
    public static EventForm Form(int? seats = null, string day = "2026-06-10") => new()
    {
        Kind = nameof(SemesterEventKind.Outing),
        Title = "Sortie en Astarac",
        Day = day,
        StartsAt = "09:00",
        EndsAt = "17 h",
        Place = "Mirande",
        Organiser = "Astarac Arros en Gascogne",
        Seats = seats?.ToString(CultureInfo.InvariantCulture),
    };
}
