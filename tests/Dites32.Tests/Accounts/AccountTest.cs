using System.Text.RegularExpressions;
using Dites32.Core.Accounts;
using Dites32.Core.Accounts.SecondFactors;
using Dites32.Core.Accounts.Sessions;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using Dites32.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dites32.Tests.Accounts;

/// <summary>What the tests of accounts share: accounts, the mails that left for an address, and the link in them.</summary>
public abstract partial class AccountTest : WebTest
{
    protected const string Email = "claire.dupouy@example.org";
    protected const string Password = "trois oies dans le pré";

    /// <summary>Once for all: a hash takes a tenth of a second, as it should.</summary>
    private static readonly Lazy<string> Hashed = new(() => Passwords.Hash(Password));

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected async Task<Actor> AccountAsync(string email = Email, params Role[] roles)
    {
        var account = Account.Confirmed(EmailAddress.Normalise(email), "Dr Claire Dupouy", Hashed.Value);
        await SaveAsync([account, .. AccountFactory.Roles(account, roles.Length == 0 ? [Role.Candidate] : roles)]);
        return Actor.Account(account.Id, roles.Length == 0 ? [Role.Candidate] : roles);
    }

    internal Task<Account> FindAsync(string email = Email) =>
        InDatabaseAsync(db => db.Users.AsNoTracking().SingleAsync(a => a.Email == email, Stop));

    /// <summary>The mails for an address, the last one first.</summary>
    internal Task<List<OutboxEmail>> MailsAsync(string email = Email) =>
        InDatabaseAsync(db => db.OutboxEmails.AsNoTracking().Where(m => m.ToAddress == email).OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id).ToListAsync(Stop));

    protected async Task<string> BodyAsync(string email = Email)
    {
        await using var scope = Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<Outbox>().ReadBodyAsync((await MailsAsync(email))[0].Id, Stop))!;
    }

    /// <summary>The path of the link with a token in the last mail.</summary>
    protected async Task<string> LinkAsync(string email = Email) => new Uri(TokenLink().Match(await BodyAsync(email)).Value).PathAndQuery;

    protected async Task<string> TokenAsync(string email = Email) => (await LinkAsync(email)).Split("jeton=")[1];

    protected Task<Result<SignInAnswer>> TryAsync(string password, string email = Email) => SendAsync(Actor.Anonymous, new SignIn(email, password));

    protected Task<Result<SignInAnswer>> TryFromAsync(string network, string password, string email = Email) =>
        SendAsync(Actor.Anonymous with { Network = network }, new SignIn(email, password));

    /// <summary>Gives an account an application that shows codes; answers with its secret.</summary>
    protected async Task<string> EnrolAsync(Actor actor)
    {
        var secret = SecondFactorSecrets.Draw();
        await SaveAsync(SecondFactor.For(actor.RequiredAccountId, Services.GetRequiredService<SecondFactorSecrets>().Protect(secret), 0, Clock.Now));
        return secret;
    }

    /// <summary>What the telephone shows, some half-minutes from now.</summary>
    protected string CodeOf(string secret, int steps = 0) => SecondFactorSecrets.CodeAt(secret, Clock.Now.AddSeconds(30 * steps));

    /// <summary>Opens a session as signing in does; its actor is what a page sends.</summary>
    protected async Task<Actor> SignedInAsync(Actor actor, SessionProof proof = SessionProof.Code)
    {
        var account = await InDatabaseAsync(db => db.Users.SingleAsync(a => a.Id == actor.AccountId, Stop));
        var session = AccountSession.Open(account, proof, "Firefox, Linux", Clock.Now);
        await SaveAsync(session);
        return Actor.InSession(session.Id, account.Id);
    }

    protected static Task<HttpResponseMessage> SignInAsync(HttpClient client, string email = Email, string password = Password, string url = "/connexion") =>
        client.SubmitAsync(url, "connexion", ("Input.Email", email), ("Input.Password", password));

    protected static string Target(HttpResponseMessage answer)
    {
        var location = answer.Headers.Location ?? throw new InvalidOperationException($"No redirect: {answer.StatusCode}");
        return location.IsAbsoluteUri ? location.PathAndQuery : location.OriginalString;
    }

    [GeneratedRegex(@"https://\S+\?jeton=\S+")]
    private static partial Regex TokenLink();
}
