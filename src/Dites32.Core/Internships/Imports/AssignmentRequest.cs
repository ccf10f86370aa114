using Dites32.Core.Shared;

namespace Dites32.Core.Internships;

/// <summary>What a line of the file asks for, read and found right but for the places.</summary>
/// <param name="Known">The intern with this address; null for a new one.</param>
internal sealed record AssignmentRequest(
    AssignmentFileLine Line, Intern? Known, InternProfile Profile, Placement Placement, TrainingSlot Slot, bool IsInExcess)
{
    private static readonly DateOnly First = new(1990, 1, 1), Last = new(2099, 12, 31);

    public static (AssignmentRequest? Request, IReadOnlyList<string> Reasons) Read(AssignmentFileLine line, AssignmentGround ground)
    {
        var reasons = new List<string>();
        void Require(bool condition, string reason)
        {
            if (!condition)
            {
                reasons.Add(reason);
            }
        }

        Require(!line.IsTooLong, "Plus de cellules que de colonnes\u00a0: un séparateur est de trop, ou un guillemet manque.");
        Require(line.Name.Length is > 0 and <= Intern.MaxNameLength, $"nom\u00a0: de 1 à {Intern.MaxNameLength}\u00a0caractères.");
        var email = EmailAddress.Normalise(line.Email);
        Require(EmailAddress.IsPlausible(email), "courriel\u00a0: écrivez une adresse électronique complète.");
        var known = ground.Interns.GetValueOrDefault(email);
        var phone = line.Phone.Length == 0 ? known?.Phone : Take(PhoneNumber.Read(line.Phone), "téléphone");
        var faculty = line.Faculty.Length == 0 ? known?.FacultyId : ground.Faculties.GetValueOrDefault(PlainText.Words(line.Faculty))?.Id;
        Require(line.Faculty.Length == 0 || faculty is not null, $"faculté\u00a0: «\u00a0{line.Faculty}\u00a0» n'est pas dans les références.");
        var entered = line.EnteredOn.Length == 0 ? known?.EnteredOn : Take(TypedDay.Read(line.EnteredOn, First, Last), "entrée");
        Require(entered is not null || line.EnteredOn.Length > 0, "entrée\u00a0: écrivez le jour d'entrée dans l'internat de cette personne, qui n'est pas encore connue.");
        var residency = ResidencyOf(line, known, entered, ground);
        Require(residency is not null || entered is null, line.Residency.Length == 0 ? "maquette\u00a0: écrivez-la, ou la spécialité." : $"maquette\u00a0: aucune ne répond à «\u00a0{line.Residency}\u00a0» pour cette entrée.");
        var placement = ground.Placements.GetValueOrDefault(PlainText.Words(line.Placement));
        Require(placement is not null, $"terrain\u00a0: «\u00a0{line.Placement}\u00a0» n'existe pas.");
        Require(placement is not { ClosedAt: not null }, $"terrain\u00a0: {AssignmentErrors.Closed.Message}");
        var slot = TrainingSlots.All.Where(s => PlainText.Words(s.Code()) == PlainText.Words(line.Slot) || PlainText.Words(s.Label()) == PlainText.Words(line.Slot))
            .Select(s => (TrainingSlot?)s).FirstOrDefault();
        Require(slot is not null, $"créneau\u00a0: écrivez l'un de ceux-ci\u00a0: {string.Join(", ", TrainingSlots.All.Select(s => s.Code()))}.");
        Require(slot is null || placement is null || placement.Slots.Contains(slot.Value.ToString()), $"créneau\u00a0: {placement?.Name} n'offre pas {slot?.Code()}.");
        Require(slot is null || residency is null || residency.Curriculum().Offered.Contains(slot.Value), $"créneau\u00a0: la maquette de cette personne n'a pas {slot?.Code()}.");
        var excess = PlainText.Words(line.InExcess);
        Require(excess is "" or "oui" or "non", "surnombre\u00a0: écrivez oui, non, ou rien.");
        if (known is not null)
        {
            RequireMovable(ground.AllOf(known.Id), placement, slot, reasons);
        }

        return reasons.Count > 0
            ? (null, reasons)
            : (new AssignmentRequest(line, known, new InternProfile(line.Name, email, phone, faculty, residency!.Code, entered!.Value), placement!, slot!.Value, excess == "oui"), []);

        T? Take<T>(Result<T> read, string column)
        {
            if (read.Error is null)
            {
                return read.Value;
            }

            reasons.Add($"{column}\u00a0: {read.Error.Message}");
            return default;
        }
    }

    /// <summary>By its code, or by the specialty and the day of entry.</summary>
    private static Residency? ResidencyOf(AssignmentFileLine line, Intern? known, DateOnly? entered, AssignmentGround ground)
    {
        if (entered is not { } day)
        {
            return null;
        }

        var words = PlainText.Words(line.Residency);
        var matching = ground.Residencies
            .Where(r => words.Length == 0 ? r.Residency.Code == known?.ResidencyCode : PlainText.Words(r.Residency.Code) == words || r.Specialty == words)
            .Where(r => r.Residency.Admits(day)).Select(r => r.Residency).ToList();
        return matching.Count == 1 ? matching[0] : null;
    }

    private static void RequireMovable(IReadOnlyList<Assignment> there, Placement? placement, TrainingSlot? slot, List<string> reasons)
    {
        if (there.Count > 1 || there.Any(a => a.Kind != AssignmentKind.Placement))
        {
            reasons.Add($"Cet interne est déjà occupé ce semestre\u00a0({there[0].Kind.Label()})\u00a0: corrigez sa fiche à la main.");
        }
        else if (there is [{ Outcome: not AssignmentOutcome.Awaited } over] && (over.PlacementId != placement?.Id || over.Slot != slot))
        {
            reasons.Add("Son semestre a été conclu ailleurs\u00a0: il ne se déplace plus.");
        }
    }
}
