package org.stele.verifier;

import org.jspecify.annotations.Nullable;

/**
 * A BodyFacts is what the verifier reads of an event's body: its type, and the State in its tags, or null. The rest is
 * for people; it is JSON, and the commitment covers it.
 */
record BodyFacts(String type, @Nullable String state) {

    private static final String STATE_TAG = "memberState=";

    /** Reads a stored body (docs/spec/ledger.md, Bodies); another form is refused. */
    static BodyFacts parse(byte[] body) {
        JsonScanner json = new JsonScanner(body);
        json.take("{\"metadata\":");
        json.value();
        json.take(",\"payload\":");
        json.value();
        json.take(",\"tags\":[");
        String state = null;
        for (boolean first = true; json.peek() != ']'; first = false) {
            if (!first) {
                json.take(",");
            }
            String tag = json.string();
            if (tag.startsWith(STATE_TAG)) {
                if (state != null) {
                    throw new IllegalArgumentException("A body is about two States");
                }
                state = tag.substring(STATE_TAG.length());
            }
        }
        json.take("],\"type\":");
        String type = json.string();
        json.take(",\"typeVersion\":");
        json.string();
        json.take("}");
        json.end();
        return new BodyFacts(type, state);
    }
}
