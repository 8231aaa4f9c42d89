package fr.preau.checklist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What one value of the file must be. Rules look at form alone; what values owe each other is {@link Coherence}. */
@FunctionalInterface
interface Rule {
    List<BigDecimal> SHARES = List.of(BigDecimal.ZERO, new BigDecimal("0.5"), BigDecimal.ONE);

    void check(String place, JsonNode value, Findings findings);

    /** A text that is neither blank nor padded, without control characters or broken ones. */
    static Rule text(int longest) {
        return (place, value, findings) -> {
            if (!value.isTextual()) {
                findings.add(place, "checklist.expected.text");
            } else if (value.textValue().isBlank()) {
                findings.add(place, "checklist.text.blank");
            } else if (value.textValue().length() > longest) {
                findings.add(place, "checklist.text.long", value.textValue().length(), longest);
            } else if (!value.textValue().equals(value.textValue().strip())) {
                findings.add(place, "checklist.text.padded");
            } else if (!clean(value.textValue())) {
                findings.add(place, "checklist.text.characters");
            }
        };
    }

    private static boolean clean(String text) {
        return text.codePoints().noneMatch(c -> {
            int type = Character.getType(c);
            return type == Character.CONTROL || type == Character.SURROGATE || type == Character.UNASSIGNED;
        });
    }

    /** A text of a given form, with an example of it. */
    static Rule form(String regex, String example) {
        Pattern pattern = Pattern.compile(regex);
        return (place, value, findings) -> {
            if (!value.isTextual() || !pattern.matcher(value.textValue()).matches()) {
                findings.add(place, "checklist.expected.form", shown(value), example);
            }
        };
    }

    static Rule day() {
        return (place, value, findings) -> {
            try {
                LocalDate.parse(value.isTextual() ? value.textValue() : "");
            } catch (DateTimeParseException e) {
                findings.add(place, "checklist.expected.day", shown(value));
            }
        };
    }

    /** A whole number, both bounds included. */
    static Rule number(int least, int most) {
        return (place, value, findings) -> {
            boolean whole = value.isIntegralNumber() && value.canConvertToInt();
            if (!whole || value.intValue() < least || value.intValue() > most) {
                findings.add(place, "checklist.expected.number", shown(value), least, most);
            }
        };
    }

    /** One of the values that a verdict may have: nothing, a half, the whole, or none at all. */
    static Rule share() {
        return (place, value, findings) -> {
            boolean right =
                    value.isNumber() && SHARES.stream().anyMatch(share -> share.compareTo(value.decimalValue()) == 0);
            if (!right && !value.isNull()) {
                findings.add(place, "checklist.expected.share", shown(value));
            }
        };
    }

    static Rule flag() {
        return (place, value, findings) -> {
            if (!value.isBoolean()) {
                findings.add(place, "checklist.expected.flag", shown(value));
            }
        };
    }

    /** One of the names of an enum. */
    static Rule oneOf(Class<? extends Enum<?>> choices) {
        List<String> names =
                Arrays.stream(choices.getEnumConstants()).map(Enum::name).toList();
        return (place, value, findings) -> {
            if (!value.isTextual() || !names.contains(value.textValue())) {
                findings.add(place, "checklist.expected.code", shown(value), String.join(", ", names));
            }
        };
    }

    /** A list, possibly empty; an item with a code is called by it, another by its rank from 1. */
    static Rule listOf(Rule item) {
        return (place, value, findings) -> {
            if (!value.isArray()) {
                findings.add(place, "checklist.expected.list");
                return;
            }
            for (int i = 0; i < value.size(); i++) {
                item.check(place + "/" + name(value.get(i), i), value.get(i), findings);
            }
        };
    }

    /** An object whose names are those of an enum, possibly empty. */
    static Rule mapOf(Class<? extends Enum<?>> names, Rule item) {
        Rule name = oneOf(names);
        return (place, value, findings) -> {
            if (!value.isObject()) {
                findings.add(place, "checklist.expected.object");
                return;
            }
            value.properties().forEach(member -> {
                name.check(place, TextNode.valueOf(member.getKey()), findings);
                item.check(place + "/" + member.getKey(), member.getValue(), findings);
            });
        };
    }

    /** An object with exactly these members. */
    @SafeVarargs
    static Rule object(Map.Entry<String, Rule>... members) {
        Map<String, Rule> rules = new LinkedHashMap<>();
        for (Map.Entry<String, Rule> member : members) {
            rules.put(member.getKey(), member.getValue());
        }
        return (place, value, findings) -> {
            if (!value.isObject()) {
                findings.add(place, "checklist.expected.object");
                return;
            }
            rules.forEach((name, rule) -> {
                JsonNode member = value.get(name);
                if (member == null) {
                    findings.add(under(place, name), "checklist.missing");
                } else {
                    rule.check(under(place, name), member, findings);
                }
            });
            value.fieldNames().forEachRemaining(name -> {
                if (!rules.containsKey(name)) {
                    findings.add(under(place, name), "checklist.unknownMember");
                }
            });
        };
    }

    private static String under(String place, String name) {
        return place.isEmpty() ? name : place + "/" + name;
    }

    private static String name(JsonNode item, int index) {
        String code = item.path("code").asText();
        return code.matches("[A-Z0-9_-]{1,40}") ? code : String.valueOf(index + 1);
    }

    private static String shown(JsonNode value) {
        String text = value.isTextual() ? value.textValue() : value.toString();
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
