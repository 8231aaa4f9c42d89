package fr.preau.shared;

import fr.preau.audit.NewAnswer;
import fr.preau.checklist.Control;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import fr.preau.kernel.Violation;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The answers to a theme for many, as they were typed; a control without one is left alone.
 *
 * @param fields what was sent of each control: {@code verdict.SAU-01}, {@code comment.SAU-01}, {@code seen.SAU-01}
 */
public record ThemeForm(String campaign, String owner, String set, Map<String, String> fields) {
    public ThemeForm {
        fields = Map.copyOf(fields);
    }

    static ThemeForm of(MultivaluedMap<String, String> sent) {
        Map<String, String> fields = sent.keySet().stream()
                .filter(name -> name.contains("."))
                .collect(Collectors.toMap(name -> name, name -> text(sent, name)));
        return new ThemeForm(text(sent, "campagne"), text(sent, "unite"), text(sent, "set"), fields);
    }

    /** A form in which nothing is answered. */
    static ThemeForm blank(Desk desk, String set) {
        return new ThemeForm(desk.campaign().id().toString(), desk.owner().id().toString(), set, Map.of());
    }

    CampaignId campaignId() {
        return CampaignId.fromString(campaign);
    }

    UnitId ownerId() {
        return UnitId.fromString(owner);
    }

    public String verdict(Control control) {
        return fields.getOrDefault("verdict." + control.code(), "");
    }

    public String comment(Control control) {
        return fields.getOrDefault("comment." + control.code(), "");
    }

    /** The digest of the preview that was looked at, empty before. */
    String seen(ControlCode control) {
        return fields.getOrDefault("seen." + control, "");
    }

    /**
     * What the form proposes, a proposal for each control that is answered.
     *
     * @throws Refusal invalid, at the fields that are to be corrected, or when nothing is answered
     */
    List<Proposal> proposals(List<Control> controls) {
        List<Proposal> proposals = new ArrayList<>();
        List<Violation> wrong = new ArrayList<>();
        SchoolSet schools = SchoolSet.parse(set, List.of());
        for (Control control : controls) {
            Arrays.stream(Verdict.values())
                    .filter(one -> one.name().equals(verdict(control)))
                    .findFirst()
                    .ifPresent(verdict -> {
                        try {
                            NewAnswer answer = new NewAnswer(verdict, comment(control));
                            proposals.add(new Proposal(campaignId(), ownerId(), control.code(), schools, answer));
                        } catch (Refusal refusal) {
                            Problem problem = refusal.problem();
                            wrong.add(new Violation("comment." + control.code(), problem.message()));
                        }
                    });
        }
        if (!wrong.isEmpty()) {
            throw new Refusal(new Problem.Invalid(wrong));
        }
        if (proposals.isEmpty()) {
            throw Refusal.invalid("", "shared.theme.none");
        }
        return proposals;
    }

    private static String text(MultivaluedMap<String, String> sent, String field) {
        return Objects.requireNonNullElse(sent.getFirst(field), "");
    }
}
