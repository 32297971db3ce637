package org.stele.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stele.events.types.EventTypes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stored bytes keep their meaning: each event reads its golden file, and writes the same JSON again. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GoldenEventsTest {

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

    @Test
    void there_are_as_many_types_as_the_six_contexts_have() {
        assertThat(EventTypes.all()).hasSize(33).doesNotHaveDuplicates();
        assertThat(EventTypes.find("attestation.AttestationForgotten", "1")).isNull();
    }

    private static String context(Class<?> type) {
        String name = type.getPackageName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static JsonNode golden(Class<?> type) throws IOException {
        String file = "/golden/%s-%s.json".formatted(EventTypes.name(type), EventTypes.version(type));
        try (InputStream stream = Objects.requireNonNull(GoldenEventsTest.class.getResourceAsStream(file), file)) {
            return PLAIN.readTree(stream);
        }
    }
}
