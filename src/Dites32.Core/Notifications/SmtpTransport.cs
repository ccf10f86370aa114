using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Dites32.Core.Notifications;

/// <summary>
/// Hands each mail to a relay, over a connection of its own: a broken one never spoils the next mail. With
/// <c>Mail:StartTls</c> neither a mail nor the password is ever said to a relay that does not encrypt, or whose
/// certificate the system does not trust.
/// </summary>
internal sealed class SmtpTransport(MailSettings settings, Portal portal) : IMailTransport
{
    public async Task<MailOutcome> SendAsync(OutgoingMail mail)
    {
        using var limit = new CancellationTokenSource(settings.Timeout);
        try
        {
            using var message = mail.ToMessage(settings.From, portal.Host);
            using var client = new SmtpClient(settings.Host, settings.Port)
            {
                EnableSsl = settings.StartTls,
                Timeout = (int)settings.Timeout.TotalMilliseconds, // a cancellation alone does not end a read
                Credentials = string.IsNullOrEmpty(settings.UserName) ? null : new NetworkCredential(settings.UserName, settings.Password),
            };
            await client.SendMailAsync(message, limit.Token);
            return MailOutcome.Sent;
        }
        catch (SmtpFailedRecipientException refusal)
        {
            var status = Status(refusal);
            return (int)refusal.StatusCode >= 500 ? MailOutcome.Never(status) : MailOutcome.Later(status);
        }
        catch (SmtpException failure) when (failure.StatusCode > 0)
        {
            // Even a 5xx: it was said to the sender, for a wrong password or a full relay, and would be said of every mail.
            return MailOutcome.Later(Status(failure));
        }
        catch (SmtpException failure)
        {
            return MailOutcome.Later(failure.InnerException switch
            {
                SocketException => MailFailure.Unreachable,
                AuthenticationException => MailFailure.Insecure, // of the certificate: a password gets a status
                null when settings.StartTls => MailFailure.Insecure, // all that is said of a relay without STARTTLS
                _ => MailFailure.Lost,
            });
        }
        catch (OperationCanceledException)
        {
            return MailOutcome.Later(MailFailure.Lost);
        }
        catch (FormatException)
        {
            return MailOutcome.Never(MailFailure.Malformed);
        }
    }

    private static string Status(SmtpException exception) => ((int)exception.StatusCode).ToString(CultureInfo.InvariantCulture);
}
