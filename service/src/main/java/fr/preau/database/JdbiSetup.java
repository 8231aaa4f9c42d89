package fr.preau.database;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.NumberId;
import fr.preau.kernel.TextId;
import fr.preau.kernel.UnitId;
import java.lang.reflect.Constructor;
import java.lang.reflect.Type;
import java.sql.Types;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.extension.Extensions;
import org.jdbi.v3.core.generic.GenericTypes;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.ColumnMapperFactory;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.jackson2.Jackson2Config;
import org.jdbi.v3.jackson2.Jackson2Plugin;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;

/**
 * Teaches JDBI our typed ids and JSON columns, the same for the service, the commands and the tests.
 *
 * <p>An id is a record of one text or one number: it is bound as that and built by its constructor, so that a new id
 * type needs no mapper of its own.
 */
public final class JdbiSetup {
    private JdbiSetup() {}

    public static Jdbi configure(Jdbi jdbi, ObjectMapper json) {
        jdbi.installPlugin(new PostgresPlugin());
        jdbi.installPlugin(new SqlObjectPlugin());
        jdbi.installPlugin(new Jackson2Plugin());
        jdbi.getConfig(Jackson2Config.class).setMapper(json);
        jdbi.getConfig(SqlStatements.class).setUnusedBindingAllowed(false);
        jdbi.registerArgument(new TextIdArgument());
        jdbi.registerArgument(new NumberIdArgument());
        jdbi.registerArgument(new UnitIdArgument());
        jdbi.registerArrayType(UnitId.class, "text", UnitId::toString);
        jdbi.registerArrayType(AuditId.class, "bigint", AuditId::value);
        jdbi.registerArrayType(CampaignId.class, "bigint", CampaignId::value);
        jdbi.registerRowMapper(new RecordRows());
        jdbi.registerColumnMapper(new IdColumn());
        jdbi.registerColumnMapper(UnitId.class, (row, column, context) -> {
            String text = row.getString(column);
            return text == null ? null : UnitId.fromString(text);
        });
        jdbi.getConfig(Extensions.class).register(new SharedObjects(jdbi));
        return jdbi;
    }

    private static final class TextIdArgument extends AbstractArgumentFactory<TextId> {
        TextIdArgument() {
            super(Types.VARCHAR);
        }

        @Override
        protected Argument build(TextId id, ConfigRegistry config) {
            return (position, statement, context) -> statement.setString(position, id.value());
        }
    }

    private static final class NumberIdArgument extends AbstractArgumentFactory<NumberId> {
        NumberIdArgument() {
            super(Types.BIGINT);
        }

        @Override
        protected Argument build(NumberId id, ConfigRegistry config) {
            return (position, statement, context) -> statement.setLong(position, id.value());
        }
    }

    private static final class UnitIdArgument extends AbstractArgumentFactory<UnitId> {
        UnitIdArgument() {
            super(Types.VARCHAR);
        }

        @Override
        protected Argument build(UnitId id, ConfigRegistry config) {
            return (position, statement, context) -> statement.setString(position, id.toString());
        }
    }

    private static final class IdColumn implements ColumnMapperFactory {
        @Override
        public Optional<ColumnMapper<?>> build(Type type, ConfigRegistry config) {
            Class<?> raw = GenericTypes.getErasedType(type);
            if (!raw.isRecord()) {
                return Optional.empty();
            }
            if (TextId.class.isAssignableFrom(raw)) {
                Constructor<?> constructor = constructor(raw, String.class);
                return Optional.of((row, column, context) -> {
                    String text = row.getString(column);
                    return text == null ? null : create(constructor, text);
                });
            }
            if (NumberId.class.isAssignableFrom(raw)) {
                Constructor<?> constructor = constructor(raw, long.class);
                return Optional.of((row, column, context) -> {
                    long number = row.getLong(column);
                    return row.wasNull() ? null : create(constructor, number);
                });
            }
            return Optional.empty();
        }

        private static Constructor<?> constructor(Class<?> raw, Class<?> argument) {
            try {
                return raw.getConstructor(argument);
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(
                        raw + " is an id: give it a public constructor of one " + argument.getSimpleName(), e);
            }
        }

        private static Object create(Constructor<?> constructor, Object value) {
            try {
                return constructor.newInstance(value);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("the database holds an impossible id: " + value, e);
            }
        }
    }
}
