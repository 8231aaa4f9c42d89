package fr.preau.workbook;

import fr.preau.audit.LastAnswer;
import fr.preau.audit.NewAnswer;
import fr.preau.audit.Provenance;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.ControlCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it is stored.
 *
 * @param version 0 when nobody ever answered
 * @param follows whether it follows the shared answer whose verdict is {@code sharedVerdict}
 */
public record Known(
        AuditId audit,
        ControlCode control,
        @Nullable Verdict verdict,
        @Nullable String comment,
        int version,
        boolean follows,
        @Nullable Verdict sharedVerdict) {
    private static final int DIGEST_BYTES = 8;

    static Known none(AuditId audit, ControlCode control) {
        return new Known(audit, control, null, null, 0, false, null);
    }

    boolean says(@Nullable Verdict other, @Nullable String text) {
        return verdict == other && Objects.equals(bare(comment), bare(text));
    }

    /** Without its tabs: LibreOffice keeps none in a cell, and nobody has changed the text by that. */
    private static @Nullable String bare(@Nullable String text) {
        return text == null ? null : text.replace("\t", "");
    }

    /** What a workbook keeps of it beside its cells: the version, and a short digest of what the cells said. */
    String mark() {
        return version + "." + digest(verdict, comment);
    }

    /** Whether the answer would be an exception to the shared one without words of its own: the rule of single saves. */
    boolean wantsReason(NewAnswer answer) {
        return verdict != null && Provenance.untold(sharedVerdict, follows, answer, comment);
    }

    /** The same of a cell that shows last time's answer, which is nobody's before it is confirmed. */
    String proposing(LastAnswer last) {
        return version + "." + proposal(last.verdict(), last.comment());
    }

    static String proposal(Verdict verdict, @Nullable String comment) {
        return digest(verdict, Wording.TO_CONFIRM + Objects.requireNonNullElse(comment, ""));
    }

    static String digest(@Nullable Verdict verdict, @Nullable String comment) {
        String text = (verdict == null ? "" : verdict.name()) + "\n" + Objects.requireNonNullElse(bare(comment), "");
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(sum, DIGEST_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
