using System.Security.Cryptography;
using System.Text;
using Dites32.Core.Audit;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Audit;

/// <summary>The entries are sealed in batches, each seal holding the hash of the one before.</summary>
public sealed class SealAuditTests : AuditTrailTest
{
    [Fact]
    public async Task What_was_saved_is_sealed_and_each_seal_holds_the_one_before()
    {
        await ActAsync(3);
        await SealAsync();
        await ActAsync(2);
        await SealAsync();

        var seals = await SealsAsync();
        Assert.Equal([(1, 3), (2, 2)], seals.Select(s => ((int)s.Number, s.EntryCount)));
        Assert.Equal(seals[0].Hash, AuditChain.HashOf([], seals[0]));
        Assert.Equal(seals[1].Hash, AuditChain.HashOf(seals[0].Hash, seals[1]));
        Assert.Equal([1, 2, 3, 4, 5], await SealedIdsAsync());
    }

    [Fact]
    public async Task With_nothing_new_there_is_no_seal_and_sealing_leaves_no_entry()
    {
        await SealAsync();
        await ActAsync(1);
        await SealAsync();
        await SealAsync();

        Assert.Single(await SealsAsync());
        Assert.Equal(1, await InDatabaseAsync(db => db.AuditEntries.CountAsync(Stop)));
    }

    [Fact]
    public async Task The_hash_of_an_entry_is_that_of_its_fields()
    {
        var (account, card) = (Guid.NewGuid(), Guid.NewGuid());
        await RunAsOwnerAsync("SELECT audit_month('2026-03-01')");
        await RunAsOwnerAsync($"""
            INSERT INTO audit_entry (id, at, actor_kind, account_id, action, subject_kind, subject_id, purpose) OVERRIDING SYSTEM VALUE
            VALUES (7, '2026-03-02T10:00:00.123456+01:00', 'Account', '{account}', 'GetCard', 'Application', '{card}', 'Recruiting')
            """);

        await SealAsync();

        var expected = SHA256.HashData(Encoding.UTF8.GetBytes($"7|2026-03-02T09:00:00.123456Z|Account|{account}||GetCard|Application|{card}|Recruiting"));
        var details = await InDatabaseAsync(db => db.SealedEntries.AsNoTracking().SingleAsync(Stop));
        Assert.Equal(expected, details.HashAt(0).ToArray());
        var seal = Assert.Single(await SealsAsync());
        Assert.Equal(new DateOnly(2026, 3, 1), seal.Month);
        Assert.Equal(SHA256.HashData(expected), seal.Digest);
    }

    [Fact]
    public async Task A_command_that_is_being_saved_is_not_waited_for_and_is_sealed_afterwards()
    {
        await InDatabaseAsync(async db =>
        {
            await using var open = await db.Database.BeginTransactionAsync(Stop);
            db.AuditEntries.Add(AuditEntry.Of(Actor.System, new SweepOutbox()));
            await db.SaveChangesAsync(Stop);
            await ActAsync(2);

            await SealAsync().WaitAsync(TimeSpan.FromSeconds(10), Stop);
            Assert.Equal([2, 3], await SealedIdsAsync());
            await open.CommitAsync(Stop);
            return 0;
        });

        await SealAsync();

        Assert.Equal([1, 2, 3], await SealedIdsAsync());
    }

    [Fact]
    public async Task Commands_are_saved_while_two_instances_seal_and_each_entry_is_sealed_once()
    {
        var acting = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ActAsync(25)));
        var sealing = Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
        {
            while (!acting.IsCompleted)
            {
                Assert.True((await SendAsync(Actor.System, new SealAudit())).Error is null or { Code: "sealed-meanwhile" });
            }
        }));
        await acting.WaitAsync(TimeSpan.FromSeconds(60), Stop);
        await sealing.WaitAsync(TimeSpan.FromSeconds(60), Stop);
        await SealAsync();

        Assert.Equal(await InDatabaseAsync(db => db.AuditEntries.OrderBy(e => e.Id).Select(e => e.Id).ToListAsync(Stop)), await SealedIdsAsync());
        Assert.Equal(100, (await SealedIdsAsync()).Count);
        var hash = Array.Empty<byte>();
        Assert.All(await SealsAsync(), seal => Assert.Equal(seal.Hash, hash = AuditChain.HashOf(hash, seal)));
    }

    [Fact]
    public async Task Each_month_has_its_seals_the_oldest_first()
    {
        await ActAsync(1);
        await WrittenAsync("2026-02-10T00:00:00Z", "2026-02-11T00:00:00Z");
        await WrittenAsync("2026-01-31T23:59:59.999999Z");

        for (var run = 0; run < 3; run++)
        {
            await SealAsync();
        }

        Assert.Equal(["2026-01-01 1", "2026-02-01 2", $"{DateTime.UtcNow:yyyy-MM}-01 1"], (await SealsAsync()).Select(s => $"{s.Month:yyyy-MM-dd} {s.EntryCount}"));
    }

    [Fact]
    public async Task An_entry_that_comes_with_an_old_date_waits_for_the_first_run_of_the_next_day()
    {
        await ActAsync(1);
        await SealAsync();
        await WrittenAsync("2026-02-10T00:00:00Z");

        await SealAsync();
        Assert.Single(await SealsAsync());

        await TamperAsync("UPDATE audit_seal SET sealed_at = sealed_at - interval '1 day'");
        await SealAsync();
        Assert.Equal(2, (await SealsAsync()).Count);
    }

    [Fact]
    public void Only_the_sealing_leaves_no_entry() =>
        Assert.Equal([nameof(SealAudit), nameof(SealSpouseAudit)], typeof(IUntraced).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(IUntraced)) && !t.IsInterface).Select(t => t.Name).Order());

    private Task<List<long>> SealedIdsAsync() => InDatabaseAsync(async db =>
        (await db.SealedEntries.AsNoTracking().ToListAsync(Stop)).SelectMany(s => s.EntryIds).Order().ToList());
}
