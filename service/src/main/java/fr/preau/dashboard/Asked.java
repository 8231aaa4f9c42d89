package fr.preau.dashboard;

import fr.preau.audit.FigureReading;
import fr.preau.checklist.Party;
import fr.preau.checklist.SchoolType;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Stretch;
import fr.preau.kernel.UnitId;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The unit, the campaign and the filters of an address; what nobody knows filters nothing, so that an old link still
 * opens.
 */
public final class Asked {
    @PathParam("unit")
    @Nullable
    UnitId unit;

    @QueryParam("campagne")
    @Nullable
    CampaignId campaign;

    @QueryParam("type")
    @DefaultValue("")
    String type = "";

    @QueryParam("niveau")
    @DefaultValue("")
    String level = "";

    @QueryParam("theme")
    @DefaultValue("")
    String theme = "";

    @QueryParam("partie")
    @DefaultValue("")
    String party = "";

    @QueryParam("lecture")
    @DefaultValue("")
    String reading = "";

    /** What the lines are. */
    @QueryParam("par")
    @DefaultValue("")
    String split = "";

    /** Lines to compare. */
    @QueryParam("avec")
    List<String> with = List.of();

    /** First line of a long table. */
    @QueryParam("de")
    @DefaultValue("")
    String from = "";

    /** A view's own control, for its file. */
    @QueryParam("mesure")
    @DefaultValue("")
    String control = "";

    Narrowing narrowing() {
        return new Narrowing(
                one(SchoolType.values(), type),
                level.matches("[1-3]") ? Integer.valueOf(level) : null,
                theme.matches("[A-Z0-9]{2,8}") ? theme : null,
                one(Party.values(), party),
                reading.equals(FigureReading.REVIEWED.name()) ? FigureReading.REVIEWED : FigureReading.DECLARED);
    }

    /** With whole tables, as files have them. */
    Tables.Wish wish() {
        return new Tables.Wish(unit == null ? UnitId.NATION : unit, campaign, narrowing());
    }

    /** With as much of a long table as a page shows. */
    Tables.Wish page() {
        return new Tables.Wish(unit == null ? UnitId.NATION : unit, campaign, narrowing(), Stretch.of(from));
    }

    private static <E extends Enum<E>> @Nullable E one(E[] values, String name) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
