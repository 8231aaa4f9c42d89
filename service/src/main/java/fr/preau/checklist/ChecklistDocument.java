package fr.preau.checklist;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;

/**
 * A checklist file as it is written, member by member. {@link Checklist} is the one to ask questions of.
 *
 * @param version three numbers, such as {@code 1.0.0}
 * @param day of the text, not of its publication here
 * @param language of the texts, such as {@code fr}
 */
public record ChecklistDocument(
        @JsonProperty("identifiant") String identifier,
        @JsonProperty("version") String version,
        @JsonProperty("date") LocalDate day,
        @JsonProperty("langue") String language,
        @JsonProperty("titre") String title,
        @JsonProperty("description") String description,
        @JsonProperty("licence") String licence,
        @JsonProperty("avertissement") String warning,
        @JsonProperty("niveaux") List<LevelLabel> levels,
        @JsonProperty("poids") List<Step> weights,
        @JsonProperty("gains") List<Step> gains,
        @JsonProperty("efforts") List<Step> efforts,
        @JsonProperty("responsables") List<Term> parties,
        @JsonProperty("types_etablissement") List<Term> schoolTypes,
        @JsonProperty("types_preuve") List<Term> evidenceTypes,
        @JsonProperty("reponses") List<AnswerOption> answers,
        @JsonProperty("themes") List<Theme> themes,
        @JsonProperty("mesures") List<Control> controls) {

    public ChecklistDocument {
        levels = List.copyOf(levels);
        weights = List.copyOf(weights);
        gains = List.copyOf(gains);
        efforts = List.copyOf(efforts);
        parties = List.copyOf(parties);
        schoolTypes = List.copyOf(schoolTypes);
        evidenceTypes = List.copyOf(evidenceTypes);
        answers = List.copyOf(answers);
        themes = List.copyOf(themes);
        controls = List.copyOf(controls);
    }
}
