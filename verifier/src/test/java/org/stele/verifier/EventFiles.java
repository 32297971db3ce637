package org.stele.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import org.stele.ledger.sample.SampleLedger;

/** Files of events, true and changed. */
final class EventFiles {

    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    private EventFiles() {}

    /** The JSON of leaf, salt and body. */
    static String members(SampleLedger ledger, int position) {
        return "{\"leaf\":%s,\"salt\":\"%s\",\"body\":\"%s\"}"
                .formatted(
                        JsonText.of(new String(ledger.event(position).leaf().encode(), UTF_8)),
                        BASE64.encodeToString(ledger.event(position).salt()),
                        BASE64.encodeToString(ledger.event(position).body()));
    }

    static String leafAlone(SampleLedger ledger, int position) {
        String whole = members(ledger, position);
        return whole.substring(0, whole.indexOf(",\"salt\"")) + "}";
    }

    /** A proof with these members beside it. */
    static byte[] of(SampleLedger ledger, int position, int size, String members) {
        return ledger.proof(position, size).with(members.getBytes(UTF_8)).encode();
    }
}
