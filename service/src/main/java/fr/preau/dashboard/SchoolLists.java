package fr.preau.dashboard;

import fr.preau.access.Perimeter;
import fr.preau.access.Principal;
import fr.preau.audit.Audits;
import fr.preau.audit.FigureReading;
import fr.preau.database.Database;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Page;
import fr.preau.kernel.Paris;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lists behind the numbers: schools by name, only where the person sees them so. By their answers to a control they
 * are listed for agents and reviewers alone, who may read those answers; a reader of an académie sees figures and names.
 */
public final class SchoolLists {
    public static final int PAGE = 100;

    private final Database database;
    private final Audits audits;
    private final InstantSource clock;

    public SchoolLists(Database database, Audits audits, InstantSource clock) {
        this.database = database;
        this.audits = audits;
        this.clock = clock;
    }

    /**
     * A part of a list.
     *
     * @param vantage where the person stands, read apart: it sees figures
     * @param after last audit of the part before, null for the first
     * @throws Refusal not found, where the person sees no school by name
     */
    SchoolList page(Principal principal, Vantage vantage, SchoolFilter filter, @Nullable AuditId after) {
        if (!vantage.named()) {
            throw Refusal.notFound();
        }
        CampaignId campaign = vantage.opened().id();
        List<SchoolLine> rows = rows(principal, campaign, vantage.id(), filter, after, PAGE + 1);
        return new SchoolList(
                vantage,
                filter,
                Page.of(rows, PAGE, row -> row.id().toString()),
                rows.isEmpty() || filter.cut() == null ? null : database.call(principal, filter.cut()::label),
                narrower(principal, vantage));
    }

    /** The first schools of a unit. */
    List<SchoolLine> first(Principal principal, UnitId unit, UnitCampaign campaign, FigureReading reading) {
        return rows(principal, campaign.id(), unit, SchoolFilter.ALL.in(reading), null, PAGE + 1);
    }

    /** Every school of a unit, for a document. */
    List<SchoolLine> all(Principal principal, Vantage vantage) {
        return rows(principal, vantage.opened().id(), vantage.id(), SchoolFilter.ALL, null, Integer.MAX_VALUE);
    }

    private List<SchoolLine> rows(
            Principal principal,
            CampaignId campaign,
            UnitId unit,
            SchoolFilter filter,
            @Nullable AuditId after,
            int limit) {
        Perimeter named = filter.control() == null ? Audits.named(principal) : Vantage.answers(principal);
        LocalDate today = Paris.today(clock);
        return database.call(principal, tx -> {
            audits.recordList(tx, principal, "campaign/" + campaign);
            return tx.attach(SchoolSql.class)
                    .schools(campaign, Perimeter.of(List.of(unit)), named, today, filter, after, limit);
        });
    }

    /**
     * Whether figures of the unit may count schools that are not listed: those of a collectivity which lie beyond where the
     * person sees names, or have left it since the campaign has closed.
     */
    private boolean narrower(Principal principal, Vantage vantage) {
        Perimeter named = Audits.named(principal);
        boolean closed = vantage.opened().closesOn().isBefore(Paris.today(clock));
        return vantage.id().kind() == UnitId.Kind.COLLECTIVITY
                && (!named.covers(principal.perimeter(Vantage.READERS))
                        || (closed && !named.collectivities().isEmpty()));
    }
}
