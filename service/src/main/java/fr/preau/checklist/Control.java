package fr.preau.checklist;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.preau.kernel.ControlCode;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One thing to verify (French page: <em>mesure</em>): its requirement, the question to ask, what shows it, the advice.
 *
 * <p>Level and responsible party depend on the type of school: ask {@link #level(SchoolType)} and {@link
 * #party(SchoolType)}, never the two defaults.
 *
 * @param help what shows it, then « Partiel si… »
 * @param schoolTypes types to which it applies, in the file's order
 * @param weight 1 to 3, as are gain and effort
 * @param evidenceTypes codes of the checklist's own list
 * @param periodMonths after how many months an answer is to be looked at again
 */
public record Control(
        @JsonProperty("ordre") int position,
        @JsonProperty("code") ControlCode code,
        @JsonProperty("theme") String theme,
        @JsonProperty("intitule") String title,
        @JsonProperty("exigence") String requirement,
        @JsonProperty("question") String question,
        @JsonProperty("aide") String help,
        @JsonProperty("conseil") String advice,
        @JsonProperty("responsable_defaut") Party defaultParty,
        @JsonProperty("responsable_par_type") Map<SchoolType, Party> partyByType,
        @JsonProperty("types_etablissement") List<SchoolType> schoolTypes,
        @JsonProperty("niveau") Level defaultLevel,
        @JsonProperty("niveau_par_type") Map<SchoolType, Level> levelByType,
        @JsonProperty("poids") int weight,
        @JsonProperty("gain") int gain,
        @JsonProperty("effort") int effort,
        @JsonProperty("types_preuve") List<String> evidenceTypes,
        @JsonProperty("piece_jointe") Attachment attachment,
        @JsonProperty("periodicite_mois") int periodMonths,
        @JsonProperty("references") References references) {

    private static final Pattern PARTIAL = Pattern.compile("(?<=\\. )Partiel s(?:i |['’]).*", Pattern.DOTALL);

    public Control {
        partyByType = Map.copyOf(partyByType);
        schoolTypes = List.copyOf(schoolTypes);
        levelByType = Map.copyOf(levelByType);
        evidenceTypes = List.copyOf(evidenceTypes);
    }

    public boolean appliesTo(SchoolType type) {
        return schoolTypes.contains(type);
    }

    /** The level for a type of school to which the control applies. */
    public Level level(SchoolType type) {
        return levelByType.getOrDefault(type, defaultLevel);
    }

    /** Who is responsible in a type of school to which the control applies. */
    public Party party(SchoolType type) {
        return partyByType.getOrDefault(type, defaultParty);
    }

    /** The part of the help that tells what shows it. */
    public String shownBy() {
        return PARTIAL.matcher(help).replaceFirst("").strip();
    }

    /** The part of the help that tells when it is « partiel », from the word « Partiel » on; empty when there is none. */
    public String partialWhen() {
        Matcher partial = PARTIAL.matcher(help);
        return partial.find() ? partial.group() : "";
    }
}
