package org.stele.campaigns;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.stele.eventstore.axon.RecordedEvent;
import org.stele.eventstore.event.CommandKey;
import org.stele.ledger.Hash;

/**
 * An Order is one command as the driver gives it: everything that the ledger will have to hold afterwards, to the byte.
 *
 * @param slot empty, or what one order alone may ever take
 * @param decidedAt the events' own time, so that their bodies are known in advance
 */
record Order(String state, UUID commandId, String slot, Instant decidedAt, List<Fact> facts) {

    /**
     * A Fact is one event to record.
     *
     * @param payload a JSON value in one line
     */
    record Fact(UUID eventId, String payload) {}

    static final String TYPE = "campaign.Filed";
    static final String SLOT_TAG = "slot";

    private static final String SEPARATOR = "\t";

    Order {
        facts = List.copyOf(facts);
    }

    /** The order as it is sent, in one line. */
    String line() {
        List<String> words = new ArrayList<>(List.of(state, commandId.toString(), slot, decidedAt.toString()));
        for (Fact fact : facts) {
            words.add(fact.eventId().toString());
            words.add(fact.payload());
        }
        return String.join(SEPARATOR, words);
    }

    static Order parse(String line) {
        List<String> words = Arrays.asList(line.split(SEPARATOR, -1));
        List<Fact> facts = new ArrayList<>();
        for (int i = 4; i + 1 < words.size(); i += 2) {
            facts.add(new Fact(UUID.fromString(words.get(i)), words.get(i + 1)));
        }
        return new Order(words.get(0), UUID.fromString(words.get(1)), words.get(2), Instant.parse(words.get(3)), facts);
    }

    CommandKey key() {
        return new CommandKey(state, commandId, Hash.sha256(line().getBytes(UTF_8)));
    }

    /** As {@code key=value}, sorted. */
    Set<String> tags() {
        Set<String> tags = new TreeSet<>(Set.of(LedgerDatabase.STATE_TAG.key() + "=" + state));
        if (!slot.isEmpty()) {
            tags.add(SLOT_TAG + "=" + slot);
        }
        return tags;
    }

    /** What must be stored for one of the facts: written out here once more, and not by the code under test. */
    byte[] body(Fact fact) {
        CommandKey key = key();
        Map<String, String> metadata = Map.of(
                CommandKey.COMMAND_ID, key.commandId().toString(),
                CommandKey.SCOPE, key.scope(),
                RecordedEvent.DECIDED_AT, decidedAt.toString(),
                CommandKey.REQUEST_SHA256, key.requestSha256().hex());
        String members = metadata.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> '"' + entry.getKey() + "\":\"" + entry.getValue() + '"')
                .collect(Collectors.joining(","));
        String tags = tags().stream().map(tag -> '"' + tag + '"').collect(Collectors.joining(","));
        return "{\"metadata\":{%s},\"payload\":%s,\"tags\":[%s],\"type\":\"%s\",\"typeVersion\":\"1\"}"
                .formatted(members, fact.payload(), tags, TYPE)
                .getBytes(UTF_8);
    }
}
