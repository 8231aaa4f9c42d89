package fr.preau.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @Test
    void sorts_members_and_leaves_no_space() throws IOException {
        assertThat(canonical("{ \"b\" : [ 1.0, 0.50, null, true ], \"a\" : { \"é\" : \"à \\\"\\n\\u0001\" } }"))
                .isEqualTo("{\"a\":{\"é\":\"à \\\"\\n\\u0001\"},\"b\":[1,0.5,null,true]}");
    }

    @Test
    void sorts_by_utf_16_units_as_the_rfc_does() throws IOException {
        assertThat(canonical("{\"\\ufb33\": 1, \"\\ud83d\\ude00\": 2, \"€\": 3, \"1\": 4}"))
                .isEqualTo("{\"1\":4,\"€\":3,\"😀\":2,\"\ufb33\":1}");
    }

    @Property(tries = 300)
    void is_its_own_canonical_form(@ForAll("values") JsonNode value) throws IOException {
        String once = CanonicalJson.write(value);

        assertThat(canonical(once)).isEqualTo(once);
        assertThat(JSON.readTree(once)).isEqualTo(value);
    }

    @Property(tries = 300)
    void does_not_depend_on_the_order_of_members(@ForAll("values") JsonNode value, @ForAll Random random) {
        assertThat(CanonicalJson.write(shuffled(value, random))).isEqualTo(CanonicalJson.write(value));
    }

    @Property(tries = 300)
    void differs_for_different_values(@ForAll("values") JsonNode one, @ForAll("values") JsonNode other) {
        assertThat(CanonicalJson.write(one).equals(CanonicalJson.write(other))).isEqualTo(one.equals(other));
    }

    @Provide
    Arbitrary<JsonNode> values() {
        return value(3);
    }

    private static Arbitrary<JsonNode> value(int depth) {
        Arbitrary<String> texts =
                Arbitraries.strings().withChars("aé\"\\\n\u0001€ 0").ofMaxLength(4);
        Arbitrary<JsonNode> leaf = Arbitraries.oneOf(
                texts.map(NODES::textNode),
                Arbitraries.integers().map(NODES::numberNode),
                Arbitraries.of(true, false).map(NODES::booleanNode),
                Arbitraries.just(NODES.nullNode()));
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<JsonNode> list = value(depth - 1).list().ofMaxSize(3).map(items -> {
            ArrayNode array = NODES.arrayNode();
            items.forEach(array::add);
            return array;
        });
        Arbitrary<JsonNode> object = Arbitraries.maps(texts, value(depth - 1))
                .ofMaxSize(4)
                .map(members -> {
                    ObjectNode node = NODES.objectNode();
                    members.forEach(node::set);
                    return node;
                });
        return Arbitraries.oneOf(leaf, list, object);
    }

    private static JsonNode shuffled(JsonNode value, Random random) {
        if (value.isArray()) {
            ArrayNode array = NODES.arrayNode();
            value.forEach(item -> array.add(shuffled(item, random)));
            return array;
        }
        if (!value.isObject()) {
            return value;
        }
        List<Map.Entry<String, JsonNode>> members = new ArrayList<>(value.properties());
        Collections.shuffle(members, random);
        ObjectNode node = NODES.objectNode();
        members.forEach(member -> node.set(member.getKey(), shuffled(member.getValue(), random)));
        return node;
    }

    private static String canonical(String json) throws IOException {
        return CanonicalJson.write(JSON.readTree(json));
    }
}
