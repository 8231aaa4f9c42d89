package fr.preau.evidence;

import fr.preau.audit.Piece;
import fr.preau.checklist.Party;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.PieceId;
import fr.preau.kernel.SharedAnswerId;
import fr.preau.kernel.UnitId;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.SqlObject;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/**
 * The writes of evidence, and the reads of what shared answers hold. Who may is decided before, on the audit or the shared
 * answer read in the same transaction; the rows' policies hold beside it.
 */
interface EvidenceSql extends SqlObject {

    /** Holds the audit's state still: a submission waits, and keeps what was attached before it. */
    @SqlQuery("SELECT id FROM audit WHERE id = :audit FOR SHARE")
    Optional<AuditId> hold(AuditId audit);

    /** Frees what nobody shows any more and tells the bytes that are left, the holder being held to the end. */
    @SqlQuery("SELECT evidence_held(:holder)")
    long held(UnitId holder);

    @SqlQuery("""
            SELECT count(*) FROM live_evidence
            WHERE campaign = (SELECT a.campaign FROM audit a WHERE a.id = :audit) AND audit = :audit AND control = :control
            """)
    int count(AuditId audit, ControlCode control);

    /**
     * Keeps the bytes unless the holder has them already; they are sent as they are read. The key in conflict is not
     * named: that would need to see it.
     */
    default void keep(UnitId holder, byte[] sha256, int size, InputStream content) {
        getHandle()
                .createUpdate("INSERT INTO evidence_blob (holder, sha256, size, content)"
                        + " VALUES (:holder, :sha256, :size, :content) ON CONFLICT DO NOTHING")
                .bind("holder", holder)
                .bind("sha256", sha256)
                .bind("size", size)
                .bindBinaryStream("content", content, size)
                .execute();
    }

    /** Gives a holder the bytes that another one has; within one holder nothing moves. */
    @SqlUpdate("""
            INSERT INTO evidence_blob (holder, sha256, size, content)
            SELECT :holder, b.sha256, b.size, b.content
            FROM evidence_blob b JOIN evidence e ON e.holder = b.holder AND e.sha256 = b.sha256
            WHERE e.id = :piece
            ON CONFLICT DO NOTHING
            """)
    void keepCopy(UnitId holder, PieceId piece);

    /** What is attached to one audit's answer; campaign, checklist and what the control allows come from their tables. */
    @UseClasspathSqlLocator
    @SqlQuery
    PieceId attach(
            AuditId audit,
            ControlCode control,
            UnitId holder,
            @BindMethods("p") NewPiece piece,
            byte @Nullable [] sha256,
            AccountId author,
            Instant at);

    /** What is attached to a shared answer. */
    @UseClasspathSqlLocator
    @SqlQuery
    PieceId attachShared(
            SharedAnswerId shared,
            UnitId holder,
            @BindMethods("p") NewPiece piece,
            byte @Nullable [] sha256,
            AccountId author,
            Instant at);

    /** A piece again, for another audit. */
    @UseClasspathSqlLocator
    @SqlQuery
    PieceId attachCopy(AuditId audit, ControlCode control, UnitId holder, PieceId piece, AccountId author, Instant at);

    @SqlUpdate("""
            UPDATE evidence SET removed_at = :at, removed_by = :by
            WHERE id = :piece AND removed_at IS NULL
            """)
    int remove(PieceId piece, AccountId by, Instant at);

    /** A part of a file that the person sees; empty once it is gone. */
    @SqlQuery("""
            SELECT substring(b.content FROM :from FOR :length)
            FROM evidence e JOIN evidence_blob b ON b.holder = e.holder AND b.sha256 = e.sha256
            WHERE e.id = :piece
            """)
    Optional<byte[]> part(PieceId piece, int from, int length);

    /** Who attaches has a hand in the answer, and can't judge it. */
    @SqlUpdate("""
            INSERT INTO audit_writer (audit, account, party) SELECT unnest(:audits), :account, :party
            ON CONFLICT DO NOTHING
            """)
    void addWriter(List<Long> audits, AccountId account, Party party);

    /** One shared answer of the owners, held so that no application crosses. */
    @SqlQuery("""
            SELECT s.id, s.campaign, s.owner, s.control FROM shared_answer s
            WHERE s.id = :shared AND s.owner = ANY(:owners) FOR UPDATE OF s
            """)
    Optional<SharedPieces.Held> holdShared(SharedAnswerId shared, List<UnitId> owners);

    /** The same, to be read. */
    @SqlQuery("""
            SELECT s.id, s.campaign, s.owner, s.control FROM shared_answer s
            WHERE s.id = :shared AND s.owner = ANY(:owners)
            """)
    Optional<SharedPieces.Held> findShared(SharedAnswerId shared, List<UnitId> owners);

    /** What is attached to a shared answer, oldest first. */
    @UseClasspathSqlLocator
    @SqlQuery
    List<Piece> ofShared(SharedAnswerId shared);

    /** The audits whose answer follows the shared one: where its pieces show, once it is not submitted. */
    @SqlQuery("""
            SELECT w.audit FROM answer w JOIN audit a ON a.id = w.audit
            WHERE w.campaign = :campaign AND w.shared = :shared AND w.shared_version = w.version
              AND a.state IN ('TO_DO', 'IN_PROGRESS', 'SENT_BACK')
            ORDER BY w.audit
            """)
    List<Long> followers(CampaignId campaign, SharedAnswerId shared);

    /** For whom each control falls to, of the followers: they can't be judged by who has attached for them. */
    @SqlUpdate("""
            INSERT INTO audit_writer (audit, account, party)
            SELECT a.id, :account, k.party
            FROM audit a
            JOIN asked_control k ON k.campaign = a.campaign AND k.school_type = a.school_type AND k.control = :control
            WHERE a.id = ANY(:audits)
            ON CONFLICT DO NOTHING
            """)
    void addWriters(List<Long> audits, ControlCode control, AccountId account);
}
