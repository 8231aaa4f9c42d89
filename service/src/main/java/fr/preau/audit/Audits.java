package fr.preau.audit;

import fr.preau.access.Accounts;
import fr.preau.access.Grant;
import fr.preau.access.Perimeter;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.checklist.Checklist;
import fr.preau.checklist.Checklists;
import fr.preau.checklist.Control;
import fr.preau.checklist.Theme;
import fr.preau.database.Database;
import fr.preau.journal.Journal;
import fr.preau.journal.Trace;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Page;
import fr.preau.kernel.Paris;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import fr.preau.territory.Territory;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Reads audits as a person may see them. What lies outside their units is not found, by the same query that reads what
 * lies inside.
 */
public final class Audits {
    public static final int PAGE = 50;
    /** Most audits that a search shows. */
    public static final int FOUND = 30;

    private static final int SAID = 100;

    private final Database database;
    private final Journal journal;
    private final Checklists checklists;
    private final InstantSource clock;
    private final Readings readings;

    public Audits(Database database, Journal journal, Checklists checklists, InstantSource clock) {
        this.database = database;
        this.journal = journal;
        this.checklists = checklists;
        this.clock = clock;
        readings = new Readings(journal);
    }

    /**
     * The units within which a person sees schools by name: all of theirs, but for a reader those within one académie
     * or collectivity only.
     */
    public static Perimeter named(Principal principal) {
        Stream<UnitId> whole = principal.held(Role.AGENT, Role.ESTABLISHMENT, Role.REVIEWER).stream()
                .map(Grant::unit);
        Stream<UnitId> read = principal.held(Role.READER).stream()
                .map(Grant::unit)
                .filter(unit -> unit.kind() != UnitId.Kind.NATION && unit.kind() != UnitId.Kind.REGION);
        return Perimeter.of(Stream.concat(whole, read).collect(Collectors.toSet()));
    }

    /** The campaigns of which the person sees a figure or that they run, newest first. */
    public List<CampaignLine> campaigns(Principal principal) {
        List<String> run = principal.held(Role.ADMINISTRATOR, Role.EDITOR).stream()
                .map(grant -> grant.unit().toString())
                .toList();
        return database.figures(
                principal,
                tx -> tx.attach(AuditListSql.class)
                        .campaigns(principal.perimeter(Role.values()), Paris.today(clock), run));
    }

    /**
     * A page of a campaign's audits.
     *
     * @param campaign null for the newest that the person sees
     * @param after last audit of the previous page, null for the first
     * @return empty when no campaign is named and the person sees none
     */
    public Optional<AuditList> list(
            Principal principal, @Nullable CampaignId campaign, AuditFilter filter, @Nullable AuditId after) {
        LocalDate today = Paris.today(clock);
        List<CampaignLine> seen = campaigns(principal);
        Optional<CampaignLine> chosen = seen.stream()
                .filter(one ->
                        campaign == null ? one.openedAt() != null : one.id().equals(campaign))
                .findFirst();
        if (chosen.isEmpty() && campaign == null) {
            return Optional.empty();
        }
        CampaignLine line = chosen.orElseThrow(Refusal::notFound);
        return database.call(principal, tx -> {
            readings.ofList(tx, principal, "campaign/" + line.id());
            AuditListSql sql = tx.attach(AuditListSql.class);
            Perimeter named = named(principal);
            List<AuditLine> rows = sql.listed(line.id(), named, today, filter, after, PAGE + 1).stream()
                    .map(row -> row.seenBy(principal))
                    .toList();
            Page<AuditLine> page = Page.of(rows, PAGE, row -> row.id().toString());
            return Optional.of(new AuditList(
                    line,
                    seen,
                    filter,
                    rows.isEmpty() || filter.unit() == null
                            ? null
                            : Territory.unit(tx, filter.unit()).orElse(null),
                    rows.isEmpty() || filter.cut() == null ? null : filter.cut().label(tx),
                    sql.countByState(line.id(), named, today, filter, filter.within()),
                    page,
                    principal.has(Role.AGENT),
                    today));
        });
    }

    /** Audits whose school's name, commune and UAI hold all the words, at most {@value #FOUND}. */
    public List<AuditLine> search(Principal principal, String text) {
        List<String> words = AuditFilter.patterns(text);
        if (words.isEmpty()) {
            return List.of();
        }
        return database.call(principal, tx -> {
            readings.ofList(tx, principal, "account/" + principal.account());
            return tx.attach(AuditListSql.class).search(named(principal), Paris.today(clock), words, FOUND);
        });
    }

    /** Records that a list was read that names schools of everywhere, in the reader's transaction. */
    public void recordList(Handle tx, Principal principal, String object) {
        readings.ofList(tx, principal, object);
    }

    /** The audit as the person sees it. */
    public AuditView view(Principal principal, AuditId id) {
        return database.call(principal, tx -> view(tx, principal, id));
    }

    /** As {@link #view(Principal, AuditId)}, in the caller's transaction. */
    public AuditView view(Handle tx, Principal principal, AuditId id) {
        LocalDate today = Paris.today(clock);
        AuditSql sql = tx.attach(AuditSql.class);
        Audit audit = find(tx, principal, id);
        Sight sight = Sight.of(principal, audit, today);
        List<Cell> now = sql.cells(id, audit.campaign());
        List<Reason> reasons = sight.progressOnly() ? List.of() : sql.reasons(id);
        Checklist checklist = checklists.get(audit.checklist());
        return new AuditView(
                audit,
                sight,
                seen(sql, audit, sight, now),
                themes(checklist, now, reasons),
                slices(sql, audit, sight),
                reasons,
                Reviewed.of(tx, principal, audit, sight, today),
                sql.pieceCounts(id, audit.campaign()),
                checklist.controls().stream().collect(Collectors.toMap(Control::code, Function.identity())),
                Answering.maySubmit(principal, audit, today),
                mayJudge(sql, principal, audit, today),
                today);
    }

    /** One theme of the audit; one that it is asked nothing of is not found. */
    public ThemeView theme(Principal principal, AuditId id, String theme) {
        return database.call(principal, tx -> {
            AuditView view = view(tx, principal, id);
            List<Cell> cells = view.cells().stream()
                    .filter(cell -> cell.theme().equals(theme) && view.sight().answers(cell.party()))
                    .toList();
            if (cells.isEmpty()) {
                throw Refusal.notFound();
            }
            Theme found = checklists.get(view.audit().checklist()).theme(theme);
            AuditSql sql = tx.attach(AuditSql.class);
            return new ThemeView(
                    view,
                    found,
                    cells,
                    sql.provenances(id, view.audit().campaign(), List.of()),
                    tx.attach(LastAnswerSql.class).proposed(principal, view.audit(), cells, view.today()),
                    view.open()
                            && cells.stream()
                                    .anyMatch(cell ->
                                            Answering.mayAnswer(principal, view.audit(), cell.party(), view.today())));
        });
    }

    /** One control as the person sees it; one that they don't see is not found. */
    public ControlView control(Principal principal, AuditId id, ControlCode code) {
        LocalDate today = Paris.today(clock);
        return database.call(principal, tx -> {
            AuditSql sql = tx.attach(AuditSql.class);
            Audit audit = find(tx, principal, id);
            Sight sight = Sight.of(principal, audit, today);
            List<Cell> seen = seen(sql, audit, sight, sql.cells(id, audit.campaign()));
            Cell cell = seen.stream()
                    .filter(one -> one.control().equals(code) && sight.answers(one.party()))
                    .findFirst()
                    .orElseThrow(Refusal::notFound);
            Checklist checklist = checklists.get(audit.checklist());
            List<Trace> history =
                    sight.current(cell.party()) ? journal.ofControl(tx, audit.object(), code, SAID) : List.of();
            return new ControlView(
                    audit,
                    checklist.control(code),
                    checklist.theme(cell.theme()),
                    cell,
                    Answering.writesFor(principal, audit, cell.party(), today).orElse(null),
                    sql.reasons(id).stream()
                            .filter(one -> one.control().equals(code))
                            .findFirst(),
                    Reviewed.of(tx, principal, audit, sight, today).opinion(code),
                    sight.current(cell.party()) ? sql.provenance(audit, cell, principal) : Optional.empty(),
                    tx.attach(LastAnswerSql.class).proposed(principal, audit, List.of(cell), today).stream()
                            .filter(last -> last.control().equals(code))
                            .findFirst(),
                    sql.pieces(id, audit.campaign(), code, sight.seesSubmitted(audit, cell.party())),
                    history,
                    names(tx, history),
                    seen.stream()
                            .filter(one -> one.theme().equals(cell.theme()) && sight.answers(one.party()))
                            .map(one -> checklist.control(one.control()))
                            .toList(),
                    neighbours(sql, principal, audit, code),
                    today);
        });
    }

    /** The audit, when it lies where the person sees schools by name. */
    public Audit find(Handle tx, Principal principal, AuditId id) {
        LocalDate today = Paris.today(clock);
        Audit audit =
                tx.attach(AuditSql.class).find(id, named(principal), today).orElseThrow(Refusal::notFound);
        readings.ofAudit(tx, principal, audit, today);
        return audit;
    }

    /** Records that a person saw a campaign's schools by name, if they see them from afar. */
    public void noteListing(Handle tx, Principal principal, CampaignId campaign) {
        readings.ofList(tx, principal, "campaign/" + campaign);
    }

    private static List<Cell> seen(AuditSql sql, Audit audit, Sight sight, List<Cell> now) {
        Map<ControlCode, Cell> last = sight.version() == Sight.Version.LAST_SUBMITTED
                ? sql.lastSubmittedCells(audit.id(), audit.campaign()).stream()
                        .collect(Collectors.toMap(Cell::control, Function.identity()))
                : Map.of();
        return now.stream()
                .map(cell -> sight.current(cell.party()) ? cell : last.getOrDefault(cell.control(), cell.hidden()))
                .toList();
    }

    private static List<FiguresOf> slices(AuditSql sql, Audit audit, Sight sight) {
        List<FiguresOf> slices = sql.figures(audit.id(), audit.campaign(), FigureReading.DECLARED);
        return sight.figures()
                ? slices
                : slices.stream().map(FiguresOf::progress).toList();
    }

    private static List<ThemeLine> themes(Checklist checklist, List<Cell> cells, List<Reason> reasons) {
        return checklist.themes().stream()
                .map(theme -> ThemeLine.of(
                        theme,
                        cells.stream()
                                .filter(cell -> cell.theme().equals(theme.code()))
                                .toList(),
                        reasons))
                .filter(line -> line.asked() > 0)
                .toList();
    }

    private static boolean mayJudge(AuditSql sql, Principal principal, Audit audit, LocalDate today) {
        return audit.placements(today).stream().anyMatch(place -> principal.reaches(place, Role.REVIEWER))
                && sql.neutral(audit.id(), principal.account());
    }

    /** What the school on the same site has declared, for an agent of the collectivity (ADR 19). */
    private static List<Neighbour> neighbours(AuditSql sql, Principal principal, Audit audit, ControlCode code) {
        List<String> mine = principal.perimeter(Role.AGENT).collectivities();
        return mine.isEmpty() ? List.of() : sql.neighbours(audit.id(), code, mine);
    }

    private static Map<AccountId, String> names(Handle tx, List<Trace> traces) {
        return Accounts.names(tx, traces.stream().map(Trace::account).distinct().toList());
    }
}
