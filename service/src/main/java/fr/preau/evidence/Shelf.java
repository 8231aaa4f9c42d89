package fr.preau.evidence;

import fr.preau.audit.Piece;
import fr.preau.journal.Entry;
import fr.preau.kernel.Actor;
import fr.preau.kernel.PieceId;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntSupplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Where the files of holders stand, within one transaction: how much room is left, what goes in, what the journal says.
 *
 * @param tx the caller's transaction
 * @param room bytes that the files of one holder may take
 */
record Shelf(Handle tx, long room) {
    /** Most pieces of one answer. */
    static final int PIECES = 10;

    /**
     * Puts the file of a piece where its holder's are.
     *
     * @param standing counts the pieces that the answer has already, once nobody else can add one
     * @return its digest, null when the piece is no file
     * @throws Refusal conflict when the answer has enough pieces, or the holder no room left
     */
    byte @Nullable [] keep(UnitId holder, NewPiece piece, IntSupplier standing) {
        long held = makeRoom(holder, standing);
        Spool file = piece.file();
        if (file == null) {
            return null;
        }
        mustFit(held, file.size());
        try {
            sql().keep(holder, file.sha256(), file.size(), file.from(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.sha256();
    }

    /** Puts what another audit shows where this holder's files are. */
    void keepCopy(UnitId holder, Piece piece, IntSupplier standing) {
        long held = makeRoom(holder, standing);
        if (piece.size() != null) {
            mustFit(held, piece.size());
            sql().keepCopy(holder, piece.id());
        }
    }

    /** What the journal keeps of a piece: enough to know the file again; its title goes apart, as a text. */
    static Map<String, Object> facts(PieceId id, NewPiece piece, byte @Nullable [] sha256) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("piece", id.value());
        facts.put("kind", piece.kind().name());
        if (piece.file() != null && sha256 != null) {
            facts.put("size", piece.file().size());
            facts.put("sha256", HexFormat.of().formatHex(sha256));
        }
        return facts;
    }

    /** The entry about a piece that goes away. */
    static Entry removed(Actor by, String object, Piece piece) {
        return Entry.of(by, "evidence.removed", object)
                .change(Map.of("piece", piece.id().value(), "kind", piece.kind().name()), null)
                .text(piece.title());
    }

    private long makeRoom(UnitId holder, IntSupplier standing) {
        // Holds the holder: of two uploads at once, the second one counts the first.
        long held = sql().held(holder);
        if (standing.getAsInt() >= PIECES) {
            throw Refusal.conflict("evidence.many", PIECES);
        }
        return held;
    }

    private void mustFit(long held, int size) {
        if (held + size > room) {
            throw Refusal.conflict("evidence.full");
        }
    }

    private EvidenceSql sql() {
        return tx.attach(EvidenceSql.class);
    }
}
