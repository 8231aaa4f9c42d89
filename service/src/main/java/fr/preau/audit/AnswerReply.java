package fr.preau.audit;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.preau.checklist.Party;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.ControlCode;
import fr.preau.web.AuthorJson;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A control that an audit is asked, with its answer, as the API shows it.
 *
 * @param seen whether the caller may see the answer; when not, the rest tells nothing of it
 * @param version what to send as {@code If-Match}; 0 when unanswered, null when not seen
 * @param authorParty for whom the author wrote
 */
public record AnswerReply(
        ControlCode control,
        String title,
        String theme,
        int level,
        int weight,
        Party party,
        boolean seen,
        @Nullable Verdict verdict,
        @Nullable String comment,
        @Nullable Integer version,
        @JsonSerialize(using = AuthorJson.class) @Nullable String author,
        @Nullable Party authorParty,
        @Nullable Instant at) {

    static AnswerReply of(AuditView view, Cell cell) {
        boolean seen = view.sight().answers(cell.party());
        return new AnswerReply(
                cell.control(),
                view.control(cell.control()).title(),
                cell.theme(),
                cell.level(),
                cell.weight(),
                cell.party(),
                seen,
                cell.verdict(),
                cell.comment(),
                seen ? cell.version() : null,
                cell.authorName(),
                cell.authorParty(),
                cell.at());
    }
}
