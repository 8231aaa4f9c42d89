package fr.preau.evidence;

import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.access.Scope;
import fr.preau.audit.Piece;
import fr.preau.campaign.Campaign;
import fr.preau.campaign.Campaigns;
import fr.preau.checklist.Attachment;
import fr.preau.checklist.Checklists;
import fr.preau.checklist.Control;
import fr.preau.database.Database;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Paris;
import fr.preau.kernel.PieceId;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.SharedAnswerId;
import fr.preau.kernel.UnitId;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The pieces of an answer given once for many schools. Each shows on the schools that follow the shared answer, not on its
 * exceptions; an audit submitted with it keeps it, one that is submitted already takes no other.
 */
public final class SharedPieces {
    private final Database database;
    private final Journal journal;
    private final Asked asked;
    private final InstantSource clock;
    private final long room;

    public SharedPieces(Database database, Journal journal, Asked asked, InstantSource clock, long room) {
        this.database = database;
        this.journal = journal;
        this.asked = asked;
        this.clock = clock;
        this.room = room;
    }

    /** Where campaigns and their controls are looked up. */
    public record Asked(Campaigns campaigns, Checklists checklists) {
        Control control(Handle tx, Held shared) {
            return checklists
                    .get(campaigns.get(tx, shared.campaign()).checklist())
                    .control(shared.control());
        }
    }

    /** A shared answer of one of the person's units. */
    public record Held(SharedAnswerId id, CampaignId campaign, UnitId owner, ControlCode control) {
        String object() {
            return "shared/" + id;
        }
    }

    /**
     * What a shared answer shows.
     *
     * @param editable whether its campaign takes answers today
     */
    public record Standing(Held shared, Control control, List<Piece> pieces, boolean editable) {
        public boolean attachable() {
            return control.attachment() == Attachment.AUTORISEE;
        }
    }

    public Standing standing(Principal by, SharedAnswerId id) {
        return database.call(
                by, tx -> standing(tx, found(tx.attach(EvidenceSql.class).findShared(id, owners(by)))));
    }

    /** @throws Refusal as {@link Evidence#attach}; not found when the shared answer is not of one's units */
    public PieceId attach(Principal by, SharedAnswerId id, NewPiece piece) {
        by.needs(Scope.ANSWER);
        return database.call(by, tx -> {
            EvidenceSql sql = tx.attach(EvidenceSql.class);
            Standing standing = running(tx, found(sql.holdShared(id, owners(by))));
            if (piece.kind() != Piece.Kind.CONSULTATION && !standing.attachable()) {
                throw Refusal.invalid(piece.kind() == Piece.Kind.FILE ? "file" : "url", "evidence.forbidden");
            }
            piece.mustBeSeenBy(Paris.today(clock));
            Held shared = standing.shared();
            byte[] sha256 = new Shelf(tx, room).keep(shared.owner(), piece, standing.pieces()::size);
            PieceId made = sql.attachShared(id, shared.owner(), piece, sha256, by.account(), clock.instant());
            List<Long> followers = sql.followers(shared.campaign(), id);
            sql.addWriters(followers, shared.control(), by.account());
            journal.record(
                    tx,
                    Entry.of(by, "evidence.attached", shared.object())
                            .with(Shelf.facts(made, piece, sha256))
                            .text(piece.title())
                            .touching(audits(followers)));
            return made;
        });
    }

    public void remove(Principal by, SharedAnswerId id, PieceId piece) {
        by.needs(Scope.ANSWER);
        database.run(by, tx -> {
            EvidenceSql sql = tx.attach(EvidenceSql.class);
            Standing standing = running(tx, found(sql.holdShared(id, owners(by))));
            Held shared = standing.shared();
            Piece gone = piece(standing, piece);
            sql.remove(piece, by.account(), clock.instant());
            journal.record(
                    tx,
                    Shelf.removed(by, shared.object(), gone).touching(audits(sql.followers(shared.campaign(), id))));
            sql.held(shared.owner());
        });
    }

    /** A file, for who answers in the name of the shared answer's owner. */
    public Handed open(Principal by, SharedAnswerId id, PieceId piece) {
        return Handed.of(
                piece(standing(by, id), piece),
                from -> database.call(
                        by,
                        tx -> tx.attach(EvidenceSql.class)
                                .part(piece, from + 1, Handed.PART)
                                .orElseThrow(Refusal::notFound)));
    }

    private Standing standing(Handle tx, Held shared) {
        Campaign campaign = asked.campaigns().get(tx, shared.campaign());
        return new Standing(
                shared,
                asked.control(tx, shared),
                tx.attach(EvidenceSql.class).ofShared(shared.id()),
                campaign.answersOn(Paris.today(clock)));
    }

    private Standing running(Handle tx, Held shared) {
        Campaign campaign = asked.campaigns().get(tx, shared.campaign());
        LocalDate today = Paris.today(clock);
        if (today.isBefore(campaign.opensOn())) {
            throw Refusal.conflict("audit.readOnly.notYet", campaign.opensOn());
        }
        if (today.isAfter(campaign.closesOn())) {
            throw Refusal.conflict("audit.readOnly.closed", campaign.closesOn());
        }
        return standing(tx, shared);
    }

    private static Piece piece(Standing standing, PieceId id) {
        return standing.pieces().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private static Held found(Optional<Held> shared) {
        return shared.orElseThrow(Refusal::notFound);
    }

    private static List<UnitId> owners(Principal by) {
        return by.held(Role.AGENT).stream().map(Grant::unit).distinct().toList();
    }

    private static List<String> audits(List<Long> ids) {
        return ids.stream().map(id -> "audit/" + id).toList();
    }
}
