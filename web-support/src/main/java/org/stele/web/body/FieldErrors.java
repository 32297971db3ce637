package org.stele.web.body;

import java.util.Locale;
import org.stele.web.text.Text;
import tools.jackson.databind.JsonNode;

/** How an answer names fields and quotes their values. */
final class FieldErrors {

    private static final int MAX_NAME = 100;

    private FieldErrors() {}

    /**
     * The path of a field within its parent, which is empty at the top. Control characters in a client's field name are
     * escaped.
     */
    static String path(String around, String name) {
        StringBuilder safe = new StringBuilder(around.isEmpty() ? "" : around + ".");
        name.codePoints().limit(MAX_NAME).forEach(point -> {
            boolean plain = Character.isLetterOrDigit(point) || "-_[]. ".indexOf(point) >= 0;
            safe.append(plain ? Character.toString(point) : String.format(Locale.ROOT, "\\u%04x", point));
        });
        return Text.escaped(safe.toString());
    }

    static String shown(JsonNode node) {
        if (node.isString()) {
            return node.stringValue();
        }
        return node.isArray() ? "an array" : node.isObject() ? "an object" : node.asString();
    }
}
