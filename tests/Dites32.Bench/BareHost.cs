using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace Dites32.Bench;

/// <summary>K: Kestrel and a string builder. B: Blazor's static rendering. Neither has EF Core, MediatR or anything else.</summary>
internal static class BareHost
{
    public const string Kestrel = "kestrel";
    public const string Blazor = "blazor";
    public const string FillHeader = "Fill";

    public static async Task RunAsync(string kind, int port, Uri app, string pathsFile, string connectionString)
    {
        var pages = await BarePages.LoadAsync(connectionString, app, pathsFile);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(port));
        builder.Services.AddSingleton(pages);
        if (kind == Blazor)
        {
            builder.Services.AddRazorComponents();
        }

        var host = builder.Build();
        host.Use((context, next) =>
        {
            if (pages.AreFilled || context.Request.Headers.ContainsKey(FillHeader))
            {
                return next(context);
            }

            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        });
        if (kind == Blazor)
        {
            host.UseAntiforgery();
            host.MapRazorComponents<BareApp>();
        }
        else
        {
            host.Run(context => WriteAsync(context, pages));
        }

        await host.StartAsync();
        await pages.FillAsync(new Uri($"http://127.0.0.1:{port}"));
        await host.WaitForShutdownAsync();
    }

    public static string PathOf(HttpContext context) => context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;

    private static async Task WriteAsync(HttpContext context, BarePages pages)
    {
        var page = pages.Find(PathOf(context));
        var html = context.Request.Path == "/offres"
            ? BareText.List(page, await pages.ReadCardsAsync(page, context.RequestAborted))
            : BareText.Offer(page, await pages.ReadOfferAsync(page, context.RequestAborted));
        var bytes = Encoding.UTF8.GetBytes(html);
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
