using Dites32.Core.Audit;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Audit;

/// <summary>Whoever holds the database may take its guards away; what they change then has a name.</summary>
public sealed class AuditVerificationTests : AuditTrailTest
{
    private static readonly string Month = $"{DateTime.UtcNow:yyyy-MM}";

    /// <summary>Entries 1 to 5 under the first seal, 6 to 8 under the second, 9 without one yet.</summary>
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await ActAsync(5);
        await SealAsync();
        await ActAsync(3);
        await SealAsync();
        await ActAsync(1);
    }

    [Fact]
    public async Task Of_a_trail_that_nobody_touched_the_head_is_told()
    {
        var verified = await VerifyAsync();

        Assert.Empty(verified.Problems);
        Assert.Equal((9, 1, 2, 0), (verified.Entries, verified.Waiting, verified.Seals, verified.PurgedMonths));
        Assert.Equal($"2:{Convert.ToHexStringLower((await SealsAsync())[1].Hash)}", verified.Head!.ToString());
        Assert.Empty((await VerifyAsync(verified.Head)).Problems);
    }

    [Theory]
    [InlineData("action = 'GetCard'")]
    [InlineData("actor_kind = 'Anonymous'")]
    [InlineData("actor_kind = 'A kind that does not exist'")]
    [InlineData("account_id = gen_random_uuid()")]
    [InlineData("link_id = gen_random_uuid()")]
    [InlineData("subject_kind = 'Offer'")]
    [InlineData("subject_id = gen_random_uuid()")]
    [InlineData("purpose = 'Recruiting'")]
    [InlineData("at = at + interval '1 microsecond'")]
    public async Task An_entry_that_was_changed_is_named(string change)
    {
        await TamperAsync($"UPDATE audit_entry SET {change} WHERE id = 3");

        Assert.Equal([$"entry 3 of {Month} was changed"], (await VerifyAsync()).Problems);
    }

    [Fact]
    public async Task An_entry_that_was_deleted_is_named()
    {
        await TamperAsync("DELETE FROM audit_entry WHERE id IN (2, 7)");

        Assert.Equal([$"entry 2 of {Month} was deleted", $"entry 7 of {Month} was deleted"], (await VerifyAsync()).Problems);
    }

    [Fact]
    public async Task An_entry_that_was_put_into_the_past_is_named_before_and_after_its_seal()
    {
        await WrittenAsync("2026-02-10T08:00:00Z");
        Assert.Equal(["entry 10 of 2026-02 was added afterwards"], (await VerifyAsync()).Problems);

        await TamperAsync("UPDATE audit_seal SET sealed_at = sealed_at - interval '1 day'"); // so that the whole trail is looked at
        await SealAsync();

        Assert.Contains("entry 10 of 2026-02 was not written on its date: it came with seal 3", (await VerifyAsync()).Problems);
    }

    [Fact]
    public async Task An_entry_that_was_moved_to_another_month_is_named_in_both()
    {
        await RunAsOwnerAsync("SELECT audit_month('2026-02-01')");
        await TamperAsync("UPDATE audit_entry SET at = '2026-02-10' WHERE id = 3");

        Assert.Equal(["entry 3 of 2026-02 was added afterwards", $"entry 3 of {Month} was deleted"], (await VerifyAsync()).Problems);
    }

    [Theory]
    [InlineData("UPDATE audit_seal SET entry_count = 4 WHERE number = 1", "seal 1 of {0} was changed|the list of seal 1 of {0} was changed, entries 1 to 5")]
    [InlineData("UPDATE audit_seal SET sealed_at = sealed_at + interval '1 hour' WHERE number = 2", "seal 2 of {0} was changed")]
    [InlineData("UPDATE audit_seal SET hash = sha256('') WHERE number = 2", "seal 2 of {0} was changed")]
    [InlineData("DELETE FROM audit_seal WHERE number = 1", "seal 1 is gone|the list of seal 1 of {0} was changed, entries 1 to 5")]
    [InlineData("DELETE FROM audit_sealed WHERE seal_number = 2", "the list of seal 2 of {0} is gone")]
    [InlineData("UPDATE audit_sealed SET entry_ids = '{1,2,3,4,6}' WHERE seal_number = 1", "entry 6 of {0} was changed|entry 6 of {0} was deleted")]
    public async Task A_seal_or_its_list_that_was_changed_is_named(string sql, string problems)
    {
        await TamperAsync(sql);

        Assert.Equal(problems.Replace("{0}", Month, StringComparison.Ordinal).Split('|'), (await VerifyAsync()).Problems);
    }

    [Fact]
    public async Task An_entry_that_was_changed_with_its_hash_betrays_the_list_of_its_seal()
    {
        await TamperAsync("UPDATE audit_entry SET action = 'GetCard' WHERE id = 3");
        var forged = await InDatabaseAsync(async db => Convert.ToHexStringLower(AuditChain.HashOf(await db.AuditEntries.SingleAsync(e => e.Id == 3, Stop))));
        await TamperAsync($"UPDATE audit_sealed SET hashes = overlay(hashes PLACING '\\x{forged}'::bytea FROM 65 FOR 32) WHERE seal_number = 1");

        Assert.Equal([$"the list of seal 1 of {Month} was changed, entries 1 to 5"], (await VerifyAsync()).Problems);
    }

    [Fact]
    public async Task A_month_that_was_dropped_is_named()
    {
        await TamperAsync($"DROP TABLE audit_months.audit_entry_{DateTime.UtcNow:yyyy_MM}, audit_months.audit_sealed_{DateTime.UtcNow:yyyy_MM}");

        Assert.Equal([$"the whole month {Month} is gone, 8 entries, and no seal says that it was purged"], (await VerifyAsync()).Problems);
    }

    [Fact]
    public async Task A_chain_that_was_written_anew_from_end_to_end_betrays_itself_by_a_head_that_was_noted_elsewhere()
    {
        var noted = (await VerifyAsync()).Head;
        await TamperAsync("DELETE FROM audit_entry WHERE id = 3; DELETE FROM audit_seal; DELETE FROM audit_sealed");
        await SealAsync();

        Assert.Empty((await VerifyAsync()).Problems);
        Assert.Equal(["seal 2, which was noted, is gone"], (await VerifyAsync(noted)).Problems);
        await ActAsync(1);
        await SealAsync();
        Assert.Equal(["seal 2 is not the one that was noted: the chain was written anew"], (await VerifyAsync(noted)).Problems);
    }

    [Fact]
    public async Task Commands_are_saved_and_sealed_while_it_reads()
    {
        var acting = Task.Run(async () =>
        {
            for (var round = 0; round < 10; round++)
            {
                await ActAsync(3);
                await SealAsync();
            }
        });
        while (!acting.IsCompleted)
        {
            Assert.Empty((await VerifyAsync()).Problems);
        }

        await acting;
        Assert.Equal(39, (await VerifyAsync()).Entries);
    }

    [Theory]
    [InlineData("12:0123456789abcdef0123456789abcdef0123456789abcdef0123456789ABCDEF", true)]
    [InlineData("12:0123", false)]
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", false)]
    [InlineData("x:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", false)]
    [InlineData("", false)]
    public void A_head_is_a_number_and_a_hash(string text, bool isOne) => Assert.Equal(isOne, AuditHead.Parse(text) is not null);

    private Task<AuditVerified> VerifyAsync(AuditHead? noted = null) => AuditVerification.RunAsync(ConnectionString, noted, Stop);
}
