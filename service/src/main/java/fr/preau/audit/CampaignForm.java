package fr.preau.audit;

import fr.preau.campaign.NewCampaign;
import fr.preau.checklist.Level;
import fr.preau.checklist.SchoolType;
import fr.preau.kernel.Message;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import fr.preau.kernel.Violation;
import fr.preau.territory.Unit;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A campaign to prepare, as it was typed: shown again as it is when something is to be corrected.
 *
 * @param levels number of the highest level asked of each type of school, {@code "0"} for a type that stays out
 */
public record CampaignForm(
        String name,
        String unit,
        String opensOn,
        String closesOn,
        boolean withPrivate,
        boolean fourEyes,
        Map<SchoolType, String> levels) {

    public CampaignForm {
        levels = Map.copyOf(levels);
    }

    /** A form nobody has filled in yet, with the levels that one asks most often. */
    static CampaignForm blank() {
        Map<SchoolType, String> levels = new EnumMap<>(SchoolType.class);
        NewCampaign.defaultLevels().forEach((type, level) -> levels.put(type, Integer.toString(level.number())));
        return new CampaignForm("", "", "", "", false, false, levels);
    }

    static CampaignForm of(MultivaluedMap<String, String> sent) {
        Map<SchoolType, String> levels = new EnumMap<>(SchoolType.class);
        for (SchoolType type : SchoolType.values()) {
            levels.put(type, text(sent, "level." + type.name()));
        }
        return new CampaignForm(
                text(sent, "name"),
                text(sent, "unit"),
                text(sent, "opensOn"),
                text(sent, "closesOn"),
                sent.containsKey("withPrivate"),
                sent.containsKey("fourEyes"),
                levels);
    }

    /** Highest level asked of the type, as the form holds it. */
    public String level(SchoolType type) {
        return levels.getOrDefault(type, "0");
    }

    /**
     * The campaign that the form describes.
     *
     * @param units those for which the person may prepare one
     * @throws Refusal invalid, with everything that is to be corrected at its field
     */
    NewCampaign campaign(List<Unit> units) {
        List<Violation> violations = new ArrayList<>();
        LocalDate opens = day("opensOn", opensOn, violations);
        LocalDate closes = day("closesOn", closesOn, violations);
        Optional<UnitId> owner = units.stream()
                .map(Unit::id)
                .filter(id -> id.toString().equals(unit))
                .findFirst();
        if (owner.isEmpty()) {
            violations.add(new Violation("unit", Message.of("campaign.unit.kind")));
        }
        if (!violations.isEmpty()) {
            throw new Refusal(new Problem.Invalid(violations));
        }
        return new NewCampaign(
                name,
                owner.orElseThrow(),
                Objects.requireNonNull(opens),
                Objects.requireNonNull(closes),
                withPrivate,
                asked(),
                fourEyes);
    }

    private Map<SchoolType, Level> asked() {
        Map<SchoolType, Level> asked = new EnumMap<>(SchoolType.class);
        for (Level level : Level.values()) {
            levels.forEach((type, number) -> {
                if (number.equals(Integer.toString(level.number()))) {
                    asked.put(type, level);
                }
            });
        }
        return asked;
    }

    private static @Nullable LocalDate day(String field, String text, List<Violation> violations) {
        try {
            LocalDate day = LocalDate.parse(text.strip());
            if (day.getYear() >= 2000 && day.getYear() <= 2100) {
                return day;
            }
        } catch (DateTimeParseException unreadable) {
            // told below, like a day out of reach
        }
        violations.add(new Violation(field, Message.of("campaign." + field + ".form")));
        return null;
    }

    private static String text(MultivaluedMap<String, String> sent, String field) {
        return Objects.requireNonNullElse(sent.getFirst(field), "");
    }
}
