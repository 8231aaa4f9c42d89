package fr.preau.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.preau.kernel.Message;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** A message as JSON, so that it is told later in the reader's language: key and arguments, which keep their type. */
public final class Said implements ColumnMapper<Message> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public @Nullable Message map(ResultSet row, int column, StatementContext context) throws SQLException {
        String text = row.getString(column);
        try {
            return text == null ? null : message(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            throw new SQLException("jsonb that is no JSON", e);
        }
    }

    static String json(Message message) {
        return node(message).toString();
    }

    private static ObjectNode node(Message message) {
        ObjectNode node = JSON.createObjectNode().put("key", message.key());
        ArrayNode args = node.putArray("args");
        for (Object arg : message.args()) {
            if (arg instanceof Message nested) {
                args.add(node(nested));
            } else if (arg instanceof LocalDate day) {
                args.addObject().put("day", day.toString());
            } else if (arg instanceof Number number) {
                args.add(number.longValue());
            } else {
                args.add(arg.toString());
            }
        }
        return node;
    }

    private static Message message(JsonNode node) {
        List<Object> args = new ArrayList<>();
        for (JsonNode arg : node.get("args")) {
            if (arg.isNumber()) {
                args.add(arg.longValue());
            } else if (arg.has("day")) {
                args.add(LocalDate.parse(arg.get("day").textValue()));
            } else {
                args.add(arg.isObject() ? message(arg) : arg.textValue());
            }
        }
        return new Message(node.get("key").textValue(), args);
    }
}
