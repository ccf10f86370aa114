using System.Security.Cryptography;
using System.Text;
using Dites32.Core.Data;
using Dites32.Core.Shared;

namespace Dites32.Core.Internships;

public enum AssignmentLineOutcome { Refused, Created, Changed, Unchanged }

/// <summary>What becomes of one line of the file.</summary>
/// <param name="Number">Of the line in the file, from 1, its titles counted.</param>
/// <param name="Reasons">Why it is refused, or what changes.</param>
public sealed record AssignmentLine(
    int Number, string Name, AssignmentLineOutcome Intern, string Placement, AssignmentLineOutcome Assignment, IReadOnlyList<string> Reasons);

/// <summary>What taking a line in means.</summary>
/// <param name="AssignmentId">Null where the assignment stays as it is.</param>
/// <param name="Old">The assignment that moves; null for a new one.</param>
/// <param name="OldProfile">Null where the person stays as they are.</param>
internal sealed record AssignmentStep(
    Intern Intern, bool InternIsNew, InternProfile? OldProfile, InternProfile NewProfile, Guid? AssignmentId, Assignment? Old, Guid PlacementId, int? Seat, TrainingSlot Slot);

/// <summary>
/// What a file does to a semester as it is now. An intern is known by their address, a placement by its name. An empty cell
/// changes nothing, so that the same file sent again changes nothing either. A place that one line leaves is free for another.
/// </summary>
internal sealed class AssignmentPlan(AppDbContext db, TimeProvider clock)
{
    private readonly List<AssignmentStep> steps = [];
    private List<AssignmentLine> lines = [];
    private AssignmentGround ground = null!;

    public IReadOnlyList<AssignmentLine> Lines => lines;

    public IReadOnlyList<AssignmentStep> Steps => steps;

    public AssignmentCounts Counts => new(
        Count(l => l.Intern == AssignmentLineOutcome.Created), Count(l => l.Intern == AssignmentLineOutcome.Changed),
        Count(l => l.Assignment == AssignmentLineOutcome.Created), Count(l => l.Assignment == AssignmentLineOutcome.Changed),
        Count(l => l is { Assignment: AssignmentLineOutcome.Unchanged, Intern: AssignmentLineOutcome.Unchanged }), Count(l => l.Assignment == AssignmentLineOutcome.Refused));

    /// <summary>The same for the same plan: whoever imports has seen this one.</summary>
    public string Digest => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', lines.Select(l => $"{l.Number}|{l.Name}|{l.Intern}|{l.Placement}|{l.Assignment}|{string.Join('|', l.Reasons)}")))));

    public async Task MakeAsync(AssignmentFile file, Semester semester, CancellationToken cancellationToken)
    {
        ground = await AssignmentGround.ReadAsync(db, semester, cancellationToken);
        var (taken, waiting) = (new Dictionary<int, AssignmentLine>(), new List<AssignmentRequest>());
        var seen = new HashSet<string>();
        foreach (var line in file.Lines)
        {
            var (request, reasons) = seen.Contains(EmailAddress.Normalise(line.Email))
                ? (null, ["Cet interne est déjà plus haut dans le fichier."])
                : AssignmentRequest.Read(line, ground);
            if (request is null)
            {
                taken[line.Number] = Refused(line, reasons);
            }
            else
            {
                seen.Add(request.Profile.Email);
                waiting.Add(request);
            }
        }

        // Lines that find their placement full wait for those that leave it.
        for (var went = true; went && waiting.Count > 0;)
        {
            went = false;
            foreach (var request in waiting.ToList())
            {
                if (Take(request) is { } line)
                {
                    taken[request.Line.Number] = line;
                    waiting.Remove(request);
                    went = true;
                }
            }
        }

        foreach (var request in waiting)
        {
            taken[request.Line.Number] = Refused(request.Line, [$"{request.Placement.Name}\u00a0: {AssignmentErrors.Full.Message}"]);
        }

        lines = [.. file.Lines.Select(l => taken[l.Number])];
    }

    /// <summary>Null while its placement is full.</summary>
    private AssignmentLine? Take(AssignmentRequest request)
    {
        var old = request.Known is null ? null : ground.AssignmentOf(request.Known.Id);
        var isThere = old is not null && old.PlacementId == request.Placement.Id && old.Slot == request.Slot && old.Seat is null == request.IsInExcess;
        var keepsSeat = old is { Seat: not null } && old.PlacementId == request.Placement.Id && !request.IsInExcess;
        var seat = request.IsInExcess ? null : keepsSeat ? old!.Seat : ground.FreeSeat(request.Placement);
        if (seat is null && !request.IsInExcess && !isThere)
        {
            return null;
        }

        var reasons = new List<string>();
        var before = request.Known?.Profile();
        var changes = before is not null && before != request.Profile;
        if (changes)
        {
            reasons.AddRange(Differences(before!, request.Profile));
        }

        var intern = request.Known ?? Intern.Of(Guid.CreateVersion7(clock.GetUtcNow()), request.Profile, clock.GetUtcNow());
        if (old is not null && !isThere)
        {
            reasons.Add(old.PlacementId == request.Placement.Id ? "créneau" : $"était à {ground.NameOf(old.PlacementId!.Value)}");
        }

        if (!isThere)
        {
            ground.Move(old, request.Placement, seat);
        }

        if (!isThere || changes)
        {
            steps.Add(new AssignmentStep(
                intern, before is null, changes ? before : null, request.Profile, isThere ? null : old?.Id ?? Guid.CreateVersion7(clock.GetUtcNow()), isThere ? null : old,
                request.Placement.Id, seat, request.Slot));
        }

        return new AssignmentLine(
            request.Line.Number, request.Profile.Name,
            before is null ? AssignmentLineOutcome.Created : changes ? AssignmentLineOutcome.Changed : AssignmentLineOutcome.Unchanged,
            $"{request.Placement.Name}, {request.Slot.Label()}",
            isThere ? AssignmentLineOutcome.Unchanged : old is null ? AssignmentLineOutcome.Created : AssignmentLineOutcome.Changed, reasons);
    }

    private static AssignmentLine Refused(AssignmentFileLine line, IReadOnlyList<string> reasons) =>
        new(line.Number, line.Name, AssignmentLineOutcome.Refused, line.Placement, AssignmentLineOutcome.Refused, reasons);

    private static IEnumerable<string> Differences(InternProfile before, InternProfile after) => new[]
    {
        (before.Name != after.Name, "nom"), (before.Phone != after.Phone, "téléphone"), (before.FacultyId != after.FacultyId, "faculté"),
        (before.ResidencyCode != after.ResidencyCode, "maquette"), (before.EnteredOn != after.EnteredOn, "entrée"),
    }.Where(d => d.Item1).Select(d => d.Item2);

    private int Count(Func<AssignmentLine, bool> which) => lines.Count(which);
}
