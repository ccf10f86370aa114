using System.Security.Claims;
using Dites32.Core.Accounts.Sessions;
using Dites32.Core.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Dites32.Web.Accounts;

/// <summary>
/// A page with a circuit stays on the screen without asking for anything. When its session ends (by somebody, or because
/// nothing was asked for too long) or its account's roles change, the browser is sent to load the page again, which the
/// server then refuses or shows as it is now.
/// </summary>
internal sealed partial class CircuitWatch(
    CircuitSession session, SessionSignals signals, IDispatcher dispatcher, NavigationManager navigation, TimeProvider clock, ILogger<CircuitWatch> logger)
    : CircuitHandler, IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource closed = new();
    private (Guid SessionId, Guid AccountId)? watched;
    private string roles = "";
    private ITimer? timer;

    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        var user = (await session.GetAuthenticationStateAsync()).User;
        if (SessionPrincipal.Read(user) is not { } ids)
        {
            return;
        }

        watched = ids;
        roles = RolesOf(user.FindAll(ClaimTypes.Role).Select(c => c.Value));
        signals.Changed += Look;
        timer = clock.CreateTimer(_ => Look(null), null, Interval, Interval);
        Look(null); // it may have ended while the page was on its way
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        signals.Changed -= Look;
        timer?.Dispose();
        if (!closed.IsCancellationRequested)
        {
            closed.Cancel();
            closed.Dispose();
        }
    }

    private void Look(Guid? changed)
    {
        if (watched is var (sessionId, accountId) && (changed is null || changed == sessionId || changed == accountId))
        {
            _ = LookAsync(sessionId);
        }
    }

    private async Task LookAsync(Guid sessionId)
    {
        try
        {
            var state = await dispatcher.SendAsync(Actor.Anonymous, new GetSession(sessionId), closed.Token);
            if (state.Error is not null || RolesOf(state.Value.Roles.Select(r => r.ToString())) != roles)
            {
                Dispose();
                navigation.NavigateTo(navigation.Uri, forceLoad: true);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // the circuit has gone meanwhile
        }
        catch (System.Data.Common.DbException exception)
        {
            LogNoAnswer(logger, exception.GetType().Name); // the next look comes in half a minute; requests are refused anyway
        }
    }

    private static string RolesOf(IEnumerable<string> names) => string.Join(',', names.Order());

    [LoggerMessage(Level = LogLevel.Warning, Message = "A circuit could not look at its session ({Type})")]
    private static partial void LogNoAnswer(ILogger logger, string type);
}
