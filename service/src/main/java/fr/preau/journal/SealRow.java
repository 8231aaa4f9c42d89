package fr.preau.journal;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jdbi.v3.core.mapper.Nested;
import org.jspecify.annotations.Nullable;

/**
 * A seal with what it seals, as the verification reads them.
 *
 * @param sealed null when the entry is no longer there
 * @param salt of the text beside it, in hexadecimal; null when there is none or it was erased
 */
public record SealRow(
        long position,
        String hash,
        long entry,
        @Nested @Nullable SealedEntry sealed,
        @Nullable String salt,
        @Nullable String body) {

    /** What is wrong after the head that was reached, null when nothing is. */
    Broken.@Nullable Fault fault(Head before) {
        if (position != before.position() + 1) {
            return Broken.Fault.SEAL_MISSING;
        }
        if (sealed == null) {
            return Broken.Fault.ENTRY_MISSING;
        }
        if (!sealed.hash(before.hash()).equals(hash)) {
            return Broken.Fault.ENTRY_CHANGED;
        }
        return textHolds(sealed) ? null : Broken.Fault.TEXT_CHANGED;
    }

    boolean erased() {
        return sealed != null && sealed.textDigest() != null && body == null;
    }

    private boolean textHolds(SealedEntry entry) {
        if (body == null || salt == null) {
            return true;
        }
        byte[] digest = Sha256.of(HexFormat.of().parseHex(salt), body.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest).equals(entry.textDigest());
    }
}
