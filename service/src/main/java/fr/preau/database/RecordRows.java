package fr.preau.database;

import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericTypes;
import org.jdbi.v3.core.mapper.ColumnMappers;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.RowMapperFactory;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Maps a row to any of our records by its constructor, and remembers which column is which parameter. A record that one
 * column holds, such as an id, stays with the mapper of that column.
 *
 * <p>{@link ConstructorMapper} finds that out anew for every statement, annotations and all: a fifth of a save.
 */
final class RecordRows implements RowMapperFactory {
    private final Map<Class<?>, RowMapper<?>> mappers = new ConcurrentHashMap<>();

    @Override
    public Optional<RowMapper<?>> build(Type type, ConfigRegistry config) {
        Class<?> raw = GenericTypes.getErasedType(type);
        boolean row = raw.isRecord()
                && raw.getName().startsWith("fr.preau.")
                && config.get(ColumnMappers.class).findFor(type).isEmpty();
        return row
                ? Optional.of(mappers.computeIfAbsent(raw, each -> new Remembered<>(ConstructorMapper.of(each))))
                : Optional.empty();
    }

    /** @param byColumns what the mapper has become for rows of these columns; queries are few and so are these */
    private record Remembered<T>(RowMapper<T> mapper, Map<List<String>, RowMapper<T>> byColumns)
            implements RowMapper<T> {
        Remembered(RowMapper<T> mapper) {
            this(mapper, new ConcurrentHashMap<>());
        }

        @Override
        public T map(ResultSet row, StatementContext context) throws SQLException {
            return specialize(row, context).map(row, context);
        }

        @Override
        public RowMapper<T> specialize(ResultSet row, StatementContext context) throws SQLException {
            List<String> columns = columns(row.getMetaData());
            RowMapper<T> known = byColumns.get(columns);
            if (known != null) {
                return known;
            }
            RowMapper<T> found = mapper.specialize(row, context);
            byColumns.put(columns, found);
            return found;
        }

        private static List<String> columns(ResultSetMetaData about) throws SQLException {
            List<String> columns = new ArrayList<>();
            for (int i = 1; i <= about.getColumnCount(); i++) {
                columns.add(about.getColumnLabel(i));
            }
            return columns;
        }
    }
}
