package org.stele.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stele.events.screening.ListVersionLoaded;
import org.stele.events.screening.ScreeningHitsRecorded;
import org.stele.events.screening.list.ListStatus;
import org.stele.events.types.EventTypes;
import org.stele.events.types.Upcasting;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stored bytes keep their meaning: each event reads its golden file, and writes the same JSON again. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GoldenEventsTest {

    /** Members of first versions that newer ones write otherwise: what is in them is compared apart. */
    private static final Set<String> RESHAPED =
            Set.of("queryAttributesSha256", "listVersion", "algorithm", "candidates");

    private static final JsonMapper PLAIN = JsonMapper.builder().build();

    static List<Class<?>> types() {
        return EventTypes.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void an_event_reads_its_golden_file_and_writes_it_again(Class<?> type) throws IOException {
        JsonNode golden = golden(type);

        Object event = EventJson.MAPPER.readValue(PLAIN.writeValueAsBytes(golden), type);

        assertThat(EventJson.MAPPER.writeValueAsString(event)).isEqualTo(PLAIN.writeValueAsString(golden));
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_golden_file_states_every_field(Class<?> type) throws IOException {
        assertThat(golden(type).propertyNames())
                .containsExactlyElementsOf(Stream.of(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("types")
    void an_event_about_a_state_is_tagged_with_it(Class<?> type) {
        boolean tagged = Stream.of(type.getDeclaredFields())
                .map(field -> field.getAnnotation(EventTag.class))
                .filter(Objects::nonNull)
                .anyMatch(tag -> tag.key().equals(Tags.MEMBER_STATE));

        assertThat(tagged).isEqualTo(StateEvent.class.isAssignableFrom(type));
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_type_is_found_by_its_stored_name(Class<?> type) {
        assertThat(EventTypes.find(EventTypes.name(type), EventTypes.version(type)))
                .isEqualTo(type);
        assertThat(EventTypes.name(type)).isEqualTo(context(type) + "." + type.getSimpleName());
    }

    static List<Upcasting> upcastings() {
        return Upcasting.all();
    }

    @ParameterizedTest
    @MethodSource("upcastings")
    void an_older_version_is_read_as_the_newest_and_keeps_what_it_says(Upcasting upcasting) throws IOException {
        String name = EventTypes.name(upcasting.type());
        JsonNode older = golden(name, upcasting.version());

        JsonNode newer = PLAIN.readTree(upcasting.upcast(PLAIN.writeValueAsBytes(older)));
        Object event = EventJson.MAPPER.treeToValue(newer, upcasting.type());

        assertThat(EventTypes.find(name, upcasting.version())).isNull();
        assertThat(Upcasting.find(name, upcasting.version())).isEqualTo(upcasting);
        JsonNode written = PLAIN.readTree(EventJson.MAPPER.writeValueAsBytes(event));
        older.propertyStream()
                .filter(field -> !RESHAPED.contains(field.getKey()) && upcasting.type() != ListVersionLoaded.class)
                .forEach(field -> assertThat(written.get(field.getKey()))
                        .as(field.getKey())
                        .isEqualTo(field.getValue()));
    }

    @Test
    void a_list_version_of_the_first_version_stands() throws IOException {
        Upcasting upcasting = Objects.requireNonNull(Upcasting.find("screening.ListVersionLoaded", "1"));

        var event = (ListVersionLoaded) EventJson.MAPPER.readValue(
                upcasting.upcast(PLAIN.writeValueAsBytes(golden("screening.ListVersionLoaded", "1"))),
                upcasting.type());

        assertThat(event.list()).isEqualTo("UN-1718");
        assertThat(event.status()).isEqualTo(ListStatus.CURRENT);
        assertThat(event.entriesCount()).isEqualTo(2);
        assertThat(event.dateGenerated()).isEqualTo("2019-08-15T10:20:30Z");
    }

    @Test
    void a_screening_of_the_first_version_keeps_all_but_the_digest_of_what_was_searched() throws IOException {
        Upcasting upcasting = Objects.requireNonNull(Upcasting.find("screening.ScreeningHitsRecorded", "1"));

        var event = (ScreeningHitsRecorded) EventJson.MAPPER.readValue(
                upcasting.upcast(PLAIN.writeValueAsBytes(golden("screening.ScreeningHitsRecorded", "1"))),
                upcasting.type());

        assertThat(event.listVersion()).isNotNull();
        assertThat(event.settings().threshold()).isEqualByComparingTo("0.7");
        assertThat(event.candidates()).singleElement().satisfies(candidate -> {
            assertThat(candidate.entry()).isEqualTo("KPi.001");
            assertThat(candidate.match()).isTrue();
            assertThat(candidate.features()).hasSize(2);
        });
        assertThat(EventJson.MAPPER.writeValueAsString(event)).doesNotContain("queryAttributes");
    }

    @Test
    void there_are_as_many_types_as_the_eight_contexts_have() {
        assertThat(EventTypes.all()).hasSize(54).doesNotHaveDuplicates();
        assertThat(EventTypes.find("attestation.AttestationForgotten", "1")).isNull();
    }

    private static String context(Class<?> type) {
        String name = type.getPackageName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static JsonNode golden(Class<?> type) throws IOException {
        return golden(EventTypes.name(type), EventTypes.version(type));
    }

    private static JsonNode golden(String name, String version) throws IOException {
        String file = "/golden/%s-%s.json".formatted(name, version);
        try (InputStream stream = Objects.requireNonNull(GoldenEventsTest.class.getResourceAsStream(file), file)) {
            return PLAIN.readTree(stream);
        }
    }
}
