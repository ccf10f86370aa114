using Dites32.Core.Accounts;
using Dites32.Core.Data;
using Dites32.Core.Internships.Events;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships.Housing;

/// <summary>
/// Answers to a request for a room: they are sent even where the intern wants no other mail, for they have asked. No subject
/// says where somebody sleeps.
/// </summary>
internal sealed class HousingMails(AppDbContext db, Portal portal, SemesterContacts contacts, Outbox outbox)
{
    public const string Kind = "intern.housing", CoordinatorKind = "intern.housing-coordinator", SpacePath = "/mon-internat/logement", KitPath = "/mon-internat/arrivee";

    public Task BookedAsync(Intern intern, HousingBooking booking, Room room, Dwelling dwelling, bool isChange, CancellationToken cancellationToken) => WriteAsync(intern, booking.SemesterId, booking.Id, isChange ? "votre chambre change" : "vous avez une chambre", $"""
        {(isChange ? "Votre réservation change. La voici" : "Une chambre est réservée pour vous")} :

        {dwelling.Name}, {room.Name}
        Du {booking.StartsOn.InWords()} au {booking.EndsOn.InWords()}
        {room.MonthlyRent.ToString("N0", Clock.French)} € par mois, charges comprises

        L'adresse, les clés, la route et les règles de la maison sont dans votre livret d'arrivée, qui s'imprime et se garde sur le téléphone :
        {portal.Link(KitPath)}

        Vous n'en avez plus besoin ? Rendez la chambre ici, quelqu'un d'autre l'attend :
        {portal.Link(SpacePath)}
        """, cancellationToken);

    public Task CancelledAsync(Intern intern, HousingBooking booking, CancellationToken cancellationToken) => WriteAsync(intern, booking.SemesterId, booking.Id, "votre réservation est annulée", $"""
        La réservation de votre chambre, du {booking.StartsOn.InWords()} au {booking.EndsOn.InWords()}, est annulée. Pour savoir pourquoi ou trouver une autre solution, répondez à ce message.

        Si vous l'aviez demandée, votre demande attend de nouveau :
        {portal.Link(SpacePath)}
        """, cancellationToken);

    public Task DeclinedAsync(Intern intern, HousingRequest request, CancellationToken cancellationToken) => WriteAsync(intern, request.SemesterId, request.Id, "réponse à votre demande de logement", $"""
        Nous n'avons pas de chambre à vous proposer pour le séjour que vous avez demandé, du {request.StartsOn.InWords()} au {request.EndsOn.InWords()}.

        {request.DeclineReason}

        Votre demande peut être corrigée et faite de nouveau :
        {portal.Link(SpacePath)}
        """, cancellationToken);

    /// <summary>To every coordinator: somebody gives a room back.</summary>
    public async Task GivenUpAsync(Guid aboutId, CancellationToken cancellationToken)
    {
        foreach (var coordinator in await db.ContactsWith(Role.InternshipCoordinator).ToListAsync(cancellationToken))
        {
            outbox.Write(new Email
            {
                Kind = CoordinatorKind,
                To = coordinator.Email,
                Subject = "Une chambre se libère – Dites32",
                ReplyTo = new ReplyTo(portal.MissionAddress, portal.MissionName),
                AboutId = aboutId,
                Body = $"""
                    Bonjour,

                    Un interne vient de rendre sa chambre. La liste d'attente dit à qui elle peut servir :
                    {portal.Link("/internat/logements/demandes")}

                    {portal.MissionName}
                    """,
            });
        }
    }

    private async Task WriteAsync(Intern intern, Guid semesterId, Guid aboutId, string subject, string text, CancellationToken cancellationToken)
    {
        var contact = await contacts.OfAsync(semesterId, cancellationToken);
        outbox.Write(new Email
        {
            Kind = Kind,
            To = intern.Email,
            Subject = $"Internes du Gers\u00a0: {subject}",
            ReplyTo = contact,
            AboutId = aboutId,
            Body = $"""
                Bonjour {intern.Name},

                {text}

                {contact.Name}
                """,
        });
    }
}
