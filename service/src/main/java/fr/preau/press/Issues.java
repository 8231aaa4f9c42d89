package fr.preau.press;

import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.access.Secret;
import fr.preau.database.Database;
import fr.preau.edition.Dossiers;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.DeliverableId;
import fr.preau.kernel.Paris;
import fr.preau.kernel.Refusal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The signed files of published livrables, as editors hand them on: links for named receivers, their end, the register
 * of who received and fetched what.
 */
public final class Issues {
    static final int LONGEST_NAME = 200;
    private static final int MOST_DAYS = 366;

    private final Database database;
    private final Journal journal;
    private final InstantSource clock;
    private final Dossiers dossiers;

    public Issues(Database database, Journal journal, InstantSource clock, Dossiers dossiers) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
        this.dossiers = dossiers;
    }

    /** What was issued of a deliverable, and to whom. */
    public record Shelf(DeliverableId deliverable, List<Issue> issues, List<ReceiverLink> links, LocalDate today) {
        public Shelf {
            issues = List.copyOf(issues);
            links = List.copyOf(links);
        }

        public List<ReceiverLink> links(Issue issue) {
            return links.stream().filter(link -> link.issue() == issue.id()).toList();
        }
    }

    /** What the person may hand on of a deliverable; nothing outside their units. */
    public Shelf shelf(Principal by, DeliverableId id) {
        return database.call(by, tx -> {
            IssueSql sql = tx.attach(IssueSql.class);
            return new Shelf(id, sql.issues(id, run(by)), sql.links(id, run(by)), Paris.today(clock));
        });
    }

    /**
     * A link to one issue's files, for somebody without an account. It is given once: its digest alone is kept.
     *
     * @param until last day on which it serves, within a year
     * @throws Refusal not found; invalid, when nobody is named or the day is past or too far
     */
    public Secret handOn(Principal by, DeliverableId deliverable, long issue, String receiver, LocalDate until) {
        LocalDate today = Paris.today(clock);
        String name = named(receiver);
        if (until.isBefore(today) || until.isAfter(today.plusDays(MOST_DAYS))) {
            throw Refusal.invalid("fin", "press.link.until", today.plusDays(MOST_DAYS));
        }
        Secret secret = Secret.random();
        database.run(by, tx -> {
            IssueSql sql = tx.attach(IssueSql.class);
            Issue own = sql.issues(deliverable, run(by)).stream()
                    .filter(one -> one.id() == issue)
                    .findFirst()
                    .orElseThrow(Refusal::notFound);
            if (own.named() > 0) {
                throw Refusal.invalid("fichiers", "press.link.named");
            }
            // A copy bears its receiver's name on every page: its link is theirs.
            String whose = own.receiver() == null ? name : own.receiver();
            long link = sql.insertLink(issue, secret.digest(), whose, until, clock.instant(), by.account(), run(by))
                    .orElseThrow(Refusal::notFound);
            journal.record(
                    tx,
                    Entry.of(by, "issue.handedOn", "deliverable/" + deliverable)
                            .with(Map.of("link", link, "issue", issue, "until", until.toString())));
        });
        return secret;
    }

    static String named(String receiver) {
        String name = receiver.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.invalid("destinataire", "press.receiver", LONGEST_NAME);
        }
        return name;
    }

    /** Ends a link at once; one that has ended stays as it is. */
    public void revoke(Principal by, DeliverableId deliverable, long link) {
        database.run(by, tx -> {
            IssueSql sql = tx.attach(IssueSql.class);
            if (sql.links(deliverable, run(by)).stream().noneMatch(one -> one.id() == link)) {
                throw Refusal.notFound();
            }
            if (sql.revoke(deliverable, link, clock.instant(), by.account(), run(by)) > 0) {
                journal.record(
                        tx,
                        Entry.of(by, "issue.revoked", "deliverable/" + deliverable)
                                .with(Map.of("link", link)));
            }
        });
    }

    /** Who received and fetched what of a deliverable; that it was read is an entry too. */
    public List<RegisterLine> register(Principal by, DeliverableId id) {
        return database.call(by, tx -> {
            IssueSql sql = tx.attach(IssueSql.class);
            if (sql.issues(id, run(by)).isEmpty()) {
                throw Refusal.notFound();
            }
            journal.record(tx, Entry.of(by, "issue.registerRead", "deliverable/" + id));
            return sql.register(id, run(by));
        });
    }

    /** A file of an issue, for one who edits there. */
    public PressFile file(Principal by, DeliverableId id, long issue, String name) {
        return database.call(by, tx -> {
            IssueSql sql = tx.attach(IssueSql.class);
            Issue own = sql.issues(id, run(by)).stream()
                    .filter(one -> one.id() == issue && one.servesTo(by.account()))
                    .findFirst()
                    .orElseThrow(Refusal::notFound);
            // Whoever no longer sees every school has lost the copy that names them.
            if (own.named() > 0 && dossiers.names(by, id) != own.named()) {
                throw Refusal.notFound();
            }
            journal.record(
                    tx, Entry.of(by, "issue.fetched", "deliverable/" + id).with(Map.of("issue", issue, "name", name)));
            return content(sql, issue, name);
        });
    }

    static PressFile content(IssueSql sql, long issue, String name) {
        IssuedFile file = sql.files(issue).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        return new PressFile(name, file.type(), sql.content(issue, name).orElseThrow());
    }

    /** The files of each issue of a deliverable. */
    public Map<Long, List<IssuedFile>> files(Principal by, DeliverableId id) {
        return database.call(
                by,
                tx -> tx.attach(IssueSql.class).filesOf(id, by.account(), run(by)).stream()
                        .collect(Collectors.groupingBy(
                                FileOfIssue::issue, Collectors.mapping(FileOfIssue::file, Collectors.toList()))));
    }

    static List<String> run(Principal by) {
        return by.held(Role.EDITOR).stream()
                .map(Grant::unit)
                .map(Object::toString)
                .toList();
    }
}
