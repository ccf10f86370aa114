using Dites32.Core.Data;
using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Applications;

/// <summary>What surrounds one card: notes, history in words, neighbours, other applications of the person.</summary>
internal sealed class CardReading(AppDbContext db, Actor actor)
{
    private const int MostOthers = 20;

    public async Task<IReadOnlyList<CardNote>> NotesAsync(Guid applicationId, CancellationToken cancellationToken) =>
        await (from note in db.ApplicationNotes
               join author in db.Users on note.AuthorId equals author.Id
               where note.ApplicationId == applicationId
               orderby note.At descending, note.Id descending
               select new CardNote(author.DisplayName, note.At, note.Text)).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<CardEvent>> HistoryAsync(Guid applicationId, CancellationToken cancellationToken)
    {
        var rows = await (from happened in db.ApplicationEvents
                          where happened.ApplicationId == applicationId
                          orderby happened.Id descending
                          select new
                          {
                              Event = happened,
                              Who = db.Users.Where(u => u.Id == happened.AuthorId).Select(u => u.DisplayName).SingleOrDefault(),
                              From = db.Stages.Where(s => s.Id == happened.FromStageId).Select(s => s.Label).SingleOrDefault(),
                              To = db.Stages.Where(s => s.Id == happened.ToStageId).Select(s => s.Label).SingleOrDefault(),
                          }).AsNoTracking().ToListAsync(cancellationToken);
        return [.. rows.Select(r => new CardEvent(r.Event.At, InWords(r.Event, r.From, r.To), r.Who))];
    }

    /// <summary>Keyset, in the order of the column.</summary>
    public async Task<(Guid? Previous, Guid? Next)> NeighboursAsync(Application application, CancellationToken cancellationToken)
    {
        var (at, id) = (application.SubmittedAt, application.Id);
        var column = db.Applications.ManageableBy(db, actor).Where(a => a.StageId == application.StageId);
        var previous = await column.Where(a => EF.Functions.LessThan(ValueTuple.Create(a.SubmittedAt, a.Id), ValueTuple.Create(at, id)))
            .OrderByDescending(a => a.SubmittedAt).ThenByDescending(a => a.Id).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(cancellationToken);
        var next = await column.Where(a => EF.Functions.GreaterThan(ValueTuple.Create(a.SubmittedAt, a.Id), ValueTuple.Create(at, id)))
            .OrderBy(a => a.SubmittedAt).ThenBy(a => a.Id).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(cancellationToken);
        return (previous, next);
    }

    public async Task<IReadOnlyList<OtherApplication>> OthersAsync(Application application, CancellationToken cancellationToken)
    {
        var canonical = application.Candidate.CanonicalId ?? application.CandidateId;
        return await (from other in db.Applications.ManageableBy(db, actor)
                      where other.Id != application.Id && (other.CandidateId == canonical || other.Candidate.CanonicalId == canonical)
                      orderby other.SubmittedAt descending, other.Id
                      select new OtherApplication(
                          other.Id, other.CandidateId, other.Candidate.Name, other.Offer == null ? "Candidature spontanée" : other.Offer.Title,
                          db.Stages.Single(s => s.Id == other.StageId).Label, other.SubmittedAt, other.CandidateId != application.CandidateId))
            .Take(MostOthers).ToListAsync(cancellationToken);
    }

    private static string InWords(ApplicationEvent happened, string? from, string? to) => happened.Kind switch
    {
        ApplicationEventKind.Moved => happened.Reason is { } reason
            ? $"De «\u00a0{from}\u00a0» à «\u00a0{to}\u00a0»\u00a0: {reason.Label().ToLowerInvariant()}"
            : $"De «\u00a0{from}\u00a0» à «\u00a0{to}\u00a0»",
        ApplicationEventKind.TakenBack => $"Déplacement annulé, retour à «\u00a0{to}\u00a0»",
        _ => happened.Kind.Label(),
    };
}
