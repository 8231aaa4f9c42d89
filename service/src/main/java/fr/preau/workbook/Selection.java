package fr.preau.workbook;

import fr.preau.audit.AuditState;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.LabelId;
import fr.preau.kernel.Refusal;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which of a person's audits of a campaign; each part left empty leaves out nothing. Kept as plain values, so that a job
 * can be told it.
 *
 * @param type code of a type of school
 * @param commune INSEE code
 * @param label id of one of the person's labels
 * @param state one state, or {@code OPEN} for those that take answers
 * @param theme code of the only theme that the workbook holds
 */
public record Selection(long campaign, String type, String commune, String label, String state, String theme) {
    // Jobs that were asked for before there was a theme name none.
    public Selection {
        theme = theme == null ? "" : theme;
    }

    /** State of the selection that holds all audits that take answers. */
    public static final String OPEN = "OPEN";

    public static Selection all(CampaignId campaign) {
        return new Selection(campaign.value(), "", "", "", "", "");
    }

    static Selection of(CampaignId campaign, MultivaluedMap<String, String> sent) {
        return new Selection(
                campaign.value(),
                text(sent, "type"),
                text(sent, "commune"),
                text(sent, "etiquette"),
                text(sent, "etat"),
                text(sent, "theme"));
    }

    public CampaignId campaignId() {
        return new CampaignId(campaign);
    }

    /** Null for all; another's label holds no school. */
    public @Nullable Long labelId() {
        return label.isEmpty() ? null : LabelId.fromString(label).value();
    }

    /** The states, removed audits never among them. */
    public List<String> states() {
        Stream<AuditState> all = Arrays.stream(AuditState.values()).filter(one -> one != AuditState.REMOVED);
        List<String> kept = all.filter(
                        one -> state.isEmpty() || one.name().equals(state) || (state.equals(OPEN) && one.open()))
                .map(AuditState::name)
                .collect(Collectors.toList());
        if (kept.isEmpty()) {
            throw Refusal.notFound();
        }
        return kept;
    }

    /** As an address carries it. */
    public String query() {
        return "?campagne=" + campaign + "&type=" + type + "&commune=" + commune + "&etiquette=" + label + "&etat="
                + state + "&theme=" + theme;
    }

    private static String text(MultivaluedMap<String, String> sent, String field) {
        String text = Objects.requireNonNullElse(sent.getFirst(field), "");
        return text.matches("[A-Z0-9_]{0,20}") ? text : "";
    }
}
