package fr.preau.workbook;

import fr.preau.access.Principal;
import fr.preau.checklist.Party;
import fr.preau.job.JobKind;
import fr.preau.job.Outcome;
import fr.preau.job.Progress;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Message;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.WorkbookId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * The job that writes the chosen lines of an import, as single saves would: over the version that was seen or not at all,
 * nothing in a submitted audit, each with its party and its trace. Its audits are locked from the first to the last line.
 */
public final class Application implements JobKind<Application.Parameters> {
    private static final int SCHOOLS = 50;

    private final Journal journal;
    private final Snapshots snapshots;
    private final InstantSource clock;

    public Application(Journal journal, Snapshots snapshots, InstantSource clock) {
        this.journal = journal;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /** @param workbook id of the import */
    public record Parameters(long workbook) {}

    @Override
    public String name() {
        return "workbook.import";
    }

    @Override
    public Class<Parameters> parameters() {
        return Parameters.class;
    }

    @Override
    public Outcome run(Handle tx, Principal by, Parameters parameters, Progress progress) {
        WorkbookId id = new WorkbookId(parameters.workbook());
        ImportSql sql = tx.attach(ImportSql.class);
        if (sql.hold(by.account(), id).isEmpty()) {
            throw Refusal.notFound();
        }
        CampaignId campaign = sql.readings(by.account(), id).get(0).campaign();
        List<Chosen> chosen = sql.chosen(by.account(), id);
        sql.lockAudits(
                chosen.stream().map(line -> line.audit().value()).distinct().toList());
        List<List<Chosen>> parts = parts(chosen);
        int written = 0;
        int done = 0;
        for (List<Chosen> part : parts) {
            progress.at(done, chosen.size());
            written += write(tx, by, id, campaign, part);
            done += part.size();
        }
        progress.at(done, chosen.size());
        sql.applied(by.account(), id, clock.instant());
        return Outcome.shownAt(
                "/classeurs/lectures/" + id, Message.of("workbook.applied", written, chosen.size() - written));
    }

    /** The lines of some schools at a time: they come in the order of their audits. */
    private static List<List<Chosen>> parts(List<Chosen> chosen) {
        Map<AuditId, List<Chosen>> schools = new LinkedHashMap<>();
        chosen.forEach(line ->
                schools.computeIfAbsent(line.audit(), key -> new ArrayList<>()).add(line));
        List<List<Chosen>> parts = new ArrayList<>();
        int school = 0;
        for (List<Chosen> lines : schools.values()) {
            if (school % SCHOOLS == 0) {
                parts.add(new ArrayList<>());
            }
            parts.get(parts.size() - 1).addAll(lines);
            school++;
        }
        return parts;
    }

    private int write(Handle tx, Principal by, WorkbookId id, CampaignId campaign, List<Chosen> part) {
        Map<String, SchoolRow> schools = snapshots
                .of(tx, by, campaign, part.stream().map(Chosen::uai).distinct().toList())
                .byUai();
        ImportSql sql = tx.attach(ImportSql.class);
        Map<Chosen, SchoolRow> written = new LinkedHashMap<>();
        List<String> outcomes = new ArrayList<>();
        for (Chosen line : part) {
            SchoolRow school = schools.get(line.uai());
            Chosen.Outcome outcome = line.outcome(school);
            outcomes.add(outcome.name());
            if (outcome == Chosen.Outcome.WRITTEN) {
                written.put(line, Objects.requireNonNull(school));
            }
        }
        sql.tell(id, part.stream().map(Chosen::number).toList(), outcomes);
        if (!written.isEmpty()) {
            write(sql, by, campaign, written);
            journal.recordAll(tx, by, traces(by, id, campaign, List.copyOf(written.keySet())));
        }
        return written.size();
    }

    private void write(ImportSql sql, Principal by, CampaignId campaign, Map<Chosen, SchoolRow> written) {
        List<Chosen> lines = List.copyOf(written.keySet());
        List<Long> audits = lines.stream().map(line -> line.audit().value()).toList();
        List<String> comments = new ArrayList<>();
        List<String> parties = new ArrayList<>();
        List<String> fallTo = new ArrayList<>();
        written.forEach((line, school) -> {
            comments.add(line.comment());
            parties.add(school.writesFor(line.control()).map(Party::name).orElseThrow());
            fallTo.add(Objects.requireNonNull(school.asked().get(line.control()))
                    .party()
                    .name());
        });
        sql.write(
                campaign,
                audits,
                lines.stream().map(line -> line.control().value()).toList(),
                lines.stream().map(line -> line.verdict().name()).toList(),
                comments,
                parties,
                by.account(),
                clock.instant());
        sql.addWriters(audits, fallTo, by.account());
        sql.start(audits);
    }

    /** One entry for each control and answer, with the audits that it was given to: each shows it in its own history. */
    private static List<Entry> traces(Principal by, WorkbookId id, CampaignId campaign, List<Chosen> lines) {
        Map<String, List<Chosen>> alike = new TreeMap<>();
        lines.forEach(line -> alike.computeIfAbsent(
                        line.control() + " " + line.verdict() + " " + line.comment(), key -> new ArrayList<>())
                .add(line));
        return alike.values().stream()
                .map(same -> Entry.of(by, "workbook.applied", "workbook/" + id)
                        .with(Map.of(
                                "campaign", campaign.value(),
                                "control", same.get(0).control().value(),
                                "verdict", same.get(0).verdict().name()))
                        .text(same.get(0).comment())
                        .touching(same.stream()
                                .map(line -> "audit/" + line.audit())
                                .toList()))
                .toList();
    }
}
