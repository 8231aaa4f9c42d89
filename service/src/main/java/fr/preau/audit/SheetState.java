package fr.preau.audit;

import fr.preau.access.Perimeter;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What stands where many answers are to be saved, read under the locks of their audits. */
record SheetState(
        Map<AuditId, Audit> audits,
        Map<CellKey, Cell> cells,
        Map<CellKey, Provenance> provenances,
        Map<CellKey, LastAnswer> last) {

    /** Locks the audits within the perimeter and reads all that the saves meet there. */
    static SheetState locked(Handle tx, Perimeter p, List<CellSave> saves, LocalDate today) {
        ManySql sql = tx.attach(ManySql.class);
        List<Long> asked =
                saves.stream().map(save -> save.audit().value()).distinct().toList();
        List<String> controls =
                saves.stream().map(save -> save.control().value()).distinct().toList();
        List<Long> seen = sql.seen(asked, p, today);
        sql.lock(seen);
        Map<AuditId, Audit> audits = new HashMap<>();
        sql.audits(seen, p, today).forEach(audit -> audits.put(audit.id(), audit));
        List<Long> campaigns = audits.values().stream()
                .map(audit -> audit.campaign().value())
                .distinct()
                .toList();
        Map<CellKey, Cell> cells = new HashMap<>();
        sql.cells(campaigns, seen, controls)
                .forEach(one -> cells.put(new CellKey(one.audit(), one.cell().control()), one.cell()));
        Map<CellKey, Provenance> provenances = new HashMap<>();
        sql.provenances(campaigns, seen, controls)
                .forEach(one -> provenances.put(
                        new CellKey(one.audit(), one.provenance().control()), one.provenance()));
        return new SheetState(
                audits, cells, provenances, last(tx.attach(LastAnswerSql.class), p, saves, audits, today));
    }

    private static Map<CellKey, LastAnswer> last(
            LastAnswerSql sql, Perimeter p, List<CellSave> saves, Map<AuditId, Audit> audits, LocalDate today) {
        Map<CampaignId, List<Long>> wanted = new HashMap<>();
        saves.stream()
                .filter(CellSave::last)
                .map(save -> audits.get(save.audit()))
                .filter(Objects::nonNull)
                .distinct()
                .forEach(audit -> wanted.computeIfAbsent(audit.campaign(), key -> new ArrayList<>())
                        .add(audit.id().value()));
        Map<CellKey, LastAnswer> last = new HashMap<>();
        wanted.forEach((campaign, ids) -> sql.proposed(campaign, ids, null, p, today)
                .forEach(one -> last.put(new CellKey(one.audit(), one.control()), one)));
        return last;
    }

    /** The shared answer that an answer follows or departs from. */
    Optional<Provenance> provenance(CellKey key, Cell cell) {
        return Optional.ofNullable(provenances.get(key)).filter(from -> cell.answered());
    }
}
