package org.stele.standalone.hostile;

import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Bodies in JSON: an example with one or two fields changed, a body from the schema, or no JSON at all. */
final class HostileJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int DEEPEST = 5;
    private static final List<String> NO_OBJECTS = List.of(
            "",
            "{",
            "}",
            "null",
            "[]",
            "\"x\"",
            "1",
            "{\"a\":1,\"a\":2}",
            "{\"a\":}",
            "\u0001",
            "{}{}",
            "{'a':1}",
            "[".repeat(50_000),
            "{\"a\":".repeat(2_000),
            "{\"text\":\"\\ud800\"}",
            "{\"@class\":\"java.lang.Runtime\"}");
    private static final List<String> TOKENS = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1.5",
            "1e400",
            "99999999999999999999999",
            "\"\"",
            "[]",
            "{}",
            "[null]",
            "[[[[]]]]",
            "{\"a\":{}}",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\u202e\"");

    private final Random random;
    private final Supplier<String> values;

    HostileJson(Random random, Supplier<String> values) {
        this.random = random;
        this.values = values;
    }

    String body(Operation operation) {
        JsonNode example = operation.example();
        return switch (random.nextInt(10)) {
            case 0 -> NO_OBJECTS.get(random.nextInt(NO_OBJECTS.size()));
            case 1, 2 -> ofSchema(operation.schema(), 0);
            default ->
                example == null || !example.isObject()
                        ? ofSchema(operation.schema(), 0)
                        : changed((ObjectNode) example);
        };
    }

    /** The example with one to three fields removed, added or changed, at any depth. */
    private String changed(ObjectNode example) {
        ObjectNode body = example.deepCopy();
        for (int change = random.nextInt(3); change >= 0; change--) {
            ObjectNode at = any(body);
            List<String> names =
                    at.propertyStream().map(java.util.Map.Entry::getKey).toList();
            String name =
                    names.isEmpty() || random.nextInt(12) == 0 ? "extra" : names.get(random.nextInt(names.size()));
            if (random.nextInt(6) == 0) {
                at.remove(name);
            } else {
                at.set(name, value());
            }
        }
        return body.toString();
    }

    private ObjectNode any(ObjectNode from) {
        ObjectNode at = from;
        for (int depth = 0; depth < DEEPEST && random.nextBoolean(); depth++) {
            List<ObjectNode> within = at.valueStream()
                    .map(value -> value instanceof ArrayNode list && !list.isEmpty() ? list.get(0) : value)
                    .filter(JsonNode::isObject)
                    .map(ObjectNode.class::cast)
                    .toList();
            if (within.isEmpty()) {
                return at;
            }
            at = within.get(random.nextInt(within.size()));
        }
        return at;
    }

    private JsonNode value() {
        return random.nextBoolean()
                ? JSON.readTree(TOKENS.get(random.nextInt(TOKENS.size())))
                : JSON.getNodeFactory().stringNode(values.get());
    }

    private String ofSchema(@Nullable JsonNode schema, int depth) {
        if (schema == null || depth > DEEPEST || random.nextInt(8) == 0) {
            return value().toString();
        }
        if (schema.has("enum")) {
            return schema.path("enum")
                    .get(random.nextInt(schema.path("enum").size()))
                    .toString();
        }
        return switch (schema.path("type").asString("")) {
            case "object" -> {
                StringJoiner object = new StringJoiner(",", "{", "}");
                schema.path("properties").properties().forEach(property -> {
                    if (random.nextInt(3) > 0) {
                        object.add("\"" + property.getKey() + "\":" + ofSchema(property.getValue(), depth + 1));
                    }
                });
                yield object.toString();
            }
            case "array" -> "[" + ofSchema(schema.path("items"), depth + 1) + "]";
            case "integer" -> Integer.toString(random.nextInt(-2, 2_000));
            case "number" -> Double.toString(random.nextDouble());
            case "boolean" -> Boolean.toString(random.nextBoolean());
            default -> value().toString();
        };
    }
}
