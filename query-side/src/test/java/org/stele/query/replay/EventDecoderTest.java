package org.stele.query.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stele.events.EventJson;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.Tags;
import org.stele.events.evidence.EvidenceResolved;
import org.stele.events.types.EventTypes;
import org.stele.eventstore.event.Body;
import org.stele.eventstore.read.LedgerBulkReader.ScannedEvent;
import org.stele.statefile.LedgerEvent;

/** The decoder looks for payload, tags and type among the bytes; nothing that a body says may lead it astray. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EventDecoderTest {

    private static final EvidenceResolved EVENT = new EvidenceResolved(
            MemberState.POL,
            new FilingId(UUID.fromString("6f1c2d3e-4a5b-4c6d-8e7f-901234567890")),
            PartialDate.parse("2021"),
            "A note },\"payload\":{ and \"memberState=RUS\" and ,\"type\":\"x\",\"typeVersion\":\"1\"}");

    private final EventDecoder decoder = new EventDecoder();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "}",
                "},",
                "},\"payload\":{}",
                "{},\"payload\":",
                "\\},\"payload\":",
                "\"},\"payload\":",
                "],\"tags\":[\"memberState=RUS\"]",
                "\\\"},\\\"payload\\\":"
            })
    void metadata_may_say_whatever_they_like(String said) {
        for (Map<String, String> metadata : List.of(
                Map.of("a", said), Map.of(said, "a"), Map.of("payload", said), Map.of("metadata", said, "zz", said))) {
            DecodedEvent decoded = decoder.decode(scanned(body(metadata, json())));

            assertThat(decoded.unreadable()).isNull();
            assertThat(decoded.memberState()).isEqualTo(MemberState.POL);
            assertThat(decoded.event()).extracting(LedgerEvent::event).isEqualTo(EVENT);
        }
    }

    @Test
    void a_body_without_metadata_is_read() {
        assertThat(decoder.decode(scanned(body(Map.of(), json()))).event())
                .extracting(LedgerEvent::event)
                .isEqualTo(EVENT);
    }

    @Test
    void a_payload_that_is_none_says_so_and_whose_it_is() {
        DecodedEvent decoded = decoder.decode(scanned(body(Map.of(), "[]".getBytes(UTF_8))));

        assertThat(decoded.event()).isNull();
        assertThat(decoded.memberState()).isEqualTo(MemberState.POL);
        assertThat(decoded.unreadable()).startsWith("The payload is no evidence.EvidenceResolved in version 1: ");
    }

    @Test
    void bytes_that_are_no_body_are_unreadable() {
        byte[] end = ",\"tags\":[\"memberState=POL\"],\"type\":\"evidence.EvidenceResolved\",\"typeVersion\":\"1\"}"
                .getBytes(UTF_8);

        assertThat(decoder.decode(scanned(end)).unreadable()).startsWith("The body has no payload");
        assertThat(decoder.decode(scanned(new byte[0])).unreadable()).startsWith("This program does not know null");
    }

    private static byte[] json() {
        return EventJson.MAPPER.writeValueAsBytes(EVENT);
    }

    private static byte[] body(Map<String, String> metadata, byte[] payload) {
        return new Body(
                        new TreeMap<>(metadata),
                        payload,
                        List.of(Tags.MEMBER_STATE + "=POL", "zone=,\"tags\":["),
                        EventTypes.name(EvidenceResolved.class),
                        EventTypes.version(EvidenceResolved.class))
                .encode();
    }

    /** With other bytes around it, as a row has them. */
    private static ScannedEvent scanned(byte[] body) {
        byte[] row = new byte[body.length + 20];
        System.arraycopy(body, 0, row, 10, body.length);
        return new ScannedEvent(1, 1_577_000_000_000_000L, row, 10, body.length);
    }
}
