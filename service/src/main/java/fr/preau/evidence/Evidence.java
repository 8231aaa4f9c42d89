package fr.preau.evidence;

import fr.preau.access.Principal;
import fr.preau.access.Scope;
import fr.preau.audit.Audit;
import fr.preau.audit.Audits;
import fr.preau.audit.ControlView;
import fr.preau.audit.Piece;
import fr.preau.database.Database;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Message;
import fr.preau.kernel.Paris;
import fr.preau.kernel.PieceId;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * The pieces of one audit's answers. Who may answer a control attaches and removes while the audit is open; who sees its
 * answer sees them, in the same version. What was submitted keeps its pieces, whatever is removed later.
 */
public final class Evidence {
    private final Database database;
    private final Journal journal;
    private final Audits audits;
    private final InstantSource clock;
    private final long room;

    /** @param room bytes that the files of one collectivity may take */
    public Evidence(Database database, Journal journal, Audits audits, InstantSource clock, long room) {
        this.database = database;
        this.journal = journal;
        this.audits = audits;
        this.clock = clock;
        this.room = room;
    }

    /** One piece of one answer: an id alone never says where one has met it. */
    public record Place(AuditId audit, ControlCode control, PieceId piece) {}

    /**
     * Attaches a piece.
     *
     * @throws Refusal not found outside one's sight; forbidden when the control is another party's; conflict when the audit
     *     is closed, the answer has enough pieces or the collectivity no room; invalid when the control's documents are
     *     not to be kept
     */
    public PieceId attach(Principal by, AuditId audit, ControlCode control, NewPiece piece) {
        by.needs(Scope.ANSWER);
        return database.call(by, tx -> {
            ControlView view = held(tx, by, audit, control);
            piece.mustBeSeenBy(Paris.today(clock));
            mustBeKept(view, piece.kind());
            EvidenceSql sql = tx.attach(EvidenceSql.class);
            UnitId holder = holder(view.audit());
            byte[] sha256 = new Shelf(tx, room).keep(holder, piece, () -> sql.count(audit, control));
            PieceId id = sql.attach(audit, control, holder, piece, sha256, by.account(), clock.instant());
            sql.addWriter(List.of(audit.value()), by.account(), view.cell().party());
            journal.record(
                    tx,
                    Entry.of(by, "evidence.attached", object(view))
                            .with(Shelf.facts(id, piece, sha256))
                            .text(piece.title()));
            return id;
        });
    }

    /**
     * Attaches to one answer what shows another one: it must be seen there, and may be attached here.
     *
     * @throws Refusal as {@link #attach}, at either end
     */
    public PieceId copy(Principal by, Place from, AuditId audit, ControlCode control) {
        by.needs(Scope.ANSWER);
        return database.call(by, tx -> {
            ControlView view = held(tx, by, audit, control);
            Piece piece = piece(audits.control(by, from.audit(), from.control()), from.piece());
            mustBeKept(view, piece.kind());
            EvidenceSql sql = tx.attach(EvidenceSql.class);
            UnitId holder = holder(view.audit());
            new Shelf(tx, room).keepCopy(holder, piece, () -> sql.count(audit, control));
            PieceId id = sql.attachCopy(audit, control, holder, piece.id(), by.account(), clock.instant());
            sql.addWriter(List.of(audit.value()), by.account(), view.cell().party());
            journal.record(
                    tx,
                    Entry.of(by, "evidence.copied", object(view))
                            .change(
                                    Map.of(
                                            "piece",
                                            piece.id().value(),
                                            "audit",
                                            from.audit().value()),
                                    Map.of(
                                            "piece",
                                            id.value(),
                                            "kind",
                                            piece.kind().name()))
                            .text(piece.title()));
            return id;
        });
    }

    /**
     * Removes a piece of the audit's own; one that it was submitted with stays with what was submitted.
     *
     * @throws Refusal conflict for a shared answer's piece, which is removed there
     */
    public void remove(Principal by, AuditId audit, ControlCode control, PieceId id) {
        by.needs(Scope.ANSWER);
        database.run(by, tx -> {
            ControlView view = held(tx, by, audit, control);
            Piece piece = piece(view, id);
            if (piece.shared() != null) {
                throw Refusal.conflict("evidence.remove.shared");
            }
            EvidenceSql sql = tx.attach(EvidenceSql.class);
            sql.remove(id, by.account(), clock.instant());
            journal.record(tx, Shelf.removed(by, object(view), piece));
            sql.held(holder(view.audit()));
        });
    }

    /** A file, for whoever sees the answer that it shows; the reading is recorded. */
    public Handed open(Principal by, Place place) {
        return database.call(by, tx -> {
            ControlView view = audits.control(by, place.audit(), place.control());
            Handed handed = Handed.of(piece(view, place.piece()), from -> part(by, place.piece(), from));
            journal.recordReading(tx, Entry.of(by, "evidence.read", object(view)));
            return handed;
        });
    }

    private byte[] part(Principal by, PieceId piece, int from) {
        return database.call(
                by,
                tx -> tx.attach(EvidenceSql.class)
                        .part(piece, from + 1, Handed.PART)
                        .orElseThrow(Refusal::notFound));
    }

    /** The control, of an audit held open to who may answer it. */
    private ControlView held(Handle tx, Principal by, AuditId audit, ControlCode control) {
        if (tx.attach(EvidenceSql.class).hold(audit).isEmpty()) {
            throw Refusal.notFound();
        }
        ControlView view = audits.control(by, audit, control);
        Message party = Message.of("party.of." + view.cell().party().name());
        if (view.as() == null) {
            throw Refusal.forbidden("evidence.notYours", party);
        }
        if (!view.editable()) {
            throw Refusal.conflict(view.whyReadOnly(), view.readOnlyDay(), party);
        }
        return view;
    }

    private static void mustBeKept(ControlView view, Piece.Kind kind) {
        if (kind != Piece.Kind.CONSULTATION && !view.attachable()) {
            throw Refusal.invalid(kind == Piece.Kind.FILE ? "file" : "url", "evidence.forbidden");
        }
    }

    private static Piece piece(ControlView view, PieceId id) {
        return view.pieces().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** Whose room the files take: the collectivity's, fixed at opening; without one, the department's. */
    private static UnitId holder(Audit audit) {
        return audit.collectivity() == null
                ? UnitId.department(audit.department())
                : UnitId.collectivity(audit.collectivity());
    }

    private static String object(ControlView view) {
        return view.audit().object() + "/" + view.control().code();
    }
}
