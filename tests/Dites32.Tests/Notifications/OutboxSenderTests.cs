using System.Diagnostics;
using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dites32.Tests.Notifications;

public sealed class OutboxSenderTests : OutboxTest
{
    [Fact]
    public async Task A_mail_leaves_once_with_its_headers_and_its_accents()
    {
        var id = await WriteAsync(Mail());

        Assert.Equal(1, await Sender.SendDueAsync(Stop));
        Assert.Equal(0, await Sender.SendDueAsync(Stop));

        var mail = Assert.Single(Sink.Mails);
        Assert.Equal($"<{id}@dites32.example>", mail.Header("Message-ID"));
        Assert.Equal(Mail().Subject, mail.Header("Subject"));
        Assert.Equal("Dites32 <portail@dites32.example>", mail.Header("From").Replace("\"", "", StringComparison.Ordinal));
        Assert.Equal("Léa Dupré <lea@example.org>", mail.Header("To").Replace("\"", "", StringComparison.Ordinal));
        Assert.Equal("Zoé Référente <referent@example.org>", mail.Header("Reply-To").Replace("\"", "", StringComparison.Ordinal));
        Assert.Equal("auto-generated", mail.Header("Auto-Submitted"));
        Assert.Equal("text/plain; charset=utf-8", mail.Header("Content-Type"));
        Assert.Equal(Mail().Body, mail.Body);
        Assert.Equal((Clock.Now, 1, null), ((await RowAsync(id)).SentAt, (await RowAsync(id)).Attempts, (await RowAsync(id)).Failure));
    }


    [Fact]
    public async Task A_busy_relay_is_tried_again_after_10_seconds_then_20_then_40()
    {
        Sink.Answer = _ => SinkAnswer.Busy;
        var id = await WriteAsync(Mail());
        foreach (var delay in new[] { 10, 20, 40 })
        {
            Assert.Equal(1, await Sender.SendDueAsync(Stop));
            Assert.Equal("421", (await RowAsync(id)).Failure);
            Clock.Advance(TimeSpan.FromSeconds(delay - 1));
            Assert.Equal(0, await Sender.SendDueAsync(Stop));
            Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Sink.Answer = _ => SinkAnswer.Accept;
        Assert.Equal(1, await Sender.SendDueAsync(Stop));
        Assert.Equal((4, null), ((await RowAsync(id)).Attempts, (await RowAsync(id)).Failure));
    }

    [Fact]
    public async Task A_refused_recipient_is_given_up_and_the_others_still_go()
    {
        Sink.Answer = to => to.StartsWith("personne", StringComparison.Ordinal) ? SinkAnswer.Refuse : SinkAnswer.Accept;
        var refused = await WriteAsync(Mail("personne@example.org"));
        var malformed = await WriteAsync(Mail("pas une adresse"));
        var fine = await WriteAsync(Mail());

        Assert.Equal(3, await Sender.SendDueAsync(Stop));

        var row = await RowAsync(refused);
        Assert.Equal((Clock.Now, "550", null), (row.DeadAt, row.Failure, row.ProtectedBody));
        Assert.Equal(MailFailure.Malformed, (await RowAsync(malformed)).Failure);
        Assert.NotNull((await RowAsync(malformed)).DeadAt);
        Assert.NotNull((await RowAsync(fine)).SentAt);
    }

    [Fact]
    public async Task A_relay_that_refuses_the_portal_itself_loses_no_mail()
    {
        Sink.Answer = _ => SinkAnswer.RefuseSender;
        var id = await WriteAsync(Mail());
        await Sender.SendDueAsync(Stop);

        var row = await RowAsync(id);
        Assert.Equal(("550", null), (row.Failure, row.DeadAt));
    }

    [Fact]
    public async Task A_relay_that_is_down_loses_nothing_and_every_mail_leaves_when_it_is_back()
    {
        for (var i = 0; i < 60; i++)
        {
            await WriteAsync(Mail($"a{i}@example.org"));
        }

        await Sink.GoDownAsync();
        Assert.Equal(60, await Sender.SendDueAsync(Stop));
        Assert.Equal(60, await InDatabaseAsync(db => db.OutboxEmails.CountAsync(e => e.Failure == MailFailure.Unreachable, Stop)));

        Sink.ComeBack();
        Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(60, await Sender.SendDueAsync(Stop));

        Assert.Equal(60, Sink.Mails.DistinctBy(m => m.Recipient).Count());
    }

    [Fact, Trait("Category", "Long")]
    public async Task The_mails_drain_at_20_a_second()
    {
        for (var i = 0; i < 200; i++)
        {
            await WriteAsync(Mail($"a{i}@example.org"));
        }

        var start = Stopwatch.GetTimestamp();
        var sent = 0;
        while (await Sender.SendDueAsync(Stop) is > 0 and var batch)
        {
            sent += batch;
        }

        Assert.Equal(200, sent);
        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Theory, Trait("Category", "Long")]
    [InlineData(SinkAnswer.DropAfterDot)]
    [InlineData(SinkAnswer.SilentAfterDot)]
    public async Task A_mail_whose_fate_is_unknown_leaves_again_with_the_same_message_id(SinkAnswer answer)
    {
        Sink.Answer = _ => answer;
        var id = await WriteAsync(Mail());
        await Sender.SendDueAsync(Stop);

        Assert.Equal(MailFailure.Lost, (await RowAsync(id)).Failure);
        Assert.False(await WithOutboxAsync(outbox => outbox.CancelAsync(id, Stop)));

        Sink.Answer = _ => SinkAnswer.Accept;
        Clock.Advance(TimeSpan.FromSeconds(10));
        await Sender.SendDueAsync(Stop);

        Assert.Equal([$"<{id}@dites32.example>", $"<{id}@dites32.example>"], Sink.Mails.Select(m => m.Header("Message-ID")));
        Assert.NotNull((await RowAsync(id)).SentAt);
    }

    [Fact, Trait("Category", "Long")]
    public async Task A_relay_that_accepts_a_connection_and_says_nothing_is_left_well_before_the_lease_ends()
    {
        Sink.Answer = _ => SinkAnswer.Silent;
        var id = await WriteAsync(Mail());
        var start = Stopwatch.GetTimestamp();
        await Sender.SendDueAsync(Stop);

        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromSeconds(25));
        Assert.Equal(MailFailure.Lost, (await RowAsync(id)).Failure);
    }

    [Fact]
    public async Task A_mail_of_a_worker_that_died_leaves_once_its_lease_is_over()
    {
        var id = await WriteAsync(Mail());
        await InDatabaseAsync(db => db.OutboxEmails.ExecuteUpdateAsync(
            set => set.SetProperty(e => e.LeasedUntil, Clock.Now + OutboxEmail.Lease).SetProperty(e => e.Attempts, 1), Stop));

        Assert.Equal(0, await Sender.SendDueAsync(Stop));
        Clock.Advance(OutboxEmail.Lease + TimeSpan.FromSeconds(1));
        Assert.Equal(1, await Sender.SendDueAsync(Stop));
        Assert.Equal(2, (await RowAsync(id)).Attempts);
    }

    [Fact]
    public async Task A_mail_is_given_up_after_72_hours_of_trying()
    {
        await Sink.GoDownAsync();
        var id = await WriteAsync(Mail());
        var start = Clock.Now;
        while ((await RowAsync(id)).DeadAt is null)
        {
            Clock.Now = (await RowAsync(id)).NextAttemptAt;
            await Sender.SendDueAsync(Stop);
        }

        Assert.InRange(Clock.Now - start, TimeSpan.FromHours(72), TimeSpan.FromHours(73));
        Assert.Null((await RowAsync(id)).ProtectedBody);
    }

    [Fact, Trait("Category", "Long")]
    public async Task Two_workers_send_each_of_200_mails_exactly_once()
    {
        await WithOutboxAsync(outbox =>
        {
            for (var i = 0; i < 200; i++)
            {
                outbox.Write(Mail($"a{i}@example.org"));
            }

            return Task.FromResult(true);
        });
        var other = ActivatorUtilities.CreateInstance<OutboxSender<AppDbContext>>(Services);

        var tried = await Task.WhenAll(Sender.SendDueAsync(Stop), other.SendDueAsync(Stop));

        Assert.Equal(200, tried.Sum());
        Assert.Equal(200, Sink.Mails.Count);
        Assert.Equal(200, Sink.Mails.DistinctBy(m => m.Header("Message-ID")).Count());
    }

    [Fact]
    public async Task The_worker_sends_a_mail_as_soon_as_it_is_written()
    {
        using var worker = new OutboxWorker<AppDbContext>(Sender, Services.GetRequiredService<OutboxSignal<AppDbContext>>(), NullLogger<OutboxWorker<AppDbContext>>.Instance);
        await worker.StartAsync(Stop);
        for (var i = 0; i < 3; i++)
        {
            await WriteAsync(Mail());
            await Sink.NextAsync(Stop);
        }

        await worker.StopAsync(Stop);
        Assert.Equal(3, await InDatabaseAsync(db => db.OutboxEmails.CountAsync(e => e.SentAt != null, Stop)));
    }
}
