package org.stele.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.stele.eventstore.event.CommandKey;
import org.stele.ledger.Hash;

/**
 * An Attestations generates commands like those of a Member State that files: one to three events with the tags of an
 * attestation and payloads of some 500 bytes, under a command key, on the condition that nothing else was recorded
 * about that attestation.
 */
final class Attestations {

    /** The key of the tag that all events of a command share, and no others have. */
    static final String AGGREGATE = "attestation";

    /**
     * A Command is what one submitter appends at once.
     *
     * @param aggregate the value of the tag that its events share
     */
    record Command(String aggregate, AppendCondition condition, List<TaggedEventMessage<?>> events) {}

    private record Figures(int baseline, String basis, int repatriated, int remaining) {}

    private record Payload(
            String memberState,
            UUID attestation,
            String obligation,
            Figures workers,
            String periodFrom,
            String periodTo,
            String summary) {}

    private static final String SUMMARY =
            "Permits of %s workers were not renewed, and the workers left with the end of "
                    + "their contracts; those who stay hold residence permits on grounds that national and international law "
                    + "protects. The registers of the ministry of the interior show no others.";

    private static final int STATES = 193;
    private static final List<String> OBLIGATIONS = List.of("REP-MID", "REP-HALF", "REP-FIN");
    private static final MessageType TYPE =
            new MessageType(new QualifiedName("attestation", "AttestationSubmitted"), "1");

    private final SplittableRandom random;

    Attestations(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** @param seen the position up to which the submitter has seen the ledger */
    Command next(long seen) {
        String state = state(random.nextInt(STATES));
        UUID attestation = uuid();
        UUID command = uuid();
        Map<String, String> metadata =
                new CommandKey(state, command, Hash.sha256(command.toString().getBytes(UTF_8))).metadata();
        Tag own = new Tag(AGGREGATE, attestation.toString());
        int count = 1 + random.nextInt(3);
        List<TaggedEventMessage<?>> events = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            events.add(event(state, attestation, own, metadata));
        }
        AppendCondition condition = AppendCondition.withCriteria(EventCriteria.havingTags(own))
                .withMarker(new GlobalIndexConsistencyMarker(seen));
        return new Command(attestation.toString(), condition, events);
    }

    private TaggedEventMessage<?> event(String state, UUID attestation, Tag own, Map<String, String> metadata) {
        String obligation = OBLIGATIONS.get(random.nextInt(OBLIGATIONS.size()));
        int baseline = 1 + random.nextInt(40_000);
        int repatriated = random.nextInt(baseline + 1);
        Payload payload = new Payload(
                state,
                attestation,
                obligation,
                new Figures(baseline, "PERMITS", repatriated, baseline - repatriated),
                "2017-12-22",
                "2018-12-22",
                String.format(Locale.ROOT, SUMMARY, repatriated));
        var message = new GenericEventMessage(uuid().toString(), TYPE, payload, metadata, Instant.now());
        return new GenericTaggedEventMessage<>(
                message,
                Set.of(new Tag(LedgerDatabase.STATE_TAG.key(), state), own, new Tag("obligation", obligation)));
    }

    private UUID uuid() {
        long version = (random.nextLong() & ~0xF000L) | 0x4000L;
        long variant = (random.nextLong() >>> 2) | (1L << 63);
        return new UUID(version, variant);
    }

    private static String state(int number) {
        return "" + (char) ('A' + number / 26) + (char) ('A' + number % 26) + "X";
    }
}
