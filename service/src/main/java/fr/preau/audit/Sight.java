package fr.preau.audit;

import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.checklist.Party;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a person sees of an audit that lies in their units: the rules' § 5 as a value.
 *
 * @param live parties whose controls are seen as they are answered now
 * @param version whether the rest is seen as it was last submitted
 * @param figures whether conformity is seen; progress always is
 */
public record Sight(Set<Party> live, Version version, boolean figures) {
    /** Which answers one sees of the parties that one doesn't see live. */
    public enum Version {
        /** None: state and progress only. */
        NONE,
        /** The answers as they stand, because they are submitted. */
        SUBMITTED,
        /** The answers as they were last submitted, because the audit was sent back since. */
        LAST_SUBMITTED
    }

    public Sight {
        live = Set.copyOf(live);
    }

    /** What the person sees; somebody with none of these roles on the audit's units never gets here. */
    public static Sight of(Principal principal, Audit audit, LocalDate today) {
        Set<Party> live = EnumSet.noneOf(Party.class);
        boolean judges = false;
        for (var place : audit.placements(today)) {
            judges |= principal.reaches(place, Role.REVIEWER);
            if (principal.reaches(place, Role.ESTABLISHMENT)) {
                live.addAll(EnumSet.allOf(Party.class));
            }
        }
        for (Party party : Party.values()) {
            Answering.writesFor(principal, audit, party, today).ifPresent(as -> {
                if (as == Party.COLLECTIVITE) {
                    live.addAll(EnumSet.allOf(Party.class));
                }
                live.add(party);
            });
        }
        Version version = judges || !live.isEmpty() ? versionOf(audit) : Version.NONE;
        boolean all = live.size() == Party.values().length;
        boolean reads = audit.placements(today).stream().anyMatch(place -> principal.reaches(place, Role.READER));
        boolean renderedFigures = audit.state().rendered() && (judges || reads || !live.isEmpty());
        return new Sight(live, version, all || renderedFigures);
    }

    private static Version versionOf(Audit audit) {
        if (audit.state().rendered()) {
            return Version.SUBMITTED;
        }
        return audit.state() == AuditState.SENT_BACK ? Version.LAST_SUBMITTED : Version.NONE;
    }

    /** Whether an answer to a control of the party may be shown, in whichever version. */
    public boolean answers(Party party) {
        return live.contains(party) || version != Version.NONE;
    }

    /** Whether the party's answers are shown as they stand now rather than as last submitted. */
    public boolean current(Party party) {
        return live.contains(party) || version == Version.SUBMITTED;
    }

    /** Whether the pieces that one sees of a party's answers are those that were submitted with them. */
    public boolean seesSubmitted(Audit audit, Party party) {
        return audit.state().rendered() || !current(party);
    }

    /** Whether every answer is seen as it stands. */
    public boolean seesAll() {
        return Arrays.stream(Party.values()).allMatch(this::current);
    }

    /** Whether nothing but state and progress is seen. */
    public boolean progressOnly() {
        return live.isEmpty() && version == Version.NONE;
    }
}
