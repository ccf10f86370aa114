using Dites32.Core.Applications;

namespace Dites32.Tests.Applications;

/// <summary>The words of a note that are worth a second look, and those of the trade that are not.</summary>
public sealed class NoteWordsTests
{
    [Theory]
    [InlineData("Elle est enceinte de quatre mois.", "Health: enceinte")]
    [InlineData("A eu de gros problèmes de santé l'an dernier, suivi d'un arrêt maladie.", "Health: problèmes de santé, arrêt maladie")]
    [InlineData("Reconnu travailleur handicapé (RQTH).", "Health: handicapé, RQTH")]
    [InlineData("Son mari est muté à Auch et ils ont trois enfants.", "Family: mari, enfants")]
    [InlineData("L’épouse cherche un poste, la famille viendrait en été.", "Family: épouse, famille")]
    [InlineData("Mariée, sans ENFANT", "Family: Mariée, ENFANT")]
    [InlineData("Candidat d'origine algérienne, avec un fort accent.", "Origin: d'origine, algérienne, fort accent")]
    [InlineData("De nationalité roumaine.", "Origin: nationalité, roumaine")]
    [InlineData("Porte le voile ; ramadan en mars.", "Religion: Porte le voile, ramadan")]
    [InlineData("Très militant, a quitté son syndicat.", "Opinion: militant, syndicat")]
    [InlineData("Âgée de 58 ans, un peu trop âgée pour nous.", "Age: Âgée de, trop âgée")]
    [InlineData("Vit avec un homme, homosexuel.", "PrivateLife: homosexuel")]
    [InlineData("Divorcé, dépressif.", "Family: Divorcé; Health: dépressif")]
    public void A_word_about_private_matters_is_found_as_it_was_typed(string note, string found) =>
        Assert.Equal(found, string.Join("; ", NoteWords.In(note).Select(f => $"{f.Topic}: {string.Join(", ", f.Words)}")));

    [Theory]
    [InlineData("Médecine de la santé publique, puis médecin de famille à Mirande.")]
    [InlineData("Intéressée par la maison de santé de Fleurance et le centre de santé d'Auch.")]
    [InlineData("Formation en santé de l'enfant et de l'adolescent, suivi de grossesse, planning familial.")]
    [InlineData("A travaillé dans l'enceinte de l'hôpital, service des maladies infectieuses.")]
    [InlineData("Expérience en gériatrie : personnes âgées, personnes handicapées, patients diabétiques.")]
    [InlineData("Dépistage du cancer colorectal et addictologie.")]
    [InlineData("Docteur Marie Lafitte, remplaçante à Condom, joue au tennis avec la présidente de la CPTS.")]
    [InlineData("Son diplôme étranger est en cours d'autorisation ; faculté d'origine : Toulouse.")]
    [InlineData("Stage à l'étranger de six mois, rattachement au syndicat mixte du Gers.")]
    [InlineData("La politique d'installation du Département l'intéresse, ainsi que la médecine du sport et la voile au lac.")]
    [InlineData("Âge moyen de la patientèle élevé ; le médecin actuel prend sa retraite en juin.")]
    [InlineData("Rappeler lundi. Disponible à partir du 1er septembre, véhicule personnel.")]
    [InlineData("Peut prendre en charge l'assurance maladie et la maison départementale des personnes handicapées.")]
    [InlineData("Consultations d'enfants le mercredi ; protection de l'enfance.")]
    [InlineData("")]
    public void Medicine_and_the_trade_raise_no_warning(string note) => Assert.Empty(NoteWords.In(note));

    [Fact]
    public void A_word_typed_with_separate_accents_is_the_same_word() => Assert.Single(NoteWords.In("Marie\u0301 depuis peu"));

    [Fact]
    public void Every_topic_has_its_words() =>
        Assert.All(Enum.GetValues<NoteTopic>(), topic => Assert.NotEmpty(NoteWords.In(NoteTopics.WordsOf(topic).Replace("*", "", StringComparison.Ordinal))));

    [Fact]
    public void A_note_of_the_longest_length_is_read_in_no_time() =>
        Assert.NotEmpty(NoteWords.In(string.Join(' ', Enumerable.Repeat("mari", ApplicationNote.MaxLength / 5))));
}
