package fr.preau.campaign;

import fr.preau.checklist.Level;
import fr.preau.checklist.SchoolType;
import fr.preau.kernel.Message;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import fr.preau.kernel.Violation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A campaign to prepare.
 *
 * @param unit who runs it: nation, académie, department, or a collectivity for its own schools
 * @param fourEyes whether two reviewers are needed to validate an audit
 * @param levels types of school that take part, with the highest level asked of each
 */
public record NewCampaign(
        String name,
        UnitId unit,
        LocalDate opensOn,
        LocalDate closesOn,
        boolean withPrivate,
        Map<SchoolType, Level> levels,
        boolean fourEyes) {
    private static final int NAME_LENGTH = 80;

    public NewCampaign {
        name = name.strip();
        levels = Map.copyOf(levels);
        List<Violation> violations = new ArrayList<>();
        if (name.isEmpty() || name.length() > NAME_LENGTH || name.chars().anyMatch(Character::isISOControl)) {
            violations.add(new Violation("name", Message.of("campaign.name.form", NAME_LENGTH)));
        }
        if (closesOn.isBefore(opensOn)) {
            violations.add(new Violation("closesOn", Message.of("campaign.days.order", opensOn)));
        }
        if (levels.isEmpty()) {
            violations.add(new Violation("levels", Message.of("campaign.levels.none")));
        }
        if (unit.kind() == UnitId.Kind.SCHOOL || unit.kind() == UnitId.Kind.REGION) {
            violations.add(new Violation("unit", Message.of("campaign.unit.kind")));
        }
        if (!violations.isEmpty()) {
            throw new Refusal(new Problem.Invalid(violations));
        }
    }

    /** A campaign whose audits one reviewer validates. */
    public NewCampaign(
            String name,
            UnitId unit,
            LocalDate opensOn,
            LocalDate closesOn,
            boolean withPrivate,
            Map<SchoolType, Level> levels) {
        this(name, unit, opensOn, closesOn, withPrivate, levels, false);
    }

    /** What a campaign asks unless one chooses otherwise: the base of écoles and CIO, base and standard of the others. */
    public static Map<SchoolType, Level> defaultLevels() {
        Map<SchoolType, Level> levels = new EnumMap<>(SchoolType.class);
        for (SchoolType type : SchoolType.values()) {
            boolean light = type == SchoolType.ECOLE || type == SchoolType.CIO;
            levels.put(type, light ? Level.SOCLE : Level.STANDARD);
        }
        return levels;
    }
}
