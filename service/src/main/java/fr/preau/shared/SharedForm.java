package fr.preau.shared;

import fr.preau.audit.NewAnswer;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * An answer for many as it was typed: shown again as it is when something is to be corrected.
 *
 * @param set written form of the set, see {@link SchoolSet#code}
 * @param schools UAIs that are ticked, for a list
 * @param ticked fates to overwrite
 * @param seen digest of the preview that the person looks at, empty before
 */
public record SharedForm(
        String campaign,
        String owner,
        String set,
        List<String> schools,
        String verdict,
        String comment,
        Set<Fate> ticked,
        String seen) {

    public SharedForm {
        schools = List.copyOf(schools);
        ticked = Set.copyOf(ticked);
    }

    static SharedForm of(MultivaluedMap<String, String> sent) {
        Set<Fate> ticked = EnumSet.noneOf(Fate.class);
        List<String> also = sent.getOrDefault("also", List.of());
        Arrays.stream(Fate.values())
                .filter(fate -> fate.optional() && also.contains(fate.name()))
                .forEach(ticked::add);
        return new SharedForm(
                text(sent, "campagne"),
                text(sent, "unite"),
                text(sent, "set"),
                sent.getOrDefault("uai", List.of()),
                text(sent, "verdict"),
                text(sent, "comment"),
                ticked,
                text(sent, "seen"));
    }

    /** A form that holds nothing yet but its set, by its written form: a list is to be ticked anew. */
    static SharedForm blank(Desk desk, String set) {
        return of(desk, set, List.of(), "", "");
    }

    /** A form that holds a shared answer to change. */
    static SharedForm of(Desk desk, SchoolSet set, String verdict, String comment) {
        return of(desk, set.code(), set.schools(), verdict, comment);
    }

    private static SharedForm of(Desk desk, String set, List<String> schools, String verdict, String comment) {
        return new SharedForm(
                desk.campaign().id().toString(),
                desk.owner().id().toString(),
                set,
                schools,
                verdict,
                comment,
                Set.of(),
                "");
    }

    CampaignId campaignId() {
        return CampaignId.fromString(campaign);
    }

    UnitId ownerId() {
        return UnitId.fromString(owner);
    }

    /**
     * What the form proposes.
     *
     * @throws Refusal invalid, at the field that is to be corrected
     */
    Proposal proposal(ControlCode control) {
        Verdict chosen = Arrays.stream(Verdict.values())
                .filter(one -> one.name().equals(verdict))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("verdict", "audit.verdict.none"));
        return new Proposal(
                campaignId(), ownerId(), control, SchoolSet.parse(set, schools), new NewAnswer(chosen, comment));
    }

    private static String text(MultivaluedMap<String, String> sent, String field) {
        return Objects.requireNonNullElse(sent.getFirst(field), "");
    }
}
