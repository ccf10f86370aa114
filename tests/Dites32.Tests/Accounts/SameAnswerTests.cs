using Dites32.Core.Accounts;
using Dites32.Core.Shared;
using Dites32.Tests.Infrastructure;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Accounts;

/// <summary>Whether an address has an account shows neither in what is answered nor in what the portal does meanwhile.</summary>
public sealed class SameAnswerTests : AccountTest
{
    private const string Unknown = "personne@example.org";

    public static TheoryData<string> Forms => ["reset", "resend", "link", "sign-in"];

    [Theory, MemberData(nameof(Forms))]
    public async Task A_known_and_an_unknown_address_cost_the_same_statements(string form)
    {
        await AccountAsync();
        await SendAsync("reset", Unknown); // the keys are read once

        // More often than mails are sent to one address, and than passwords are looked at.
        for (var i = 0; i < SignInAttempts.Max + 1; i++)
        {
            var known = await SqlStatements.OfAsync(ConnectionString, () => SendAsync(form, Email));
            var unknown = await SqlStatements.OfAsync(ConnectionString, () => SendAsync(form, $"personne{form}@example.org"));
            Assert.True(known.Count > 0);
            Assert.Equal(known, unknown);
        }

        Assert.NotEmpty(await InDatabaseAsync(db => db.OutboxEmails.Where(m => m.ToAddress == Email).ToListAsync(Stop)));
    }

    [Fact]
    public async Task What_is_written_for_an_unknown_address_never_leaves_names_nobody_and_goes_after_two_days()
    {
        await SendAsync("reset", Unknown);
        var row = Assert.Single(await InDatabaseAsync(db => db.OutboxEmails.AsNoTracking().ToListAsync(Stop)));
        Assert.Equal((null, null, "", null, false), (row.ToAddress, row.ToName, row.Subject, row.ProtectedBody, row.IsWaiting));

        Clock.Advance(TimeSpan.FromDays(2).Add(TimeSpan.FromMinutes(1)));
        Assert.Null((await SendAsync(Actor.System, new Core.Notifications.SweepOutbox())).Error);

        Assert.Empty(await InDatabaseAsync(db => db.OutboxEmails.ToListAsync(Stop)));
    }

    private Task SendAsync(string form, string email) => form switch
    {
        "reset" => OnceAsync(new RequestPasswordReset(email)),
        "resend" => OnceAsync(new ResendConfirmation(email)),
        "link" => OnceAsync(new RequestSignInLink(email)),
        _ => SendAsync(Actor.Anonymous, new SignIn(email, "faux")),
    };

    private async Task OnceAsync(IRequest<Result> request) => Assert.Null((await SendAsync(Actor.Anonymous, request)).Error);
}
