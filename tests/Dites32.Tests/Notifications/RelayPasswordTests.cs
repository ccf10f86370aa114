using System.Net;

namespace Dites32.Tests.Notifications;

public sealed class RelayPasswordTests : OutboxTest
{
    protected override Dictionary<string, string?> Settings() => new(base.Settings())
    {
        ["Mail:UserName"] = "portail",
        ["Mail:Password"] = "sésame",
    };

    [Fact]
    public async Task A_wrong_password_is_tried_again_later_and_later_and_loses_nothing()
    {
        Sink.Account = new NetworkCredential("portail", "un autre");
        var id = await WriteAsync(Mail());
        foreach (var delay in new[] { 10, 20, 40 })
        {
            await Sender.SendDueAsync(Stop);
            var row = await RowAsync(id);
            Assert.Equal(("530", null, Clock.Now.AddSeconds(delay)), (row.Failure, row.DeadAt, row.NextAttemptAt));
            Clock.Now = row.NextAttemptAt;
        }

        Sink.Account = new NetworkCredential("portail", "sésame");
        await Sender.SendDueAsync(Stop);
        Assert.Equal("portail", Assert.Single(Sink.Mails).Account);
    }
}
