package org.stele.campaigns;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.stele.eventstore.event.AppendReceipt;
import org.stele.ledger.Hash;

/** An Answer is what the driver is told about an order, in one line. */
sealed interface Answer {

    /** The order's events are durable, and this is the receipt for them. */
    record Recorded(AppendReceipt receipt) implements Answer {}

    /** Another event stood against the condition: the order was not recorded, and never will be. */
    record Conflicting() implements Answer {}

    /** Nothing is promised: the same order may have been recorded, and may be given again. */
    record Unknown(String why) implements Answer {}

    String SEPARATOR = "\t";

    default String line() {
        return switch (this) {
            case Recorded(AppendReceipt receipt) ->
                String.join(
                        SEPARATOR,
                        "recorded",
                        Long.toString(receipt.position()),
                        receipt.eventId().toString(),
                        receipt.leafHash().hex(),
                        receipt.recordedAt().toString(),
                        Integer.toString(receipt.eventCount()),
                        receipt.requestSha256().hex());
            case Conflicting() -> "conflicting";
            case Unknown(String why) -> "unknown" + SEPARATOR + why.replaceAll("\\s+", " ");
        };
    }

    static Answer parse(String line) {
        List<String> words = List.of(line.split(SEPARATOR, -1));
        return switch (words.get(0)) {
            case "recorded" ->
                new Recorded(new AppendReceipt(
                        Long.parseLong(words.get(1)),
                        UUID.fromString(words.get(2)),
                        Hash.ofHex(words.get(3)),
                        Instant.parse(words.get(4)),
                        Integer.parseInt(words.get(5)),
                        Hash.ofHex(words.get(6))));
            case "conflicting" -> new Conflicting();
            case "unknown" -> new Unknown(words.get(1));
            default -> throw new IllegalArgumentException("Not an answer: " + line);
        };
    }
}
