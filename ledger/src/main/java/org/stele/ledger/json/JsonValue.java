package org.stele.ledger.json;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A JsonValue is one value of a JSON text that every reader understands alike. Immutable. */
public sealed interface JsonValue {

    record Text(String value) implements JsonValue {}

    /** @param spelling in the form of RFC 8785 */
    record Numeral(String spelling) implements JsonValue {}

    record Truth(boolean value) implements JsonValue {}

    record Nothing() implements JsonValue {}

    record Items(List<JsonValue> values) implements JsonValue {

        public Items {
            values = List.copyOf(values);
        }
    }

    /** Names are ordered by their UTF-16 units (RFC 8785, section 3.2.3), as Java compares texts. */
    record Members(SortedMap<String, JsonValue> values) implements JsonValue {

        public Members {
            values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        }

        public static Members of(Map<String, JsonValue> values) {
            return new Members(new TreeMap<>(values));
        }

        /** The text of a member; refused where it is missing or no text. */
        public String text(String name) {
            if (values.get(name) instanceof Text text) {
                return text.value();
            }
            throw new IllegalArgumentException("Expected a text in the member '" + name + "'");
        }

        /** The members of a member; refused where it is missing or no object. */
        public Members members(String name) {
            if (values.get(name) instanceof Members members) {
                return members;
            }
            throw new IllegalArgumentException("Expected an object in the member '" + name + "'");
        }

        public boolean has(String name) {
            return values.containsKey(name);
        }
    }
}
