package fr.preau.evidence;

import fr.preau.audit.Piece;
import fr.preau.kernel.Refusal;
import java.util.Objects;
import java.util.function.IntFunction;

/**
 * A file on its way out, a part at a time: each part is read under the rights of its moment, and no connection waits for
 * who reads slowly.
 *
 * @param name cleaned name
 * @param parts gives the bytes from an offset on, at most {@value #PART}; empty once the file is gone
 */
public record Handed(String name, FileFormat format, int size, IntFunction<byte[]> parts) {
    static final int PART = 256 * 1024;

    static Handed of(Piece piece, IntFunction<byte[]> parts) {
        if (piece.format() == null) {
            throw Refusal.notFound();
        }
        return new Handed(
                piece.title(), FileFormat.valueOf(piece.format()), Objects.requireNonNull(piece.size()), parts);
    }
}
