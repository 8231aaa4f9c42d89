package fr.preau.territory;

import de.siegmar.fastcsv.writer.CsvWriter;
import fr.preau.territory.AttachmentRule.Attachment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.PGCopyOutputStream;
import org.postgresql.core.BaseConnection;

/**
 * Sends the lines of a directory to the server by COPY, each with the collectivity that the rule or the override gives.
 *
 * <p>The table is temporary: it ends with the transaction, and nothing is compared or written line by line.
 */
final class Staging {
    private static final String COPY = """
            COPY staged (uai, name, type, sector, state, commune, commune_name, department, nature, siret, parent,
                         search_text, collectivity, owner_name, source)
            FROM STDIN (FORMAT csv, ENCODING 'UTF8')
            """;

    private final AttachmentRule rule = new AttachmentRule(ShippedTerritory.get());
    private final Map<String, String> overrides = new HashMap<>();

    /**
     * @param overrides code of the collectivity by UAI, where the override file wins over the rule
     */
    Staging(Map<String, String> overrides) {
        this.overrides.putAll(overrides);
    }

    void copy(Handle tx, List<DirectoryLine> lines) {
        tx.attach(DirectoryImportSql.class).createStaged();
        try {
            CopyManager copies = new CopyManager(tx.getConnection().unwrap(BaseConnection.class));
            try (var out = new PGCopyOutputStream(copies.copyIn(COPY), 1 << 16);
                    CsvWriter csv = CsvWriter.builder().build(out, StandardCharsets.UTF_8)) {
                lines.forEach(line -> csv.writeRecord(row(line)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database refused the staged lines", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An absent value is an empty cell, which COPY reads as NULL. */
    private @Nullable String[] row(DirectoryLine line) {
        String override = overrides.get(line.uai().value());
        Optional<Attachment> ruled = override == null ? rule.of(line) : Optional.empty();
        return new @Nullable String[] {
            line.uai().value(),
            line.name(),
            line.type().name(),
            line.sector().name(),
            line.state().name(),
            line.commune(),
            line.communeName(),
            line.department(),
            line.nature(),
            line.siret(),
            line.parent(),
            line.searchText(),
            override == null ? ruled.map(Attachment::collectivity).orElse(null) : override,
            ruled.map(Attachment::name).orElse(null),
            override == null ? "RULE" : "FILE"
        };
    }
}
