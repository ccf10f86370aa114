using System.Collections.Concurrent;
using Dites32.Core.Accounts;
using Microsoft.Playwright;

namespace Dites32.E2E.Infrastructure;

/// <summary>People with browsers in front of the portal. A failed test leaves a picture of each page in .dev/results.</summary>
public abstract class BrowserTest(Portal portal, Chromium chromium) : IAsyncLifetime
{
    protected const int Phone = 320;
    protected const int Desk = 1280;

    private readonly List<IBrowserContext> contexts = [];
    private readonly ConcurrentQueue<string> complaints = [];

    protected Portal Portal => portal;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public virtual async ValueTask DisposeAsync()
    {
        var failed = TestContext.Current.TestState?.Result == TestResult.Failed;
        foreach (var (page, index) in contexts.SelectMany(c => c.Pages).Select((page, index) => (page, index)).ToList())
        {
            if (failed)
            {
                await Pictures.TakeAsync(page, "failures", $"{TestContext.Current.TestMethod?.MethodName}-{index}");
            }
        }

        if (failed)
        {
            await Pictures.KeepLogAsync("failures", $"{TestContext.Current.TestMethod?.MethodName}",
                string.Join('\n', complaints.Prepend("— The browser:").Append("— The application:").Append(portal.App.Output)));
        }

        foreach (var context in contexts)
        {
            await context.DisposeAsync();
        }

        GC.SuppressFinalize(this);
        if (!failed)
        {
            Assert.Empty(complaints); // a script that threw, or something that the security policy refused
        }
    }

    /// <summary>A new browser of somebody, without cookies.</summary>
    protected async Task<IPage> SomebodyAsync(int width = Desk, bool script = true)
    {
        var context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = portal.Address,
            ViewportSize = new ViewportSize { Width = width, Height = width == Phone ? 640 : 900 },
            Locale = "fr-FR",
            TimezoneId = "Europe/Paris",
            JavaScriptEnabled = script,
        });
        contexts.Add(context);
        var page = await context.NewPageAsync();
        page.PageError += (_, error) => complaints.Enqueue($"{page.Url}: {error}");
        page.Console += (_, message) =>
        {
            // A page that answers 404, 410 or 422 as it should is told in the console too; its files are watched below.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                complaints.Enqueue($"{page.Url}: {message.Text}");
            }
        };
        page.Response += (_, response) =>
        {
            if (response.Status >= 400 && !response.Request.IsNavigationRequest)
            {
                complaints.Enqueue($"{page.Url}: {response.Url} answered {response.Status}");
            }
        };
        return page;
    }

    /// <summary>A new browser, signed in with the demo's account of this role.</summary>
    protected Task<IPage> SignedInAsync(Core.Shared.Role role, int width = Desk) => SignedInAsync(EmailOf(role), width);

    /// <summary>The same with an account of the test, whose password is that of the demo.</summary>
    protected async Task<IPage> SignedInAsync(string email, int width = Desk)
    {
        var page = await SomebodyAsync(width);
        await SignInAsync(page, email);
        return page;
    }

    protected Task SignInAsync(IPage page, Core.Shared.Role role) => SignInAsync(page, EmailOf(role));

    private async Task SignInAsync(IPage page, string email)
    {
        var code = await Portal.CodeOfAsync(email);
        await page.GotoAsync("/connexion");
        await page.GetByLabel("Adresse électronique").FillAsync(email);
        await page.GetByLabel("Mot de passe", new() { Exact = true }).FillAsync(DemoAccounts.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Se connecter", Exact = true }).ClickAsync();
        if (code is not null)
        {
            await page.GetByLabel("Code à six chiffres").FillAsync(code);
            await page.GetByRole(AriaRole.Button, new() { Name = "Se connecter", Exact = true }).ClickAsync();
        }

        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Se déconnecter" })).ToBeVisibleAsync();
    }

    protected static string EmailOf(Core.Shared.Role role) => DemoAccounts.All.First(a => a.Role == role).Email;

    /// <summary>What was expected to go wrong in the browser's console.</summary>
    protected void ForgetComplaints() => complaints.Clear();
}
