using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dites32.Tests.Notifications;

public sealed class OutboxTests : OutboxTest
{
    [Fact]
    public async Task The_body_is_unreadable_in_the_table_and_readable_in_the_preview_until_the_mail_has_left()
    {
        var id = await WriteAsync(Mail());

        Assert.DoesNotContain("suivi", (await RowAsync(id)).ProtectedBody, StringComparison.Ordinal);
        Assert.Equal(Mail().Body, await WithOutboxAsync(outbox => outbox.ReadBodyAsync(id, Stop)));

        await Sender.SendDueAsync(Stop);

        Assert.Null((await RowAsync(id)).ProtectedBody);
        Assert.Null(await WithOutboxAsync(outbox => outbox.ReadBodyAsync(id, Stop)));
    }

    [Fact]
    public async Task A_mail_whose_command_is_not_saved_does_not_exist()
    {
        await using (var scope = Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<Outbox>().Write(Mail());
        }

        Assert.Equal(0, await Sender.SendDueAsync(Stop));
    }

    [Fact]
    public async Task A_mail_taken_back_never_leaves()
    {
        var id = await WriteAsync(Mail() with { SendAfter = Clock.Now.AddMinutes(5) });

        Assert.Equal(0, await Sender.SendDueAsync(Stop));
        Assert.True(await WithOutboxAsync(outbox => outbox.CancelAsync(id, Stop)));
        Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(0, await Sender.SendDueAsync(Stop));

        var row = await RowAsync(id);
        Assert.Equal((Clock.Now.AddMinutes(-6), null), (row.CancelledAt, row.ProtectedBody));
        Assert.Empty(Sink.Mails);
    }

    [Fact]
    public async Task A_mail_that_has_left_cannot_be_taken_back()
    {
        var id = await WriteAsync(Mail());
        await Sender.SendDueAsync(Stop);

        Assert.False(await WithOutboxAsync(outbox => outbox.CancelAsync(id, Stop)));
        Assert.False(await WithOutboxAsync(outbox => outbox.CancelAsync(Guid.NewGuid(), Stop)));
        Assert.NotNull((await RowAsync(id)).SentAt);
    }

    [Fact]
    public async Task Taking_back_a_mail_that_leaves_meanwhile_fails_with_everything_saved_with_it()
    {
        var id = await WriteAsync(Mail());
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var outbox = scope.ServiceProvider.GetRequiredService<Outbox>();

        Assert.True(await outbox.CancelAsync(id, Stop));
        outbox.Write(Mail("autre@example.org"));
        await Sender.SendDueAsync(Stop);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync(Stop));
        Assert.Equal("lea@example.org", Assert.Single(Sink.Mails).Recipient);
        Assert.Equal(1, await InDatabaseAsync(d => d.OutboxEmails.CountAsync(Stop)));
    }

    [Fact]
    public async Task A_mail_being_taken_back_is_not_sent_while_the_command_commits()
    {
        var id = await WriteAsync(Mail());
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(Stop);
        await scope.ServiceProvider.GetRequiredService<Outbox>().CancelAsync(id, Stop);
        await db.SaveChangesAsync(Stop);

        Assert.Equal(0, await Sender.SendDueAsync(Stop));
        await transaction.CommitAsync(Stop);
        Assert.Equal(0, await Sender.SendDueAsync(Stop));
    }

    [Fact]
    public async Task A_fourth_mail_of_a_kind_to_one_address_in_a_day_is_too_many()
    {
        for (var i = 0; i < Outbox.MaxPerAddressAndDay; i++)
        {
            Assert.True(await MayWriteAsync("LEA@example.org "));
            await WriteAsync(Mail());
        }

        Assert.False(await MayWriteAsync("lea@example.org"));
        Assert.True(await MayWriteAsync("autre@example.org"));
        Assert.True(await WithOutboxAsync(outbox => outbox.MayWriteAsync("autre-sorte", "lea@example.org", Stop)));

        Clock.Advance(TimeSpan.FromHours(24));
        Assert.True(await MayWriteAsync("lea@example.org"));
    }

    [Fact]
    public async Task A_network_causes_at_most_twenty_mails_of_a_kind_an_hour()
    {
        var (here, there) = (Actor.Anonymous with { Network = "192.0.2.1" }, Actor.Anonymous with { Network = "192.0.2.2" });
        for (var i = 0; i < Outbox.MaxPerNetworkAndHour; i++)
        {
            await WriteAsync(Mail($"a{i}@example.org"), here);
        }

        Assert.False(await MayWriteAsync("b@example.org", here));
        Assert.True(await MayWriteAsync("b@example.org", there));
        Assert.True(await MayWriteAsync("b@example.org"));

        Clock.Advance(TimeSpan.FromHours(1));
        Assert.True(await MayWriteAsync("b@example.org", here));
    }

    [Fact]
    public async Task Forgetting_someone_erases_the_address_and_keeps_a_mail_that_waits_from_leaving()
    {
        var about = Guid.NewGuid();
        var sent = await WriteAsync(Mail() with { AboutId = about });
        await Sender.SendDueAsync(Stop);
        var waiting = await WriteAsync(Mail() with { AboutId = about, SendAfter = Clock.Now.AddDays(1) });
        var other = await WriteAsync(Mail() with { SendAfter = Clock.Now.AddDays(1) });

        await WithOutboxAsync(async outbox =>
        {
            await outbox.ForgetMailsAboutAsync([about], null, Stop);
            return true;
        });

        Assert.Equal((null, null, ""), ((await RowAsync(sent)).ToAddress, (await RowAsync(sent)).ToName, (await RowAsync(sent)).Subject));
        Assert.NotNull((await RowAsync(waiting)).CancelledAt);
        Assert.Equal((0, null), ((await RowAsync(sent)).ToHash.Length, (await RowAsync(sent)).Network));
        Assert.NotNull((await RowAsync(other)).ToAddress);

        await WithOutboxAsync(async outbox =>
        {
            await outbox.ForgetMailsAboutAsync([], "lea@example.org", Stop);
            return true;
        });
        Assert.Null((await RowAsync(other)).ToAddress);
    }

    [Fact]
    public async Task The_last_mail_to_somebody_is_forgotten_once_it_has_left_or_was_given_up()
    {
        var sent = await WriteAsync(Mail() with { ForgetOnceSent = true });
        Assert.NotNull((await RowAsync(sent)).ToAddress);
        await Sender.SendDueAsync(Stop);

        Assert.Equal((null, ""), ((await RowAsync(sent)).ToAddress, (await RowAsync(sent)).Subject));
        Assert.NotNull((await RowAsync(sent)).SentAt);
    }

    [Fact]
    public async Task The_database_refuses_a_row_that_means_nothing()
    {
        await WriteAsync(Mail());
        string[] nonsense =
        [
            "protected_body = NULL", "sent_at = now()", "to_address = NULL", "leased_until = now()",
            "protected_body = NULL, sent_at = now(), cancelled_at = now(), attempts = 1",
            "protected_body = NULL, dead_at = now()", "protected_body = NULL, sent_at = now()",
        ];
        foreach (var sql in nonsense.Select(set => $"UPDATE outbox_email SET {set}"))
        {
            var refusal = await Assert.ThrowsAsync<Npgsql.PostgresException>(() =>
                InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync(sql, Stop)));
            Assert.Equal(Npgsql.PostgresErrorCodes.CheckViolation, refusal.SqlState);
        }
    }

    [Fact]
    public async Task The_remains_of_a_mail_are_deleted_after_ninety_days()
    {
        await WriteAsync(Mail());
        await Sender.SendDueAsync(Stop);
        Clock.Advance(TimeSpan.FromDays(89));
        await SendAsync(Actor.System, new SweepOutbox());
        Assert.Equal(1, await InDatabaseAsync(db => db.OutboxEmails.CountAsync(Stop)));

        Clock.Advance(TimeSpan.FromDays(2));
        await WriteAsync(Mail());
        Assert.Null((await SendAsync(Actor.System, new SweepOutbox())).Error);
        Assert.Null((await InDatabaseAsync(db => db.OutboxEmails.SingleAsync(Stop))).SentAt);
        Assert.Equal("forbidden", (await SendAsync(await SomeoneAsync(Role.Administrator), new SweepOutbox())).Error?.Code);
    }

    private Task<bool> MayWriteAsync(string to, Actor? actor = null) => WithOutboxAsync(outbox => outbox.MayWriteAsync("essai", to, Stop), actor);
}
