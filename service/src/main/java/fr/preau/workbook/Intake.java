package fr.preau.workbook;

import fr.preau.access.Principal;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.WorkbookId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Takes the rows of a workbook in, some schools at a time: of the whole, neither the file nor the answers are ever held. */
final class Intake implements BookReader.Rows {
    private static final int SCHOOLS = 50;

    private final Handle tx;
    private final Principal by;
    private final Snapshots snapshots;
    private final WorkbookId id;
    private final Seen seen;
    private final Comparison comparison;
    private final Sheets sheets;
    private final List<Filled> waiting = new ArrayList<>();
    private final List<NewLine> lines = new ArrayList<>();
    private int number;

    Intake(Handle tx, Principal by, Snapshots snapshots, WorkbookId id, Seen seen) {
        this.tx = tx;
        this.by = by;
        this.snapshots = snapshots;
        this.id = id;
        this.seen = seen;
        comparison = new Comparison(seen, lines::add);
        sheets = new Sheets(seen.campaign(), this::take, lines::add);
    }

    @Override
    public void row(String tab, List<String> cells) {
        sheets.row(tab, cells);
    }

    private void take(Filled filled) {
        waiting.add(filled);
        if (waiting.size() == SCHOOLS) {
            settle();
        }
    }

    private void settle() {
        List<String> schools = waiting.stream().map(Filled::uai).distinct().toList();
        Map<String, SchoolRow> rows =
                snapshots.of(tx, by, new CampaignId(seen.campaign()), schools).byUai();
        waiting.forEach(filled -> comparison.row(filled, rows.get(filled.uai())));
        waiting.clear();
        List<Map<String, ?>> numbered = new ArrayList<>();
        for (NewLine line : lines) {
            number++;
            numbered.add(line.numbered(number));
        }
        tx.attach(ImportSql.class).insertLines(id, numbered);
        lines.clear();
    }

    /** Takes what is left, and keeps the counts. */
    void end() {
        settle();
        tx.attach(ImportSql.class).count(by.account(), id, comparison.same(), comparison.moved());
    }
}
