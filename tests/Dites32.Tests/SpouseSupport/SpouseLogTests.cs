using System.Collections.Concurrent;
using System.Net;
using Dites32.Tests.Documents;
using Dites32.Tests.Infrastructure;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dites32.Tests.SpouseSupport;

/// <summary>What production writes down while partners come and go, and while the database fails them: nothing of theirs.</summary>
public sealed class SpouseLogTests : SpouseTest
{
    private const string Canary = "cnlogx", Root = "/dites32-a-2", Phone = "0699112233", Mailbox = $"{Canary}.boite@example.org";

    [Fact]
    public async Task No_line_of_the_log_holds_anything_of_a_partner_not_even_when_the_database_refuses_it()
    {
        using var log = new Capture();
        await using var portal = App.WithWebHostBuilder(host => host.ConfigureTestServices(services => services.AddSingleton<ILoggerProvider>(log)));
        using var browser = portal.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri(WebApp.PublicAddress), AllowAutoRedirect = false });
        using var caseworker = portal.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri(WebApp.PublicAddress), AllowAutoRedirect = false });
        App.SignIn(caseworker, await CaseworkerAsync());

        // What goes well, and what is refused with a word.
        (string, string?)[] form = [("Input.Name", $"{Canary} nom"), ("Input.Email", Mailbox), ("Input.Phone", Phone), ("Input.DoctorName", $"{Canary} médecin"), ("Input.Profession", $"{Canary} métier"), ("Input.Message", $"{Canary} message"), ("Input.Agrees", "true")];
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync($"{Root}/inscription", "inscription", [.. form, ("Input.Commune", $"{Canary} ailleurs")])).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync($"{Root}/inscription", "inscription", form)).StatusCode);
        var token = await TokenAsync(Mailbox);
        await browser.GetAsync($"{Root}/lien?jeton={token}", Stop);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync($"{Root}/lien", "ouvrir")).StatusCode);
        var page = $"/accompagnement/{(await FileAsync(Mailbox)).Id}";
        Assert.Equal(HttpStatusCode.Redirect, (await caseworker.SubmitAsync(page, "noter", ("Note.Text", $"{Canary} note"), ("Note.Spoke", "true"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await caseworker.SubmitAsync(page, "suite", ("Move.To", "Interview"), ("Move.NextStep", $"{Canary} étape"), ("Move.NextStepOn", "2026-03-12"))).StatusCode);
        await browser.SubmitAsync($"{Root}/connexion", "lien", ("Input.Email", Mailbox));
        await browser.GetAsync($"{Root}/{Canary}?nom={Canary}", Stop);
        await browser.GetAsync($"{Root}/mon-espace/archive", Stop);

        // What the database refuses: rights that are missing, a row that a constraint names whole, a table that has gone.
        await RunAsOwnerAsync($"ALTER TABLE spouse.spouse_case ADD CONSTRAINT refused CHECK (message NOT LIKE '{Canary}%corrigé') NOT VALID");
        await FailsAsync(browser.SubmitAsync($"{Root}/mon-espace/corriger", "dossier", ("Input.Message", $"{Canary} corrigé")));
        await RunAsOwnerAsync("REVOKE INSERT ON spouse.spouse_note FROM spouse");
        await FailsAsync(caseworker.SubmitAsync(page, "noter", ("Note.Text", $"{Canary} refusée")));
        await RunAsOwnerAsync("ALTER TABLE spouse.spouse_case ADD CONSTRAINT refused_too CHECK (name NOT LIKE '%deux') NOT VALID");
        await FailsAsync(browser.SubmitAsync($"{Root}/inscription", "inscription", [.. form.Skip(2), ("Input.Name", $"{Canary} deux"), ("Input.Email", $"{Canary}.deux@example.org")]));
        using var content = new MultipartFormDataContent { { new StringContent(await FormTokenAsync(browser)), "__RequestVerificationToken" }, { new ByteArrayContent(SampleFiles.Pdf()), "fichier", $"{Canary} cv.pdf" } };
        await RunAsOwnerAsync("REVOKE INSERT ON spouse.document FROM spouse");
        await FailsAsync(browser.PostAsync($"{Root}/mon-espace/documents", content, Stop));
        await RunAsOwnerAsync("ALTER TABLE spouse.spouse_event RENAME TO gone");
        await FailsAsync(browser.GetAsync($"{Root}/mon-espace", Stop));
        await FailsAsync(caseworker.SubmitAsync("/accompagnement/inviter", "invitation", ("Input.Name", $"{Canary} invité"), ("Input.Email", $"{Canary}.invite@example.org")));

        Assert.Contains(log.Lines, line => line.Contains("PostgresException", StringComparison.Ordinal) || line.Contains("DbUpdateException", StringComparison.Ordinal)); // the failures are there
        foreach (var secret in new[] { Canary, Phone, "06 99 11 22 33", token })
        {
            Assert.DoesNotContain(log.Lines, line => line.Contains(secret, StringComparison.OrdinalIgnoreCase));
        }
    }

    private static async Task FailsAsync(Task<HttpResponseMessage> answer) => Assert.Equal(HttpStatusCode.InternalServerError, (await answer).StatusCode);

    private static async Task<string> FormTokenAsync(HttpClient browser) =>
        (await browser.GetPageAsync($"{Root}/mon-espace")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    /// <summary>All that a logger of production is given, at the levels of production: text, values, exceptions and scopes.</summary>
    private sealed class Capture : ILoggerProvider, ISupportExternalScope
    {
        private IExternalScopeProvider scopes = new LoggerExternalScopeProvider();

        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => new Writer(this, categoryName);

        public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

        public void Dispose()
        {
        }

        private sealed class Writer(Capture capture, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state) where TState : notnull => capture.scopes.Push(state);

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                var values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs) : "";
                capture.Lines.Enqueue($"{logLevel} {category} {formatter(state, exception)} {values} {exception}");
                capture.scopes.ForEachScope((scope, lines) => lines.Enqueue($"scope {scope}"), capture.Lines);
            }
        }
    }
}
