package org.stele.ledger.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;

/** Writes values in their one form (RFC 8785): no white space, names in order, the fewest escapes. */
public final class CanonicalJson {

    private static final String HEX = "0123456789abcdef";

    private CanonicalJson() {}

    public static byte[] encode(JsonValue value) {
        return text(value).getBytes(UTF_8);
    }

    public static String text(JsonValue value) {
        StringBuilder out = new StringBuilder();
        append(out, value);
        return out.toString();
    }

    private static void append(StringBuilder out, JsonValue value) {
        if (value instanceof JsonValue.Members members) {
            members(out, members);
        } else if (value instanceof JsonValue.Items items) {
            items(out, items);
        } else if (value instanceof JsonValue.Text text) {
            string(out, text.value());
        } else if (value instanceof JsonValue.Numeral numeral) {
            out.append(numeral.spelling());
        } else if (value instanceof JsonValue.Truth truth) {
            out.append(truth.value());
        } else {
            out.append("null");
        }
    }

    private static void members(StringBuilder out, JsonValue.Members members) {
        String separator = "{";
        for (Map.Entry<String, JsonValue> member : members.values().entrySet()) {
            out.append(separator);
            string(out, member.getKey());
            out.append(':');
            append(out, member.getValue());
            separator = ",";
        }
        out.append(members.values().isEmpty() ? "{}" : "}");
    }

    private static void items(StringBuilder out, JsonValue.Items items) {
        String separator = "[";
        for (JsonValue item : items.values()) {
            out.append(separator);
            append(out, item);
            separator = ",";
        }
        out.append(items.values().isEmpty() ? "[]" : "]");
    }

    /** RFC 8785, section 3.2.2.2. */
    private static void string(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int plain = "\"\\\b\f\n\r\t".indexOf(c);
            if (plain >= 0) {
                out.append('\\').append("\"\\bfnrt".charAt(plain));
            } else if (c < ' ') {
                out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
