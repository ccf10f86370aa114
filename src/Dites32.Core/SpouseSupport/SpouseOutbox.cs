using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using Microsoft.AspNetCore.DataProtection;

namespace Dites32.Core.SpouseSupport;

/// <summary>The portal's outbox, behind the wall: no row outside holds a partner's address.</summary>
internal sealed class SpouseOutbox(
    SpouseDbContext db, Actor actor, IDataProtectionProvider protection, OutboxSignal<SpouseDbContext> signal, TimeProvider clock)
    : Outbox<SpouseDbContext>(db, actor, protection, signal, clock);
